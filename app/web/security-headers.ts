import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Headers of every page and every answer to a program. The policy lets a page load nothing from another host, run no
 * script without this answer's nonce, style nothing inline and be framed by nobody. What forces https is sent only
 * where there is https, else a plain installation on a local network would lock its people out.
 */
export function securityHeaders(): RequestHandler {
  const always = helmet({
    useDefaults: false,
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // "no-referrer" would make browsers send "Origin: null" with our own forms
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    originAgentCluster: false,
  } as Parameters<typeof helmet>[0]);
  return (req, res, next) => {
    res.setHeader("Content-Security-Policy", contentSecurityPolicy(String(res.locals.nonce), req.secure));
    res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    if (req.secure) res.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    always(req, res, next);
  };
}

/** Rules for a document say nothing to a script or a style sheet, and a page fetches many: a kilobyte each. */
const FOR_PAGES = [
  "Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy", "X-DNS-Prefetch-Control", "X-Download-Options",
  "X-Frame-Options", "X-Permitted-Cross-Domain-Policies", "X-XSS-Protection",
];

/** Called when a file of the build is sent; what is not found there is a page and keeps them all. */
export function withoutPageHeaders(res: ServerResponse): void {
  for (const name of FOR_PAGES) res.removeHeader(name);
}

function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "script-src-attr 'none'",
    "style-src 'self'",
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (secure) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
