/**
 * The application without a server: its own routes, run as the framework runs them, on the test's database and clock.
 * Requests and responses are the web's; nothing is replaced but the socket.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createAnswer } from "~/web/answer.server";
import { csrfToken, newDeviceId } from "~/web/device.server";
import { newReference } from "~/web/digest";
import type { RequestContext } from "~/web/load-context";
import { readLanguage } from "~/i18n/language.server";
import type { Db } from "~db/client.server";
import { CSRF_FIELD } from "~/ui/root-data";
import { readCookie } from "~/web/cookies";
import * as entry from "~/entry.server";
import * as root from "~/root";

type RouteModule = ServerBuild["routes"][string] extends infer Route ? (Route extends { module: infer Module } ? Module : never) : never;
interface RouteFile {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  file: string;
}

const modules = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}", { eager: true });
const { flatRoutes } = createRequire(import.meta.url)("@remix-run/dev/dist/config/flat-routes.js") as {
  flatRoutes: (appFolder: string) => Record<string, RouteFile>;
};

/** Every route file with the address it answers ("/plans/:plan"). */
export const routeFiles: readonly (RouteFile & { address: string; module: RouteModule })[] = Object.values(
  flatRoutes(fileURLToPath(new URL("../../app", import.meta.url))),
).map((route, _index, all) => ({ ...route, address: addressOf(route, all), module: moduleOf(route.file) }));

function addressOf(route: RouteFile, all: readonly RouteFile[]): string {
  const parent = all.find(({ id }) => id === route.parentId);
  const above = parent ? addressOf(parent, all) : "";
  if (route.path === "*") return above === "" ? "*" : `${above}/*`;
  return `${above === "/" ? "" : above}${route.path ? `/${route.path}` : ""}` || "/";
}

function moduleOf(file: string): RouteModule {
  const module = modules[`../../app/${file}`];
  if (!module) throw new Error(`no module for ${file}`);
  return module;
}

export function testBuild(): ServerBuild {
  const rootRoute = { id: "root", path: "", module: root as unknown as RouteModule };
  const routes = [rootRoute, ...routeFiles.map(({ id, parentId, path, index, module }) => ({ id, parentId: parentId ?? "root", path, index, module }))];
  const known = (module: RouteModule, name: string) => name in (module as object);
  return {
    entry: { module: entry },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      entry: { module: "/assets/entry.js", imports: [] },
      routes: Object.fromEntries(routes.map(({ module, ...route }) => [route.id, {
        ...route, module: `/assets/${route.id}.js`, imports: [], css: [],
        hasLoader: known(module, "loader"), hasAction: known(module, "action"), hasClientLoader: false, hasClientAction: false,
        hasErrorBoundary: known(module, "ErrorBoundary"),
      }])),
      url: "/assets/manifest.js",
      version: "test",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: true, v3_singleFetch: false },
    isSpaMode: false,
    mode: "test",
  } as unknown as ServerBuild;
}

export interface Sent {
  cookies?: string;
  headers?: Record<string, string>;
  network?: string;
}

export interface TestApp {
  get(path: string, sent?: Sent): Promise<Response>;
  /** Posts a form as a page of ours would: with the browser's token, unless `fields` carries its own. */
  post(path: string, fields: Record<string, string>, sent?: Sent): Promise<Response>;
  /** lines written to the log as errors */
  logged: unknown[][];
}

export function testApp(db: Db, clock: { now(): string }): TestApp {
  const answer = createAnswer(testBuild(), "test");
  const logged: unknown[][] = [];
  const log = { error: (...line: unknown[]) => void logged.push(line), warn: () => {}, info: () => {} } as unknown as RequestContext["log"];
  const ask = async (path: string, init: RequestInit, { cookies = "", headers = {}, network = "192.0.2.0/24" }: Sent) => {
    const request = new Request(`http://localhost${path}`, { ...init, headers: { Accept: "text/html", Host: "localhost", ...headers, Cookie: cookies } });
    const deviceId = readCookie(cookies, "device") ?? newDeviceId();
    return answer(request, {
      db, now: clock.now, nonce: "nonce", requestId: newReference(), network, deviceId, secure: false, language: readLanguage(request), log, failure: null,
    });
  };
  return {
    logged,
    get: (path, sent = {}) => ask(path, {}, sent),
    post: async (path, fields, sent = {}) => {
      const deviceId = readCookie(sent.cookies, "device");
      const token: Record<string, string> = deviceId ? { [CSRF_FIELD]: await csrfToken(db, deviceId) } : {};
      return ask(path, { method: "POST", body: new URLSearchParams({ ...token, ...fields }) }, sent);
    },
  };
}
