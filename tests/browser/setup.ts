import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildIfStale } from "../../app/cli/build-if-stale";
import { writeDemoStory } from "../../app/cli/demo-data";
import { claimInstallation } from "../../app/features/installation/claim-installation.server";
import { type OpenDatabase, openDatabase } from "../../db/client.server";
import { migrate } from "../../db/migrate.server";
import { findBrowser } from "../support/find-browser";
import { dropDatabases, onServer, withDatabase } from "../support/migrate-once";

/** The day on which the demo stands in every browser test. */
const TODAY = "2026-11-25";

declare module "vitest" {
  interface ProvidedContext {
    browserPath: string;
    demoToday: string;
    /** the demo, written once: a dump of the embedded database or a template database on PostgreSQL */
    demoDatabase: { dump: string } | { url: string; template: string };
  }
}

/** Once a run: the production build, a browser, and the demo story for every file to start from. */
export default async function prepareBrowserTests(project: TestProject): Promise<() => Promise<void>> {
  project.provide("browserPath", findBrowser());
  project.provide("demoToday", TODAY);
  await buildIfStale();
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    project.provide("demoDatabase", { dump: await demoDump() });
    return async () => {};
  }
  const template = `ibm_browser_${process.pid}_${Date.now().toString(36)}`;
  await onServer(url, `create database ${template}`);
  const database = await openDatabase({ url: withDatabase(url, template), poolSize: 1 });
  await fill(database);
  await database.close();
  project.provide("demoDatabase", { url, template });
  return () => dropDatabases(url, template);
}

async function fill({ db }: OpenDatabase): Promise<void> {
  await migrate(db);
  await claimInstallation(db, "demo");
  await writeDemoStory(db, TODAY, `${TODAY}T06:00:00.000Z`);
}

/** Kept under a name that changes with whatever makes the story. */
async function demoDump(): Promise<string> {
  const folder = "node_modules/.cache/test-database";
  const hash = createHash("sha256").update(process.version);
  for (const file of ["db", "seeds", "app/domain", "app/features/cycle"].flatMap(filesIn)) hash.update(readFileSync(file));
  const dump = `${folder}/demo-${hash.digest("hex").slice(0, 16)}.tar`;
  if (existsSync(dump)) return dump;
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase({ memory: true });
  await fill(database);
  const blob = await database.embedded!.dumpDataDir("none");
  await database.close();
  writeFileSync(`${dump}.${process.pid}`, Buffer.from(await blob.arrayBuffer()));
  renameSync(`${dump}.${process.pid}`, dump);
  return dump;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: false })
    .map((name) => join(folder, name))
    .filter((path) => /\.(ts|json)$/.test(path))
    .sort();
}
