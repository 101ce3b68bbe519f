import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { RequestHandler } from "express";

/** Files that gain from compression; each may have a copy with ".br" at the end. */
export const COMPRESSED = /\.(js|css|svg|json)$/;

const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json" };

/**
 * Hands an asset out in the form compressed at build time, to browsers that read it; everything else goes on to the
 * next handler. Stands before the handler of plain files, in front of which it only changes what is read.
 */
export function compressedAssets(folder: string): RequestHandler {
  return (req, res, next) => {
    const name = basename(req.path);
    const type = TYPES[COMPRESSED.exec(name)?.[1] ?? ""];
    if (!type || req.path !== `/${name}` || !req.acceptsEncodings("br") || !existsSync(join(folder, `${name}.br`))) return next();
    req.url = req.url.replace(name, `${name}.br`);
    res.setHeader("Content-Encoding", "br");
    res.setHeader("Content-Type", `${type}; charset=utf-8`);
    res.vary("Accept-Encoding");
    next();
  };
}
