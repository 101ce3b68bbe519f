import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "~db/client.server";
import { FolderInUse, lockFolder } from "~db/folder-lock.server";
import { verifyAudit } from "~db/queries/audit-check";
import { startChild } from "../support/child";

/** The embedded database on disk: one process a folder, and nothing acknowledged is lost when a process dies. */
let parent: string;
let folder: string;
const WRITER = "tests/support/processes/write-until-killed.ts";

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "folder-"));
  folder = join(parent, "data");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe("the lock beside the folder", () => {
  it("refuses a second opener in the same process and lets go on release", () => {
    const lock = lockFolder(folder, "the demo");
    expect(() => lockFolder(folder, "migrate")).toThrow(FolderInUse);
    lock.release();
    lockFolder(folder, "migrate").release();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  it.each([
    ["a process that is gone", { pid: 999_999_999, host: hostname(), started: "1" }],
    ["a process number that now belongs to another process", { pid: process.ppid, host: hostname(), started: "1" }],
    ["an earlier process with our own number, as in a restarted container", { pid: process.pid, host: hostname(), started: "1" }],
  ])("takes over from %s", (_what, holder) => {
    writeFileSync(`${folder}.lock`, JSON.stringify({ ...holder, what: "the demo", since: "2026-11-25T08:00:00.000Z" }));
    const lock = lockFolder(folder, "migrate");
    expect(JSON.parse(readFileSync(`${folder}.lock`, "utf8"))).toMatchObject({ pid: process.pid, what: "migrate" });
    lock.release();
  });

  it("takes over a lock file that says nothing", () => {
    writeFileSync(`${folder}.lock`, "");
    lockFolder(folder, "migrate").release();
  });

  it("does not guess about another machine: it names it and the file to delete", () => {
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: 7, host: "elsewhere", started: null, what: "the demo", since: "…" }));
    expect(() => lockFolder(folder, "migrate")).toThrow(/process 7 on elsewhere .*delete .*data\.lock/);
  });
});

describe("a process that writes and is killed", () => {
  it("holds the folder while it runs; after kill −9 every acknowledged row is there and the chain holds", async () => {
    const writer = startChild(WRITER, [folder]);
    await writer.line((line) => line === "25");

    await expect(openDatabase({ dataDir: folder, what: "migrate" })).rejects.toThrow(
      `The embedded database in ${folder} is in use by process ${writer.pid} (a test that writes, since `,
    );

    await writer.end("SIGKILL");
    const acknowledged = writer.lines.filter((line) => /^\d+$/.test(line)).map(Number);

    const { db, close, description } = await openDatabase({ dataDir: folder, what: "the check" });
    try {
      const versions = await db.selectFrom("measurement_version").select("no").orderBy("no").execute();
      expect(versions.map((version) => version.no).slice(0, acknowledged.length)).toEqual(acknowledged);
      expect((await verifyAudit(db)).problems).toEqual([]);
      expect(description).toContain("for evaluation");
    } finally {
      await close();
    }
    expect(existsSync(`${folder}.lock`)).toBe(false);
  }, 60_000);
});
