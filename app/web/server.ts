import { existsSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request as ExpressRequest, type Response as ExpressResponse } from "express";
import type { Logger } from "pino";
import { PUBLIC_ROOT } from "~/features/public-site/public-addresses";
import { readLanguage } from "~/i18n/language.server";
import type { Db } from "~db/client.server";
import { rememberPlans } from "~db/plan-memory.server";
import { createAnswer } from "./answer.server";
import { bodyLimit } from "./body-limit";
import { compressedAssets } from "./compressed-assets";
import { sendWebResponse, toWebRequest } from "./express-adapter";
import { healthRoutes } from "./health";
import { type KeptPage, keepPages } from "./kept-pages.server";
import { plainPage } from "./plain-page.server";
import { publicSite } from "./public-site";
import { numberRequest, requestContext } from "./request-context";
import { requestLog } from "./request-log";
import { securityHeaders, withoutPageHeaders } from "./security-headers";

export interface ServerOptions {
  db: Db;
  /** 127.0.0.1 unless somebody decides otherwise */
  host?: string;
  /** 0 takes any free port */
  port: number;
  /** the server's clock: an ISO instant */
  clock: () => string;
  mode: "production" | "development" | "test";
  log: Logger;
  /** the folder that `remix vite:build` wrote */
  buildFolder?: string;
  /** a build already in memory, instead of the one in the folder */
  build?: ServerBuild;
  /** as Express takes it: number of proxies in front, or their addresses; false believes nobody */
  trustProxy?: boolean | number | string;
}

export interface RunningServer {
  url: string;
  /** Takes no new requests, lets those under way end, then resolves. The database stays the caller's to close. */
  close: () => Promise<void>;
}

/** Long enough for a slow page, short enough for a restart. */
const CLOSE_PATIENCE_MS = 10_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  const app = await createApp(options);
  const server = app.listen(options.port, host);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { port } = server.address() as AddressInfo;
  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${host === "0.0.0.0" || host === "::" ? "localhost" : shown}:${port}`,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_PATIENCE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function createApp({ db, clock, mode, log, buildFolder = "build", build, trustProxy = false }: ServerOptions): Promise<Express> {
  rememberPlans(db);
  const answer = keepPages(createAnswer(build ?? (await loadBuild(buildFolder)), mode));
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy);
  app.use(PUBLIC_ROOT, publicSite({ db, clock, log, buildFolder }));
  app.use(healthRoutes(db));
  app.use(numberRequest);
  app.use(requestLog(log));
  app.use(securityHeaders());
  // what is compressed already goes past it
  const compress = compression();
  const files = join(buildFolder, "client");
  app.use("/assets", compressedAssets(join(files, "assets")), compress);
  app.use("/assets", express.static(join(files, "assets"), { immutable: true, maxAge: "1y", fallthrough: false, redirect: false, setHeaders: withoutPageHeaders }));
  // the few files beside the assets are known: no page asks the disk for one of its name
  const beside = new Set(existsSync(files) ? readdirSync(files).map((name) => `/${name}`) : []);
  const file = express.static(files, { maxAge: "1h", index: false, redirect: false });
  app.use((req, res, next) => (beside.has(req.path) ? compress(req, res, () => file(req, res, next)) : next()));
  app.use(bodyLimit((res) => void refusePlainly(res, { status: 413, code: "too_large" })));
  app.all("*", async (req, res) => {
    const request = webRequestOf(req, res);
    if (request === null) return refusePlainly(res, { status: 400, code: "malformed" });
    try {
      const context = requestContext(req, res, request, db, clock, log);
      const response = await answer(request, context);
      if (!(response instanceof Response)) return sendKept(req, res, response);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
      compress(req, res, () => void 0);
      await sendWebResponse(res, response);
    } catch (error) {
      if (!res.headersSent) log.error({ reference: res.locals.requestId, message: error instanceof Error ? error.message : "unknown" }, "unexpected");
      await refusePlainly(res, { status: 500, code: "unexpected" });
    }
  });
  app.use((_error: unknown, _req: ExpressRequest, res: ExpressResponse, _next: express.NextFunction) => {
    void refusePlainly(res, { status: 404, code: "not_found" });
  });
  return app;
}

function sendKept(req: ExpressRequest, res: ExpressResponse, { copy, own }: KeptPage): void {
  for (const [name, value] of copy.headers) res.append(name, value);
  res.set("Cache-Control", "no-store").vary("Accept-Encoding");
  const isGzip = req.acceptsEncodings("gzip") === "gzip";
  if (isGzip) res.set("Content-Encoding", "gzip");
  const pieces = isGzip ? copy.gzipped(own) : copy.plain(own);
  res.set("Content-Length", String(pieces.reduce((sum, { length }) => sum + length, 0)));
  res.cork();
  for (const piece of pieces) res.write(piece);
  res.end();
}

/** Null for what cannot be read as a request: the sender's fault, not one to log. */
function webRequestOf(req: ExpressRequest, res: ExpressResponse): Request | null {
  try {
    return toWebRequest(req, res);
  } catch {
    return null;
  }
}

async function refusePlainly(res: ExpressResponse, refusal: { status: number; code: string }): Promise<void> {
  if (res.headersSent || res.destroyed) {
    res.end();
    return;
  }
  const asked = new Request("http://localhost/", { headers: { Cookie: res.req.headers.cookie ?? "" } });
  await sendWebResponse(res, plainPage({ ...refusal, params: {} }, readLanguage(asked), String(res.locals.requestId)));
}

async function loadBuild(folder: string): Promise<ServerBuild> {
  const entry = join(folder, "server", "index.js");
  if (!existsSync(entry)) throw new Error("The application is not built yet: run `npm run build` first.");
  return (await import(pathToFileURL(entry).href)) as ServerBuild;
}
