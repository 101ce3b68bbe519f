import { claimInstallation } from "~/features/installation/claim-installation.server";
import { DONE, Misuse, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { demoClock } from "../demo-clock";
import { demoDay, writeDemoStory } from "../demo-data";
import { readOptions } from "../options";

/** reference: scales, calendar, agencies; safe to repeat, in production too. demo: the three plans, on demo databases only. */
export const seedVerb: Verb = {
  name: "seed",
  usage: "reference|demo",
  summary: "add reference data, or the demo story (refused on production databases)",
  async run(args, cli) {
    const { words, flags } = readOptions(args, { words: 1 });
    const what = words[0];
    if (what !== "reference" && what !== "demo") throw new Misuse("say which: reference or demo");
    return withDatabase(cli, `seed ${what}`, async ({ db }) => {
      const now = demoClock(what === "demo" ? cli.env.DEMO_TODAY : undefined, cli.now)();
      if (what === "reference") {
        const { seedReference } = await import("../../../seeds/run");
        await seedReference(db, now);
        cli.out(flags.json ? JSON.stringify({ seeded: what }) : "Reference data is in place.");
        return DONE;
      }
      await claimInstallation(db, "demo");
      const day = await writeDemoStory(db, demoDay(cli.env.DEMO_TODAY, now), now);
      cli.out(flags.json ? JSON.stringify({ seeded: what, day }) : `The demo story stands on ${day}.`);
      return DONE;
    });
  },
};
