import { randomBytes } from "node:crypto";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import type { Logger } from "pino";
import { askedLanguage, readLanguage } from "~/i18n/language.server";
import { languageCookie } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { deviceCookie, deviceCookieName, readCookie } from "./cookies";
import { isDeviceId, newDeviceId } from "./device.server";
import { newReference } from "./digest";
import type { RequestContext } from "./load-context";
import { networkOf } from "./network";

/** First of all: the number of the request and the nonce of its answer, which headers and log need. */
export const numberRequest: RequestHandler = (_req, res, next) => {
  res.locals.requestId = newReference();
  res.locals.nonce = randomBytes(16).toString("base64url");
  res.setHeader("X-Request-Id", String(res.locals.requestId));
  next();
};

/** What loaders and actions are given; hands the browser its device cookie when it has none. */
export function requestContext(req: ExpressRequest, res: ExpressResponse, request: Request, db: Db, clock: () => string, log: Logger): RequestContext {
  const { secure } = req;
  const sent = readCookie(req.headers.cookie, deviceCookieName(secure));
  const deviceId = isDeviceId(sent) ? sent : newDeviceId();
  if (deviceId !== sent) res.append("Set-Cookie", deviceCookie(deviceId, secure));
  const asked = askedLanguage(request);
  if (asked !== null) res.append("Set-Cookie", languageCookie(asked, secure));
  return {
    db,
    now: clock,
    nonce: String(res.locals.nonce),
    requestId: String(res.locals.requestId),
    network: networkOf(req.ip),
    deviceId,
    secure,
    language: readLanguage(request),
    log,
    failure: null,
  };
}
