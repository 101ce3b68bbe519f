import pino from "pino";
import { assertInstallation, claimInstallation } from "~/features/installation/claim-installation.server";
import type { OpenDatabase } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../../seeds/demo/account-list";
import { type Cli, type Verb } from "../cli";
import { placeOf } from "../database-place";
import { demoClock } from "../demo-clock";
import { demoDay, writeDemoStory } from "../demo-data";
import { readOptions } from "../options";
import { serveUntilStopped } from "../serve-until-stopped";

/** From an empty folder to a page: embedded database, demo data, server, one ready line. `npm run demo` builds first. */
export const demoVerb: Verb = {
  name: "demo",
  usage: "",
  summary: "fill and serve the demo (npm run demo)",
  async run(args, cli) {
    readOptions(args, {});
    const clock = demoClock(cli.env.DEMO_TODAY, cli.now);
    const database = await cli.open(placeOf(cli.env, "demo"), "npm run demo", true);
    let day: string;
    try {
      await assertInstallation(database.db, "demo");
      cli.err(`Using the ${database.description}.`);
      day = await prepareDemo(database, cli, clock());
    } catch (error) {
      await database.close();
      throw error;
    }
    // the ready line is the only thing printed until something is wrong
    const log = pino({ level: cli.env.LOG_LEVEL === "info" ? "warn" : cli.env.LOG_LEVEL });
    return serveUntilStopped(cli, { database, clock, log, ready: ({ url }) => cli.out(readyLine(url, day)) });
  },
};

async function prepareDemo(database: OpenDatabase, cli: Cli, now: string): Promise<string> {
  await migrate(database.db);
  await claimInstallation(database.db, "demo");
  const today = demoDay(cli.env.DEMO_TODAY, now);
  const day = await writeDemoStory(database.db, today, now);
  if (day !== today) {
    cli.err(`The demo story in this folder stands on ${day}; stop, delete the folder and start again to have it on ${today}.`);
  }
  return day;
}

function readyLine(url: string, day: string): string {
  const logins = DEMO_ACCOUNTS.map((account) => account.login).join(", ");
  return `Ready at ${url} (story of ${day}); sign in as ${logins}; password for all: ${DEMO_PASSWORD}`;
}
