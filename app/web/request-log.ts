import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";

interface Numbered extends ServerResponse {
  locals: { requestId?: string };
}

/**
 * One line a request: number, method, path, status, time. No query string (it may carry a search or a one-time
 * link), no address of the caller, no cookies, and the path of a one-time link without its token.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_req, res) => (res as Numbered).locals.requestId ?? "",
    quietReqLogger: true,
    autoLogging: { ignore: (req: IncomingMessage) => /^\/(assets|healthz|readyz)/.test(req.url ?? "") },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customAttributeKeys: { reqId: "reference" },
    customSuccessObject: (req, res, line: { responseTime?: number }) => lineOf(req, res, line),
    customErrorObject: (req, res, _error, line: { responseTime?: number }) => lineOf(req, res, line),
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? "warn" : "info"),
    customSuccessMessage: () => "request",
    customErrorMessage: () => "request",
  }) as RequestHandler;
}

function lineOf(req: IncomingMessage, res: ServerResponse, { responseTime }: { responseTime?: number }) {
  const { originalUrl } = req as IncomingMessage & { originalUrl?: string };
  return { method: req.method, path: loggedPath(originalUrl ?? req.url ?? ""), status: res.statusCode, ms: responseTime };
}

/** Addresses are found whatever their case and however their letters are written, so a token is looked for likewise. */
function loggedPath(url: string): string {
  const path = url.split("?")[0] ?? "";
  try {
    return /^\/reset\//i.test(decodeURIComponent(path)) ? "/reset/…" : path;
  } catch {
    return "/…";
  }
}
