import { type AuditProblem, verifyAudit } from "~db/queries/audit-check";
import type { ChainHead } from "~db/queries/audit";
import { DONE, Misuse, REFUSED, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions } from "../options";

/** Recomputes the chain and every recorded row; a head noted earlier also shows a cut tail. */
export const verifyAuditVerb: Verb = {
  name: "verify-audit",
  usage: "[--head SEQ:HASH]",
  summary: "check the audit chain and every recorded row",
  async run(args, cli) {
    const { values, flags } = readOptions(args, { values: ["head"] });
    const noted = values.head === undefined ? undefined : parseHead(values.head);
    const report = await withDatabase(cli, "verify-audit", ({ db }) => verifyAudit(db, noted));
    const head = report.head ? `${report.head.seq}:${report.head.hash}` : null;
    if (flags.json) {
      cli.out(JSON.stringify({ ...report, head }));
    } else {
      for (const problem of report.problems) cli.out(sentence(problem));
      const verdict = report.problems.length === 0 ? "The audit chain holds" : `${report.problems.length} problems found`;
      cli.out(`${verdict}: ${report.entries} entries, ${report.rows} rows compared.`);
      if (head) cli.out(`Note this head and keep it elsewhere: ${head}`);
    }
    return report.problems.length === 0 ? DONE : REFUSED;
  },
};

function parseHead(text: string): ChainHead {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (!match) throw new Misuse("--head is the number and hash printed by an earlier check, such as 120:3f…");
  return { seq: Number(match[1]), hash: match[2]! };
}

function sentence(problem: AuditProblem): string {
  switch (problem.kind) {
    case "chain_broken":
      return `Entry ${problem.seq}: the chain is broken here.`;
    case "row_changed":
      return `${problem.table} ${problem.key}: differs from what entry ${problem.seq} recorded.`;
    case "row_removed":
      return `${problem.table} ${problem.key}: is gone; entry ${problem.seq} recorded it.`;
    case "row_added":
      return `${problem.table} ${problem.key}: was never recorded.`;
    case "content_changed":
      return `content ${problem.key}: the body is not what its digest says.`;
    case "content_emptied":
      return `content ${problem.key}: was emptied without a confirmed purge.`;
    case "guard_off":
      return `${problem.table}: its guard or audit trigger is off or gone.`;
    case "tail_cut":
      return `The chain ends before the noted entry ${problem.seq}: its tail was cut.`;
    case "history_rewritten":
      return `Entry ${problem.seq} is not the one that was noted: history was rewritten.`;
  }
}
