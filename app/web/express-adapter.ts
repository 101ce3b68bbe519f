/** Between Express and the web's own Request and Response. */
import { createReadableStreamFromReadable, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";

/**
 * The address comes from what `trust proxy` lets Express believe, and from nothing else: a path of "//other.host/x"
 * stays a path. Throws TypeError on a request that is none (a host with a space, a method no browser may send).
 */
export function toWebRequest(req: ExpressRequest, res: ExpressResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  const controller = new AbortController();
  res.on("close", () => {
    if (!res.writableFinished) controller.abort();
  });
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  if (!req.originalUrl.startsWith("/")) throw new TypeError("not a path");
  return new Request(new URL(`${req.protocol}://${hostOf(req)}${req.originalUrl}`), {
    method: req.method,
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(req), duplex: "half" } : {}),
  } as RequestInit);
}

/** Express drops the port from its host name, which forms need to recognise their own site. */
function hostOf(req: ExpressRequest): string {
  const asked = req.get("host") ?? "localhost";
  const trusted = req.hostname;
  return trusted && !asked.startsWith(trusted) ? (req.get("x-forwarded-host")?.split(",")[0]?.trim() ?? trusted) : asked;
}

export async function sendWebResponse(res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status);
  for (const [name, value] of response.headers) res.append(name, value);
  if (response.body) await writeReadableStreamToWritable(response.body, res);
  else res.end();
}
