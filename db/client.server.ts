import { mkdirSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { lockFolder } from "./folder-lock.server";
import { prepareMarked } from "./prepared";
import type { DB } from "./schema";
import { typeParsers } from "./type-parsers.server";

export type Db = Kysely<DB>;
export type Trx = Transaction<DB>;

/** Where the data lives: a PostgreSQL address, a folder of the embedded database, or memory (tests; `dump` fills it). */
export type Source =
  | { url: string; poolSize?: number }
  | { dataDir: string; what: string }
  | { memory: true; dump?: Blob };

export interface OpenDatabase {
  db: Db;
  engine: "postgresql" | "embedded";
  /** a sentence for the start-up line */
  description: string;
  /** the embedded engine itself, for dumps; absent on PostgreSQL */
  embedded?: PGlite;
  /** ends connections, the embedded engine and the folder's lock; safe to call twice */
  close(): Promise<void>;
}

/**
 * Opens either engine behind the same driver, dialect, types and error codes. Throws FolderInUse when another process
 * holds the folder. The embedded engine has one connection: inside a transaction only `trx` may be used.
 */
export async function openDatabase(source: Source): Promise<OpenDatabase> {
  return "url" in source ? openPostgres(source.url, source.poolSize ?? 10) : openEmbedded(source);
}

/**
 * Sessions run in UTC, so that instants and row digests read the same everywhere, and without compiling queries or
 * sharing them out among workers: one that is answered in milliseconds would wait longer for that, once tables are large.
 */
const session = {
  types: typeParsers,
  onConnect: async (client: pg.ClientBase) => {
    await client.query("set timezone to 'UTC'; set jit to off; set max_parallel_workers_per_gather to 0");
  },
  // waiting longer than this for a connection is a fault (an outer db used inside a transaction), not a queue
  connectionTimeoutMillis: 30_000,
};

function openPostgres(url: string, max: number): OpenDatabase {
  const pool = new pg.Pool({ ...session, connectionString: url, max, application_name: "ibm-strategy-monitor" });
  // an idle connection that breaks is replaced by the pool; without a listener it would end the process
  pool.on("error", () => {});
  pool.on("connect", prepareMarked);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: "postgresql", description: "PostgreSQL", close: once(() => db.destroy()) };
}

async function openEmbedded(source: { dataDir: string; what: string } | { memory: true; dump?: Blob }): Promise<OpenDatabase> {
  const folder = "dataDir" in source ? source.dataDir : undefined;
  const lock = "dataDir" in source ? lockFolder(source.dataDir, source.what) : undefined;
  try {
    if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 });
    // loaded only here: a server on PostgreSQL starts without the embedded engine
    const { PGlite } = await import("@electric-sql/pglite");
    const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
    const { createPgConfig } = await import("@electric-sql/pglite/node-postgres");
    const embedded = await PGlite.create({
      ...(folder ? { dataDir: folder } : {}),
      ...("dump" in source && source.dump ? { loadDataDir: source.dump } : {}),
      extensions: { pg_trgm },
      // the engine's own 128 MB would be a third of the server's memory for a database that fits in a quarter of it
      startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"],
    });
    const pool = new pg.Pool({ ...createPgConfig(embedded), ...session, max: 1, idleTimeoutMillis: 0 });
    const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
    const close = once(async () => {
      await db.destroy();
      await embedded.close();
      lock?.release();
    });
    const description = folder
      ? `embedded database in ${folder} (for evaluation: a power cut may lose the last writes; use PostgreSQL in production)`
      : "embedded database in memory";
    return { db, engine: "embedded", description, embedded, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}
