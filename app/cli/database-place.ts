import { existsSync } from "node:fs";
import type { Env } from "~/env.server";
import { type OpenDatabase, openDatabase } from "~db/client.server";
import { pendingMigrations } from "~db/migrate.server";
import { type Cli, type OpenPlace, type Place, Refusal } from "./cli";

/** What is run: the demo never reads DATABASE_URL; production and the demo keep apart folders. */
type Command = "demo" | "serve" | "cli";

const FOLDERS: Record<Command, string> = { demo: "./.data/demo", serve: "./.data/production", cli: "./.data/demo" };

export function placeOf(env: Env, command: Command): Place {
  if (env.DATABASE_URL && command !== "demo") return { url: env.DATABASE_URL };
  return { dataDir: env.DATA_DIR ?? FOLDERS[command] };
}

/** Opens the place; unless it may be made, a folder that is not there is refused rather than created by looking. */
export const openPlace: OpenPlace = async (place, what, mayCreate) => {
  if ("dataDir" in place && !mayCreate && !existsSync(place.dataDir)) {
    throw new Refusal(`There is no database in ${place.dataDir} yet. Run the demo or \`npm run cli -- migrate\` first.`);
  }
  return openDatabase("url" in place ? place : { ...place, what });
};

/** Opens a migrated database for a verb, runs it and closes. */
export async function withDatabase<T>(cli: Cli, verb: string, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await cli.open(placeOf(cli.env, "cli"), `npm run cli -- ${verb}`, false);
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
