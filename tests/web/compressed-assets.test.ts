/** Assets go out in the form compressed at build to browsers that read it, and plainly to the others. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressedAssets } from "../../app/web/compressed-assets";

const folder = mkdtempSync(join(tmpdir(), "assets-"));
const script = "export const answer = 42;".repeat(20);
let origin = "";
let close = () => {};

beforeAll(async () => {
  writeFileSync(join(folder, "page-A1.js"), script);
  writeFileSync(join(folder, "page-A1.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "new-B2.js"), script);
  const app = express();
  app.use("/assets", compressedAssets(folder), express.static(folder, { fallthrough: false, redirect: false }));
  app.use((_error: unknown, _req: express.Request, res: express.Response, _next: express.NextFunction) => void res.status(404).end());
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, encodings: string) => fetch(origin + path, { headers: { "Accept-Encoding": encodings } });

describe("compressed assets", () => {
  it.each([
    ["the compressed form to who reads it", "/assets/page-A1.js", "gzip, br", "br"],
    ["the plain form to who does not", "/assets/page-A1.js", "gzip", null],
    ["the plain form to who refuses it", "/assets/page-A1.js", "br;q=0", null],
    ["the plain form where there is no other", "/assets/new-B2.js", "br", null],
  ])("%s", async (_, path, asked, given) => {
    const response = await get(path, asked);
    expect([response.status, response.headers.get("Content-Encoding")]).toEqual([200, given]);
    expect(response.headers.get("Content-Type")).toMatch(/^(text|application)\/javascript/i);
    expect(await response.text()).toBe(script);
  });

  it.each(["/assets/nothing.js", "/assets/../page-A1.js", "/assets/sub/page-A1.js", "/assets/%2e%2e%2fpage-A1.js"])("has nothing at %s", async (path) => {
    expect((await get(path, "br")).status).toBe(404);
  });
});
