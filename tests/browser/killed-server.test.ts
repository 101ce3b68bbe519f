import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../seeds/demo/account-list";
import { openDatabase } from "../../db/client.server";
import { verifyAudit } from "../../db/queries/audit-check";
import { type Child, startChild } from "../support/child";
import { type HttpPerson, signedIn } from "../support/http-person";

/** The demo as a newcomer starts it, on disk, killed in the middle of its work. Needs the build, not the browser. */
const MAIN = "build/cli/main.js";
let parent: string;
let folder: string;
const started: Child[] = [];

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "demo-"));
  folder = join(parent, "data");
});
afterAll(async () => {
  for (const child of started) await child.end("SIGKILL");
  rmSync(parent, { recursive: true, force: true });
});

function start(...args: string[]): Child {
  // the demo never uses DATABASE_URL, so one that leads nowhere does no harm
  const child = startChild(MAIN, args, { DATA_DIR: folder, PORT: "0", DATABASE_URL: "postgres://127.0.0.1:1/none", DEMO_TODAY: "2026-11-25" });
  started.push(child);
  return child;
}

async function startDemo(): Promise<{ server: Child; url: string }> {
  const server = start("demo");
  const ready = await server.line((line) => line.startsWith("Ready at "));
  expect(ready, "one line with the address and the accounts").toContain(DEMO_PASSWORD);
  for (const { login } of DEMO_ACCOUNTS) expect(ready).toContain(login);
  return { server, url: /http:\S+/.exec(ready)![0] };
}

/** Adds accounts one after another until the server is gone; returns the logins that were answered. */
async function addAccounts(person: HttpPerson, prefix: string, onAnswer: () => void): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let no = 1; ; no += 1) {
    const login = `${prefix}${no}`;
    try {
      const answer = await person.submit("/admin/users", { login, nameUk: login, nameEn: login, language: "uk" });
      expect(answer.status).toBeLessThan(400);
    } catch (error) {
      if (error instanceof TypeError) return acknowledged;
      throw error;
    }
    acknowledged.push(login);
    onAnswer();
  }
}

describe("the whole server", () => {
  it("kill −9 while two people write: every acknowledged row is there on restart and the chain holds", async () => {
    const first = await startDemo();
    expect(first.server.lines.join("\n")).toContain("for evaluation: a power cut may lose the last writes");

    let answered = 0;
    const count = () => {
      answered += 1;
      if (answered === 12) void first.server.end("SIGKILL");
    };
    const writers = await Promise.all([signedIn(first.url, "admin"), signedIn(first.url, "admin")]);
    const acknowledged = (await Promise.all(writers.map((person, index) => addAccounts(person, `clerk${index}.`, count)))).flat();
    expect(acknowledged.length).toBeGreaterThanOrEqual(12);

    const second = await startDemo();
    const list = await (await (await signedIn(second.url, "admin")).get("/admin/users?q=clerk")).text();
    expect(acknowledged.filter((login) => !list.includes(login))).toEqual([]);
  });

  it("while it runs a verb says which process holds the folder; stopped by SIGTERM it ends cleanly and frees it", async () => {
    const server = started.at(-1)!;
    const verb = startChild(MAIN, ["verify-audit"], { DATA_DIR: folder });
    started.push(verb);
    expect(await verb.exit).toBe(1);
    expect(verb.lines.join("\n")).toContain(`in use by process ${server.pid} (npm run demo, since `);

    expect(await server.end("SIGTERM")).toBe(0);
    expect(existsSync(`${folder}.lock`)).toBe(false);
    const { db, close } = await openDatabase({ dataDir: folder, what: "a test" });
    expect((await verifyAudit(db)).problems).toEqual([]);
    await close();
  });

  it("production refuses the demo's folder", async () => {
    const server = startChild(MAIN, ["serve"], { DATA_DIR: folder, PORT: "0" });
    started.push(server);
    expect(await server.exit).toBe(1);
    expect(server.lines.join("\n")).toContain("created for the demo and is refused for production use");
  });
});
