/** How the public site is answered: before the framework, from memory, with digests, and without the database. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findEditionPage, listPublishedEditions } from "~db/queries/edition-pages";
import type { Db } from "~db/client.server";
import { type RunningServer, startServer } from "~/web/server";
import { testBuild } from "../support/app";
import { aClock } from "../support/clock";
import { anotherDatabase, useDatabase } from "../support/database";
import { anEditionStory, type EditionStory } from "../support/edition-story";
import { anInstallation } from "../support/people";

const STYLE = ".page { color: black; }";
const ROOT = "/public/plans/PLAN-R/2025/1";
let buildFolder: string;
let story: EditionStory;
let server: RunningServer;
let lines: string[];
const clock = aClock();

beforeAll(() => {
  buildFolder = mkdtempSync(join(tmpdir(), "build-"));
  mkdirSync(join(buildFolder, "client", "assets"), { recursive: true });
  writeFileSync(join(buildFolder, "client", "assets", "app-Abc123.css"), STYLE);
});
afterAll(() => rmSync(buildFolder, { recursive: true }));

async function tell(db: Db): Promise<void> {
  await anInstallation(db);
  story = await anEditionStory(db);
  await story.report("NUM", "8", { at: "2026-02-01T08:00:00.000Z" });
  await story.edition();
}

async function start(db: Db): Promise<void> {
  lines = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  server = await startServer({ db, port: 0, clock: clock.now, mode: "production", log, build: testBuild(), buildFolder });
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** as a reader sees it */
  text: string;
}

/** As it comes over the wire: nothing is decompressed or followed on the way. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = httpRequest({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => void parts.push(part));
      response.on("end", () => {
        const body = Buffer.concat(parts);
        const plain = response.headers["content-encoding"] === "gzip" && body.length > 0 ? gunzipSync(body) : body;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: plain.toString("utf8") });
      });
    });
    sent.on("error", reject).end();
  });
}
const GZIP = { "Accept-Encoding": "gzip, deflate, br" };

describe("a page", () => {
  const database = useDatabase({ once: tell });
  beforeEach(() => start(database.db));
  afterEach(() => server.close());

  it("comes as it was drawn, compressed or not, with one digest and nothing of a session", async () => {
    const stored = (await findEditionPage(database.db, ROOT.slice("/public/".length)))!;
    const [small, plain] = [await ask(ROOT, GZIP), await ask(ROOT, { "Accept-Encoding": "gzip;q=0, identity" })];
    expect([small.status, plain.status]).toEqual([200, 200]);
    expect([small.headers["content-encoding"], plain.headers["content-encoding"]]).toEqual(["gzip", undefined]);
    expect(small.body.equals(stored.body)).toBe(true);
    expect(small.text).toBe(plain.text);
    expect([small.headers["content-length"], plain.headers["content-length"]]).toEqual([String(stored.body.length), String(stored.plainSize)]);
    for (const { headers } of [small, plain]) {
      expect(headers).toMatchObject({
        etag: `W/"${stored.etag}"`, vary: "Accept-Encoding", "cache-control": "public, max-age=600", "content-type": "text/html; charset=utf-8", "content-language": "uk",
        "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "x-frame-options": "DENY",
      });
      expect(headers["content-security-policy"]).toBe("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      expect(headers["set-cookie"]).toBeUndefined();
    }
  });

  it.each([
    ["the digest, weak", (etag: string) => etag, 304],
    ["the digest, strong", (etag: string) => etag.replace("W/", ""), 304],
    ["one of several", (etag: string) => `"x", ${etag}`, 304],
    ["any", () => "*", 304],
    ["another", () => 'W/"x"', 200],
  ])("is not sent again to who has %s", async (_what, sent, status) => {
    const { headers } = await ask(ROOT, GZIP);
    const again = await ask(ROOT, { ...GZIP, "If-None-Match": sent(String(headers.etag)) });
    expect([again.status, again.body.length > 0, again.headers.etag]).toEqual([status, status === 200, headers.etag]);
  });

  it("is told of without its body", async () => {
    const [whole, head] = [await ask(ROOT, GZIP), await ask(ROOT, GZIP, "HEAD")];
    const without = ({ date: _date, ...headers }: IncomingHttpHeaders) => headers;
    expect([head.status, head.body.length, without(head.headers)]).toEqual([200, 0, without(whole.headers)]);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("is only read: %s", async (method) => {
    const answer = await ask("/public/en/plans/PLAN-R/2025/1", {}, method);
    expect([answer.status, answer.headers.allow, answer.headers["content-language"]]).toEqual([405, "GET, HEAD", "en"]);
  });

  it("that is nothing says so in the language of its address, with a way on and the same policy", async () => {
    for (const [path, language, words] of [["/public/plans/PLAN-R/2025/9", "uk", "Сторінки не знайдено"], ["/public/en/nothing", "en", "Page not found"], ["/public/%E0%A4%A", "uk", "Сторінки не знайдено"], ["/public/../etc", "uk", ""]] as const) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers["cache-control"]]).toEqual([path, 404, "no-store"]);
      if (words === "") continue;
      expect(answer.text).toContain(`<html lang="${language}"`);
      expect(answer.text).toContain(words);
      expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });

  it("has one address", async () => {
    for (const path of [`${ROOT}/`, "/public/plans/PLAN%2DR/2025/1"]) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers.location]).toEqual([path, 302, ROOT]);
    }
    expect((await ask("/public/")).status).toBe(200);
  });

  it("asked for again asks the database for nothing", async () => {
    let queries = 0;
    await server.close();
    await start(database.db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }));
    await ask(ROOT);
    queries = 0;
    for (let turn = 0; turn < 5; turn += 1) expect((await ask(ROOT)).status).toBe(200);
    expect(queries).toBe(0);
    // the list of editions is looked at once a second, however many ask
    clock.pass("PT1S");
    await Promise.all(Array.from({ length: 5 }, () => ask(ROOT)));
    expect(queries).toBe(1);
  });

  it("of the site itself is there in both languages: the list, accessibility, the style", async () => {
    for (const [path, words] of [["/public", "Видання 1 від 25.11.2026"], ["/public/en", "Edition 1 of"], ["/public/accessibility", "WCAG 2.2"], ["/public/en/accessibility", "WCAG 2.2"]] as const) {
      const answer = await ask(path, GZIP);
      expect([path, answer.status, answer.headers["cache-control"]]).toEqual([path, 200, "public, max-age=0, must-revalidate"]);
      expect(answer.text.replaceAll("\u00a0", " ")).toContain(words);
    }
    const style = await ask("/public/style.css", GZIP);
    expect([style.status, style.headers["content-type"], style.text]).toEqual([200, "text/css; charset=utf-8", STYLE]);
  });

  it("as a file is saved under a name that says what it is", async () => {
    const answer = await ask("/public/en/plans/PLAN-R/2025/1/goals.csv");
    expect(answer.headers).toMatchObject({ "content-type": "text/csv; charset=utf-8; header=present", "content-disposition": 'attachment; filename="PLAN-R-2025-1-goals-en.csv"', "content-language": "en" });
    expect(answer.text.startsWith("\ufeff")).toBe(true);
  });

  it("leaves no line in the log: who reads what is nobody's business", async () => {
    await ask(ROOT);
    expect(lines).toEqual([]);
  });
});

describe("a code", () => {
  const database = useDatabase({ once: tell });
  let code: string;
  beforeEach(async () => {
    await start(database.db);
    code = (await listPublishedEditions(database.db))[0]!.code;
  });
  afterEach(() => server.close());

  it.each([
    ["as printed", (c: string) => `/public/c/${c}-2`, `${ROOT}/tree`],
    ["in small letters", (c: string) => `/public/c/${c.toLowerCase()}-2`, `${ROOT}/tree`],
    ["on the English site", (c: string) => `/public/en/c/${c}-2`, "/public/en/plans/PLAN-R/2025/1/tree"],
    ["typed into the form, with a space", (c: string) => `/public/c?code=+${c.toLowerCase()}-2+`, `${ROOT}/tree`],
    ["with the dash of a typesetter", (c: string) => `/public/c?code=${encodeURIComponent(c.replace("-", "–"))}`, ROOT],
    ["of an edition alone", (c: string) => `/public/c/${c}`, ROOT],
    ["left empty", () => "/public/en/c?code=", "/public/en"],
  ])("%s opens its page", async (_how, address, page) => {
    const answer = await ask(address(code));
    expect([answer.status, answer.headers.location]).toEqual([302, page]);
  });

  it.each([["/public/c/K7Q-204-17"], ["/public/c/x"], ["/public/c?code=%3Cscript%3E"], ["/public/c?code=%E0%A4%A"]])("that is nothing keeps what was typed: %s", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain("<script>");
    expect(answer.text).toContain('action="/public/c"');
  });
});

describe("a newly released edition", () => {
  const database = useDatabase();

  it("appears on every server within a second, the earlier one says it was corrected", async () => {
    await tell(database.db);
    await start(database.db);
    const first = server;
    await start(database.db);
    const second = server;
    const onBoth = async (path: string) => {
      const answers = [];
      for (const each of [first, second]) {
        server = each;
        answers.push(await ask(path));
      }
      return answers;
    };
    expect((await onBoth("/public/plans/PLAN-R/2025/2")).map(({ status }) => status)).toEqual([404, 404]);
    expect((await onBoth(ROOT)).map(({ text }) => text.includes("виправлено виданням"))).toEqual([false, false]);
    await story.report("NUM", "9", { at: "2026-11-01T08:00:00.000Z", no: 2, reason: "Уточнено." });
    await story.edition({ cutOff: "2026-11-24" });
    clock.pass("PT1S");
    expect((await onBoth(ROOT)).map(({ text }) => text.includes("виправлено виданням"))).toEqual([true, true]);
    expect((await onBoth("/public/plans/PLAN-R/2025/2")).map(({ status }) => status)).toEqual([200, 200]);
    expect((await onBoth("/public")).map(({ text }) => text.includes("Видання 2"))).toEqual([true, true]);
    await first.close();
    await second.close();
  });
});

describe("without the database", () => {
  it("what was read before is still there, the rest says that it is not available, once in the log", async () => {
    const broken = await anotherDatabase();
    await tell(broken.db);
    await start(broken.db);
    for (const path of [ROOT, "/public", "/public/style.css"]) expect((await ask(path)).status).toBe(200);
    await broken.close();
    clock.pass("PT1S");
    for (const path of [ROOT, "/public", "/public/style.css"]) expect([path, (await ask(path)).status]).toEqual([path, 200]);
    const other = await ask("/public/en/plans/PLAN-R/2025/1");
    expect([other.status, other.headers["retry-after"], other.headers["cache-control"]]).toEqual([503, "30", "no-store"]);
    expect(other.text).toContain("not available");
    expect(lines.filter((line) => line.includes('"level":50'))).toHaveLength(1);
    await server.close();

    // a server that begins then has nothing to show, and says so
    await start(broken.db);
    expect((await ask("/public")).status).toBe(503);
    await server.close();
  });
});
