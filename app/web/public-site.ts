/**
 * The public site: answered before anything that costs, without session, cookie, nonce or line in the log. Pages carry no
 * script, so the policy allows none.
 */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import type { Logger } from "pino";
import { languageOf } from "~/features/public-site/public-addresses";
import type { Trouble } from "~/features/public-site/site-pages";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { newReference } from "./digest";
import { type KeptFile, PublicPages } from "./public-pages";

const decompress = promisify(gunzip);

const HEADERS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
} as const;

const STATUS: Record<Trouble, number> = { notFound: 404, unavailable: 503, notAllowed: 405 };

interface PublicSiteOptions {
  db: Db;
  clock: () => string;
  log: Pick<Logger, "error">;
  buildFolder: string;
}

/** Mounted at PUBLIC_ROOT. */
export function publicSite({ db, clock, log, buildFolder }: PublicSiteOptions): RequestHandler {
  const pages = new PublicPages(db, clock, buildFolder);
  return async (req, res) => {
    const [path = "/", query = ""] = req.url.split("?", 2);
    try {
      if (req.method !== "GET" && req.method !== "HEAD") return await sendTrouble(req, res, "notAllowed", languageIn(path));
      const found = await pages.find(path, query);
      if ("file" in found) await sendFile(req, res, found.file);
      else if ("movedTo" in found) res.writeHead(302, { ...HEADERS, Location: found.movedTo, "Cache-Control": "no-cache", "Content-Length": 0 }).end();
      else await sendTrouble(req, res, found.trouble, found.language, found.code);
    } catch (error) {
      log.error({ reference: newReference(), path, message: error instanceof Error ? error.message : "unknown" }, "public site");
      if (!res.headersSent) await sendTrouble(req, res, "unavailable", languageIn(path));
      else res.destroy();
    }
  };
}

const languageIn = (path: string) => languageOf(path.replace(/^\/+/, "")).language;

async function sendFile(req: ExpressRequest, res: ExpressResponse, file: KeptFile): Promise<void> {
  // the same page compressed or not has one digest: a weak one, as bytes go
  const etag = `W/"${file.etag}"`;
  const headers = { ...HEADERS, ...httpsOnly(req), ETag: etag, "Cache-Control": file.cacheControl, Vary: "Accept-Encoding" };
  if (isKnown(req.headers["if-none-match"], etag)) {
    res.writeHead(304, headers).end();
    return;
  }
  const isGzip = acceptsGzip(req.headers["accept-encoding"]);
  const isHead = req.method === "HEAD";
  res.writeHead(200, {
    ...headers,
    "Content-Type": file.mediaType,
    "Content-Language": file.language,
    "Content-Length": isGzip ? file.body.length : file.plainSize,
    ...(isGzip ? { "Content-Encoding": "gzip" } : {}),
    ...(file.fileName === null ? {} : { "Content-Disposition": `attachment; filename="${file.fileName}"` }),
  });
  res.end(isHead ? undefined : isGzip ? file.body : await decompress(file.body));
}

async function sendTrouble(req: ExpressRequest, res: ExpressResponse, trouble: Trouble, language: Language, code: string | null = null): Promise<void> {
  const { drawTrouble } = await import("~/features/public-site/site-pages");
  const body = Buffer.from(drawTrouble(trouble, language, code));
  res.writeHead(STATUS[trouble], {
    ...HEADERS, ...httpsOnly(req), "Content-Type": "text/html; charset=utf-8", "Content-Language": language, "Content-Length": body.length, "Cache-Control": "no-store",
    ...(trouble === "notAllowed" ? { Allow: "GET, HEAD" } : {}),
    ...(trouble === "unavailable" ? { "Retry-After": "30" } : {}),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

const httpsOnly = (req: ExpressRequest) => (req.secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {});

/** The digest is among those the reader has. */
const isKnown = (sent: string | undefined, etag: string) =>
  sent !== undefined && sent.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag.slice(2));

/** As a list of codings with weights; "gzip;q=0" is a no. */
const acceptsGzip = (sent: string | undefined) => sent !== undefined && sent.split(",").some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
