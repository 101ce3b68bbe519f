import { recomputeEdition, type Recomputed } from "~/features/edition/recompute-edition.server";
import type { Db } from "~db/client.server";
import { listEditionIds, listPreparations, type PreparationSummary } from "~db/queries/editions";
import { DONE, REFUSED, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions } from "../options";

/** Every released edition; with --check each is computed anew from the facts at its cut-off, and what differs is named. */
export const editionsVerb: Verb = {
  name: "editions",
  usage: "[--check]",
  summary: "list the released editions, or compute each anew and compare",
  async run(args, cli) {
    const { flags } = readOptions(args, { flags: ["check"] });
    return withDatabase(cli, "editions", async ({ db }) => {
      if (!flags.check) {
        const listed = (await listPreparations(db, ["public", "internal"])).flatMap(listedOf);
        cli.out(flags.json ? JSON.stringify(listed, null, 2) : listed.map(listedLine).join("\n") || "No edition has been released.");
        return DONE;
      }
      const checked = await recomputeAll(db);
      const differing = checked.filter(({ isSame }) => !isSame);
      if (flags.json) cli.out(JSON.stringify({ editions: checked.length, differing: differing.length, checked }, null, 2));
      else {
        for (const each of differing) cli.out(differenceLines(each).join("\n"));
        cli.out(`${checked.length} editions computed anew: ${differing.length === 0 ? "each the same" : `${differing.length} differ`}.`);
      }
      return differing.length === 0 ? DONE : REFUSED;
    });
  },
};

async function recomputeAll(db: Db): Promise<Recomputed[]> {
  const checked: Recomputed[] = [];
  for (const id of await listEditionIds(db)) checked.push(await recomputeEdition(db, id));
  return checked;
}

const listedOf = ({ planCode, periodKey, ceiling, knownAt, inputHash, release, headline }: PreparationSummary) =>
  release === null ? [] : [{
    code: release.code, no: release.no, plan: planCode, period: periodKey, ceiling, cutOff: knownAt, releasedAt: release.at, inForce: release.isLatest, inputHash,
    achieved: headline.counts.achieved, due: headline.counts.due,
  }];

const listedLine = ({ code, no, plan, period, ceiling, cutOff, inForce, achieved, due }: ReturnType<typeof listedOf>[number]) =>
  `${code}  ${plan} ${period}, ${ceiling}, no. ${no}${inForce ? "" : " (corrected)"}, cut-off ${cutOff}: ${achieved} of ${due}`;

/** Lines told of one edition. */
const TOLD = 20;

function differenceLines({ code, planCode, periodKey, ceiling, no, inputHash, differences }: Recomputed): string[] {
  const lines = differences.map(({ path, was, is }) => `  ${path}: released ${was ?? "nothing"}, now ${is ?? "nothing"}`);
  return [
    `${code}  ${planCode} ${periodKey}, ${ceiling}, no. ${no}: differs`,
    ...(inputHash.is === inputHash.was ? [] : [`  input hash: released ${inputHash.was}, now ${inputHash.is ?? "nothing"}`]),
    ...lines.slice(0, TOLD),
    ...(lines.length > TOLD ? [`  and ${lines.length - TOLD} more`] : []),
  ];
}
