/**
 * A page of the framework with nothing of ours: one query in its loader, and the markup of one of our pages as a React
 * tree, drawn anew for every request. The fastest page the framework could make of the same bytes.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler, type EntryContext, json, type ServerBuild } from "@remix-run/node";
import { Outlet, RemixServer } from "@remix-run/react";
import pg from "pg";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { type Markup, readMarkup, toElements } from "../equal-markup";
import { EQUAL_QUERY } from "./equal-query";

const [database, ...files] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: database, max: 10 });
const pages = files.map((file) => readMarkup(readFileSync(file, "utf8")));

/** /0 is the first page, /1 the second. */
const page = (markup: Markup[], index: number) => ({
  id: `page${index}`, parentId: "root", path: String(index),
  module: { default: () => toElements(markup), loader: async () => json((await pool.query(EQUAL_QUERY)).rows) },
});
const routes = [{ id: "root", path: "", module: { default: () => createElement(Outlet) } }, ...pages.map(page)];

function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${renderToString(createElement(RemixServer, { context, url: request.url }))}`, { status, headers });
}

const assets = routes.map(({ module, ...route }) => [route.id, { ...route, module: "", imports: [], hasLoader: "loader" in module }]);
const handle = createRequestHandler({
  entry: { module: { default: handleRequest } },
  routes: Object.fromEntries(routes.map((route) => [route.id, route])),
  assets: { entry: { module: "", imports: [] }, routes: Object.fromEntries(assets), url: "", version: "1" },
  publicPath: "/", assetsBuildDirectory: "", isSpaMode: false, mode: "production", future: { v3_singleFetch: false },
} as unknown as ServerBuild, "production");

const server = createServer((asked, response) => {
  handle(new Request(`http://127.0.0.1${asked.url}`)).then(
    async (answer) => response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text()),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`Ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
