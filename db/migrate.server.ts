import { type Migration, type MigrationResult, Migrator } from "kysely";
import type { Db } from "./client.server";
import * as m0001 from "./migrations/0001_people_and_bodies";
import * as m0002 from "./migrations/0002_plan";
import * as m0003 from "./migrations/0003_reporting";
import * as m0004 from "./migrations/0004_guards_and_audit";
import * as m0005 from "./migrations/0005_no_truncation";
import * as m0006 from "./migrations/0006_verdicts";
import * as m0007 from "./migrations/0007_editions";
import * as m0008 from "./migrations/0008_freshness";

/** Every migration in order, listed by hand so that a build needs no folder at run time. Forward only. */
const MIGRATIONS: Record<string, Migration> = {
  "0001_people_and_bodies": m0001,
  "0002_plan": m0002,
  "0003_reporting": m0003,
  "0004_guards_and_audit": m0004,
  "0005_no_truncation": m0005,
  "0006_verdicts": m0006,
  "0007_editions": m0007,
  "0008_freshness": m0008,
};

function migrator(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
}

/** Brings the database up to date and returns the names applied now. A failed migration throws, leaving none of it. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results } = await migrator(db).migrateToLatest();
  const failed = results?.find((result: MigrationResult) => result.status === "Error");
  if (error) throw new Error(`migration ${failed?.migrationName ?? ""} failed`, { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** Names of migrations the database still lacks; readiness asks this. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}
