import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { planJson } from "~/features/plan-import/plan-json";
import { readPlanFile } from "~/features/plan-import/read-plan-file.server";
import { DONE, Misuse, Refusal, REFUSED, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions } from "../options";

/** What an official document is understood as. Exit code 0 only when nothing needs a decision. */
export const importPlanVerb: Verb = {
  name: "import-plan",
  usage: "FILE.docx|xlsx|html|csv --dry-run",
  summary: "read an action plan from its official document and say what is understood; nothing is saved",
  async run(args, cli) {
    const { flags, words: [path] } = readOptions(args, { flags: ["dry-run"], words: 1 });
    if (path === undefined) throw new Misuse("the file is missing");
    if (!flags["dry-run"]) throw new Misuse("--dry-run is missing: a plan can only be read so far, not saved");
    const bytes = fileAt(path);
    return withDatabase(cli, "import-plan", async ({ db }) => {
      const plan = planJson(await readPlanFile(db, { name: basename(path), bytes }));
      const decisions = plan.problems.filter(({ severity }) => severity === "decision");
      cli.out(flags.json ? JSON.stringify(plan, null, 2) : inWords(plan));
      return decisions.length === 0 ? DONE : REFUSED;
    });
  },
};

function fileAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal(`There is no file ${path} that can be read.`);
  }
}

function inWords({ nodes, goals, measures, problems, years }: ReturnType<typeof planJson>): string {
  const indicators = measures.reduce((count, measure) => count + measure.indicators.length, 0);
  const head = `${goals.length} goals, ${nodes.length} nodes in all, ${measures.length} measures, ${indicators} indicators; years ${years.join(", ") || "none"}.`;
  const place = ({ table, row, column }: (typeof problems)[number]) => (table === undefined ? "" : ` at table ${table}, row ${row}, column ${column}`);
  return [head, ...problems.map((problem) => `${problem.severity}: ${problem.code}${problem.about === null ? "" : ` of ${problem.about}`}${place(problem)}${problem.value === "" ? "" : `: ${problem.value}`}`), "Nothing was saved."].join("\n");
}
