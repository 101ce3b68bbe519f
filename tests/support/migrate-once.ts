import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../db/client.server";
import { migrate } from "../../db/migrate.server";

declare module "vitest" {
  interface ProvidedContext {
    /** a dump of a migrated embedded database, or a migrated template database on PostgreSQL */
    testDatabase: { dump: string } | { url: string; template: string };
  }
}

/** Migrates once a run; every worker then loads a copy. On PostgreSQL all databases of the run are dropped at its end. */
export default async function migrateOnce(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    project.provide("testDatabase", { dump: await migratedDump() });
    return async () => {};
  }
  const template = `ibm_test_${process.pid}_${Date.now().toString(36)}`;
  await onServer(url, `create database ${template}`);
  const { db, close } = await openDatabase({ url: withDatabase(url, template), poolSize: 1 });
  await migrate(db);
  await close();
  project.provide("testDatabase", { url, template });
  return () => dropDatabases(url, template);
}

/** The dump is kept under a name that changes with the migrations, so an unchanged schema costs nothing. */
async function migratedDump(): Promise<string> {
  const folder = "node_modules/.cache/test-database";
  const hash = createHash("sha256").update(process.version);
  for (const file of readdirSync("db/migrations").sort()) hash.update(readFileSync(`db/migrations/${file}`));
  const dump = `${folder}/${hash.digest("hex").slice(0, 16)}.tar`;
  if (!existsSync(dump)) {
    mkdirSync(folder, { recursive: true });
    const { db, embedded, close } = await openDatabase({ memory: true });
    await migrate(db);
    const blob = await embedded!.dumpDataDir("none");
    await close();
    const partial = `${dump}.${process.pid}`;
    writeFileSync(partial, Buffer.from(await blob.arrayBuffer()));
    renameSync(partial, dump);
  }
  return dump;
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Drops every database whose name begins so. */
export async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database where starts_with(datname, $1)", [prefix]);
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
