const BASE = "http://local.invalid";

/** A path of this site, or "/" for anything else: another host ("//host", "/\host", "https:…"), control characters. */
export function localPath(asked: unknown): string {
  if (typeof asked !== "string" || !/^\/(?![/\\])/.test(asked) || /[\\\s\u0000-\u001f\u007f]/.test(asked)) return "/";
  let url: URL;
  try {
    url = new URL(asked, BASE);
  } catch {
    return "/";
  }
  if (url.origin !== BASE || url.pathname.startsWith("//")) return "/";
  url.searchParams.delete("_data");
  return url.pathname + url.search;
}

/** Where to go after signing in: a local path, but not the pages of signing in itself, which lead round in a circle. */
export function nextPath(asked: unknown): string {
  const path = localPath(asked);
  return /^\/(sign-in|sign-out|reset|setup)([/?]|$)/.test(path) ? "/" : path;
}

/** The path of the page a request belongs to: without the framework's own parameters. */
export function pagePath(request: Request): string {
  const url = new URL(request.url);
  for (const own of ["_data", "index", "_routes", "lang"]) url.searchParams.delete(own);
  return url.pathname + url.search;
}
