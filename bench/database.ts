import { randomBytes } from "node:crypto";
import pg from "pg";
import { claimInstallation } from "~/features/installation/claim-installation.server";
import { type OpenDatabase, openDatabase } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { seedDemo } from "../seeds/run";

export interface BenchDatabase extends OpenDatabase {
  url: string;
}

/** Databases of this run: each with a name of its own, all dropped at its end. */
export class BenchDatabases {
  readonly #prefix = `ibm_bench_${process.pid}_${randomBytes(3).toString("hex")}`;
  readonly #open: BenchDatabase[] = [];
  constructor(private readonly server: string) {}

  /** Empty and migrated. */
  async make(purpose: string): Promise<BenchDatabase> {
    const name = `${this.#prefix}_${purpose}`;
    await this.#onServer(`create database ${name}`);
    const address = new URL(this.server);
    address.pathname = `/${name}`;
    const database = { ...(await openDatabase({ url: address.toString(), poolSize: 4 })), url: address.toString() };
    this.#open.push(database);
    await migrate(database.db);
    return database;
  }

  /** With the demo story of a day in it, stamped as production serves it. */
  async makeDemo(today: string): Promise<BenchDatabase> {
    const database = await this.make("demo");
    await claimInstallation(database.db, "demo");
    await seedDemo(database.db, { today });
    await database.db.updateTable("installation").set({ kind: "production" }).execute();
    return database;
  }

  async dropAll(): Promise<void> {
    for (const { close, url } of this.#open.splice(0)) {
      await close();
      await this.#onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
    }
  }

  async #onServer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
