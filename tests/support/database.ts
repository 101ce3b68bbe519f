import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { type Db, openDatabase, type OpenDatabase } from "~db/client.server";
import { onServer, withDatabase } from "./migrate-once";

interface Options {
  /** fills the database once for the whole file; its rows and those of the tests then stay until the file ends */
  once?: (db: Db) => Promise<void>;
}

export interface TestDatabase {
  readonly db: Db;
  readonly engine: OpenDatabase["engine"];
  /** address of this worker's own database on PostgreSQL, null on the embedded one */
  readonly url: string | null;
}

/**
 * A migrated, empty database for the tests of a file: `const database = useDatabase(); … database.db`.
 * It is emptied before every test, or, with `once`, filled once and emptied at the end.
 */
export function useDatabase(options: Options = {}): TestDatabase {
  let open: Worker | undefined;
  const worker = () => {
    if (!open) throw new Error("the test database is open inside tests and hooks only");
    return open;
  };
  beforeAll(async () => {
    open = await workerDatabase();
    await emptyDatabase(open.db);
    if (options.once) await options.once(open.db);
  });
  if (!options.once) beforeEach(() => emptyDatabase(worker().db));
  afterAll(() => emptyDatabase(worker().db));
  return {
    get db() {
      return worker().db;
    },
    get engine() {
      return worker().engine;
    },
    get url() {
      return worker().url;
    },
  };
}

type Worker = OpenDatabase & { url: string | null };

/** A database of its own, apart from the worker's, for tests that close, break or reopen one. Close it yourself. */
export async function anotherDatabase(): Promise<Worker> {
  const given = inject("testDatabase");
  if ("dump" in given) {
    return { ...(await openDatabase({ memory: true, dump: new Blob([readFileSync(given.dump)]) })), url: null };
  }
  const name = `${given.template}_${randomUUID().slice(0, 8)}`;
  await onServer(given.url, `create database ${name} template ${given.template}`);
  const url = withDatabase(given.url, name);
  return { ...(await openDatabase({ url, poolSize: 4 })), url };
}

/** Test files of one worker share a process, so the database outlives the file. */
const shared = globalThis as { testDatabase?: Promise<Worker> };

function workerDatabase(): Promise<Worker> {
  return (shared.testDatabase ??= anotherDatabase());
}

/** Removes every row of every table; guards and foreign keys stand aside for this transaction only. */
export async function emptyDatabase(db: Db): Promise<void> {
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  const counts = tables.rows.map(({ name }) => sql`select ${name} as name where exists (select from ${sql.table(name)})`);
  const filled = await sql<{ name: string }>`${sql.join(counts, sql` union all `)}`.execute(db);
  if (filled.rows.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const { name } of filled.rows) await sql`delete from ${sql.table(name)}`.execute(trx);
  });
}
