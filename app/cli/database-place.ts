import { existsSync } from "node:fs";
import type { Env } from "~/env.server";
import { type OpenDatabase, openDatabase } from "~db/client.server";
import { pendingMigrations } from "~db/migrate.server";
import { type Cli, Refusal } from "./cli";

/** What is run: the demo never reads DATABASE_URL; production and the demo keep apart folders. */
export type Command = "demo" | "serve" | "cli";
export type Place = { url: string } | { dataDir: string };

const FOLDERS: Record<Command, string> = { demo: "./.data/demo", serve: "./.data/production", cli: "./.data/demo" };

export function placeOf(env: Env, command: Command): Place {
  if (env.DATABASE_URL && command !== "demo") return { url: env.DATABASE_URL };
  return { dataDir: env.DATA_DIR ?? FOLDERS[command] };
}

/** Opens the place for a command; `what` is what a second opener is told. */
export function openPlace(place: Place, what: string): Promise<OpenDatabase> {
  return openDatabase("url" in place ? place : { ...place, what });
}

/** Opens an existing, migrated database for a verb, runs it and closes. Makes no database by looking for one. */
export async function withDatabase<T>(cli: Cli, verb: string, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const place = placeOf(cli.env, "cli");
  if ("dataDir" in place && !existsSync(place.dataDir)) {
    throw new Refusal(`There is no database in ${place.dataDir} yet. Run the demo or \`npm run cli -- migrate\` first.`);
  }
  const database = await openPlace(place, `npm run cli -- ${verb}`);
  try {
    const pending = await pendingMigrations(database.db);
    if (pending.length > 0) {
      throw new Refusal(`The database lacks ${pending.join(", ")}. Run \`npm run cli -- migrate\` first.`);
    }
    return await work(database);
  } finally {
    await database.close();
  }
}
