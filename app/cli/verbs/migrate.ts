import { assertInstallation, claimInstallation } from "~/features/installation/claim-installation.server";
import { migrate } from "~db/migrate.server";
import { findInstallation } from "~db/queries/installation";
import { DONE, Misuse, type Verb } from "../cli";
import { placeOf } from "../database-place";
import { readOptions } from "../options";

/** Creates or brings up to date; a new database is stamped demo or production once and for all. */
export const migrateVerb: Verb = {
  name: "migrate",
  usage: "[--kind demo|production]",
  summary: "create the database or bring it up to date",
  async run(args, cli) {
    const { values, flags } = readOptions(args, { values: ["kind"] });
    const asked = values.kind;
    if (asked !== undefined && asked !== "demo" && asked !== "production") throw new Misuse("--kind is demo or production");
    const place = placeOf(cli.env, "cli");
    const database = await cli.open(place, "npm run cli -- migrate", true);
    try {
      if (asked) await assertInstallation(database.db, asked);
      const applied = await migrate(database.db);
      const standing = (await findInstallation(database.db))?.kind;
      // only the demo's own folder is taken for a demo without being told
      const kind = asked ?? standing ?? ("dataDir" in place && !cli.env.DATA_DIR ? "demo" : "production");
      await claimInstallation(database.db, kind);
      const done = applied.length === 0 ? "Up to date." : `Applied ${applied.join(", ")}.`;
      cli.out(flags.json ? JSON.stringify({ applied, kind }) : `${done} This is a ${kind} database.`);
      return DONE;
    } finally {
      await database.close();
    }
  },
};
