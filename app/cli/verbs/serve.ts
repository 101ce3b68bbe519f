import pino from "pino";
import { prepareFirstRun } from "~/features/account/first-run.server";
import { assertInstallation, claimInstallation } from "~/features/installation/claim-installation.server";
import { migrate } from "~db/migrate.server";
import { findInstallation } from "~db/queries/installation";
import { type Verb } from "../cli";
import { placeOf } from "../database-place";
import { readOptions } from "../options";
import { serveUntilStopped } from "../serve-until-stopped";

/** Production: DATABASE_URL or the embedded database in its own folder, brought up to date, no demo data. */
export const serveVerb: Verb = {
  name: "serve",
  usage: "",
  summary: "serve in production (npm start)",
  async run(args, cli) {
    readOptions(args, {});
    const log = pino({ level: cli.env.LOG_LEVEL });
    const database = await cli.open(placeOf(cli.env, "serve"), "npm start", true);
    let setupCode: string | null;
    try {
      await assertInstallation(database.db, "production");
      await migrate(database.db);
      const isNew = (await findInstallation(database.db)) === null;
      await claimInstallation(database.db, "production");
      if (isNew) {
        // seeds read their files when loaded; a server that has its data never needs them
        const { seedReference } = await import("../../../seeds/run");
        await seedReference(database.db, cli.now());
      }
      setupCode = await prepareFirstRun(database.db, cli.now());
    } catch (error) {
      await database.close();
      throw error;
    }
    return serveUntilStopped(cli, {
      database,
      clock: cli.now,
      log,
      ready({ url }) {
        cli.out(`Ready at ${url} with ${database.description}.`);
        const first = new URL("/setup", cli.env.PUBLIC_URL ?? url);
        if (setupCode) cli.out(`First start: open ${first.href} and make the first administrator with the code ${setupCode}`);
      },
    });
  },
};
