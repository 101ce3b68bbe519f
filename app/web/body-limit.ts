import type { RequestHandler } from "express";

const MEGABYTE = 1_048_576;
/** A form of texts, and one that carries files. */
const LIMIT = { fields: MEGABYTE, files: 25 * MEGABYTE };

/** Refuses bodies above the limit: by their declared length at once, by what arrives when none is declared. */
export function bodyLimit(refuse: (res: Parameters<RequestHandler>[1]) => void): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const limit = req.is("multipart/form-data") ? LIMIT.files : LIMIT.fields;
    if (Number(req.get("content-length") ?? 0) > limit) {
      refuse(res);
      return;
    }
    let received = 0;
    req.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limit) req.destroy(new Error("body above the limit"));
    });
    req.pause(); // counting must not start the flow before the form is read
    next();
  };
}
