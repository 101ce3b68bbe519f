import { request as httpRequest } from "node:http";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "~/web/server";
import { testBuild } from "../support/app";
import { aClock } from "../support/clock";
import type { Db } from "~db/client.server";
import { anotherDatabase, useDatabase } from "../support/database";
import { anInstallation, aPerson } from "../support/people";
import { aReportingStory } from "../support/reporting-story";

const database = useDatabase();
const clock = aClock();
let server: RunningServer;
let lines: string[];

async function start(db: Db, trustProxy: boolean | number = false): Promise<void> {
  lines = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  server = await startServer({ db, port: 0, clock: clock.now, mode: "production", log, build: testBuild(), trustProxy });
}

beforeEach(async () => {
  await anInstallation(database.db);
  await start(database.db);
});
afterEach(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: "manual" });

describe("every answer", () => {
  it("lets nothing in from elsewhere: a strict policy with this answer's nonce, on scripts too", async () => {
    const response = await get("/sign-in");
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
    for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'", "connect-src 'self'", "worker-src 'self'"]) {
      expect(policy.split("; ")).toContain(directive);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const html = await response.text();
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes("src=") && !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/ style="| on[a-z]+="|https?:\/\/(?!localhost|www\.w3\.org)/);
    expect((await get("/sign-in")).headers.get("Content-Security-Policy")).not.toBe(policy);
  });

  it("says nothing of https where there is none, and insists on it behind a trusted proxy", async () => {
    const plain = await get("/sign-in", { "X-Forwarded-Proto": "https" });
    expect(plain.headers.get("Strict-Transport-Security")).toBeNull();
    expect(plain.headers.getSetCookie().join()).toMatch(/^device=/);
    await server.close();
    await start(database.db, 1);
    const secure = await get("/sign-in", { "X-Forwarded-Proto": "https" });
    expect(secure.headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
    expect(secure.headers.get("Content-Security-Policy")).toContain("upgrade-insecure-requests");
    expect(secure.headers.getSetCookie().join()).toMatch(/^__Host-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure$/);
  });

  it("remembers a language asked for in the address", async () => {
    const response = await get("/sign-in?lang=en");
    expect(response.headers.getSetCookie().join()).toContain("lang=en; Path=/");
    expect(await response.text()).toContain('<html lang="en"');
  });
});

describe("a page that is kept", () => {
  it("is sent with this answer's nonce, compressed or not, sets nothing and is stored nowhere", async () => {
    const story = await aReportingStory(database.db);
    const { cookies } = await aPerson(database.db, clock.now(), { roles: ["leadership"] });
    const path = `/plans/${story.planCode}/scorecard/2026`;
    const sizes: number[] = [];
    for (const encoding of ["identity", "gzip", "identity", "gzip"]) {
      const response = await get(path, { Cookie: cookies, "Accept-Encoding": encoding });
      const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get("Content-Security-Policy") ?? "")?.[1];
      const html = await response.text();
      expect(new Set([...html.matchAll(/nonce="([^"]*)"/g)].map((match) => match[1]))).toEqual(new Set([nonce]));
      expect(html).toContain(response.headers.get("X-Request-Id") ?? "no number");
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(["Cache-Control", "Content-Encoding", "Content-Language", "Vary"].map((name) => response.headers.get(name))).toEqual(
        ["no-store", encoding === "gzip" ? "gzip" : null, "uk", "Cookie, Accept-Encoding"]);
      sizes.push(Number(response.headers.get("Content-Length")));
    }
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 3);
    expect(sizes.slice(2)).toEqual(sizes.slice(0, 2));
  });
});

describe("one line a request", () => {
  it("with its number, without query, token, cookie or address", async () => {
    const response = await get("/sign-in?next=%2Fplans%3Fq%3Dsecret", { Cookie: "session=topsecret" });
    await (await get("/reset/one-time-token-of-somebody")).text();
    await response.text();
    await server.close();
    const all = lines.filter((line) => line.includes('"msg":"request"'));
    expect(all).toHaveLength(2);
    expect(JSON.parse(all[0] ?? "{}")).toMatchObject({ reference: response.headers.get("X-Request-Id"), method: "GET", path: "/sign-in", status: 200 });
    expect(lines.join("")).not.toMatch(/secret|one-time-token|127\.0\.0\.1/);
  });
});

describe("bodies above the limit", () => {
  it("are refused by their declared length", async () => {
    const response = await fetch(`${server.url}/sign-in`, { method: "POST", body: "x".repeat(1_048_577), headers: { "Content-Type": "application/x-www-form-urlencoded" } });
    expect(response.status).toBe(413);
  });

  it("and cut off where none is declared", async () => {
    const outcome = await new Promise<string>((resolve) => {
      const { hostname, port } = new URL(server.url);
      const request = httpRequest({ hostname, port, path: "/sign-in", method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } }, (response) => resolve(String(response.statusCode)));
      request.on("error", () => resolve("cut off"));
      for (let part = 0; part < 40; part += 1) request.write("x".repeat(65_536));
      request.end();
    });
    expect(["cut off", "413", "400", "500"]).toContain(outcome);
  });
});

describe("an address that is nothing", () => {
  it("is a plain page with a number, in the frame", async () => {
    const response = await get("/nothing/here");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(response.headers.get("X-Request-Id") ?? "no number");
  });

  it("among the assets is too", async () => {
    expect((await get("/assets/none.js")).status).toBe(404);
  });
});

describe("without the database", () => {
  beforeEach(async () => {
    const broken = await anotherDatabase();
    await anInstallation(broken.db);
    await server.close();
    await start(broken.db);
    expect([(await get("/healthz")).status, (await get("/readyz")).status]).toEqual([200, 200]);
    await broken.close();
  });

  it("the process answers, the database does not; pages are plain ones with a number, logged once; programs get problem+json", async () => {
    expect([(await get("/healthz")).status, (await get("/readyz")).status]).toEqual([200, 503]);
    const cookies = { Cookie: `device=${"d".repeat(43)}; session=x` };

    const page = await get("/sign-in", cookies);
    const reference = page.headers.get("X-Request-Id") ?? "no number";
    expect([page.status, page.headers.get("Retry-After")]).toEqual([503, "30"]);
    const html = await page.text();
    expect(html).toContain("База даних зараз недоступна");
    expect(html).toContain(reference);
    expect(lines.filter((line) => line.includes(reference) && line.includes('"level":50'))).toHaveLength(1);

    const kept = await get("/plans/PLAN-R/scorecard/2026", cookies);
    expect([kept.status, kept.headers.get("Retry-After")]).toEqual([503, "30"]);

    const program = await get("/account", { ...cookies, Accept: "application/json" });
    expect([program.status, program.headers.get("Content-Type")]).toEqual([503, "application/problem+json; charset=utf-8"]);
    expect(await program.json()).toMatchObject({ status: 503, code: "unavailable", reference: program.headers.get("X-Request-Id") });
  });
});
