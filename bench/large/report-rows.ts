import type { Cell, TableRows } from "./copy-rows";
import { bodyOf, type Cast, cycleId, indicatorId, isPercentage, quarterOf } from "./plan-rows";
import { idOf, PER_PLAN, type Shape, versionsOf } from "./shape";

const { indicators, quarters, breakdowns } = PER_PLAN;

/** One value of one indicator for one quarter and one territory; numbered as they came: quarter after quarter, through all plans. */
interface Reported {
  number: number;
  plan: number;
  quarter: number;
  indicator: number;
  /** 0 = the total */
  breakdown: number;
}

/** Everything that was reported, in the order of time, so that the values of one plan lie far from one another. */
export function reportTables({ plans }: Shape, cast: Cast): TableRows[] {
  const each = function* (row: (reported: Reported) => Iterable<readonly Cell[]>) {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      for (let plan = 0; plan < plans; plan += 1) {
        for (let each = 0; each < indicators * breakdowns; each += 1) {
          yield* row({ number: (quarter * plans + plan) * indicators * breakdowns + each, plan, quarter, indicator: Math.floor(each / breakdowns), breakdown: each % breakdowns });
        }
      }
    }
  };
  const one = (row: (reported: Reported) => readonly Cell[]) => each((reported) => [row(reported)]);
  const versions = (row: (reported: Reported, no: number) => readonly Cell[]) =>
    each((reported) => Array.from({ length: versionsOf(reported.number) }, (_, index) => row(reported, index + 1)));
  const body = ({ plan, indicator }: Reported) => bodyOf(plan, indicator, cast);
  const sentAt = ({ quarter }: Reported, no: number) => (no === 1 ? quarterOf(quarter).reportedAt : quarterOf(quarter).correctedAt);
  /** a body sends what it owes for a quarter in one letter, and its corrections in another */
  const letter = ({ plan, quarter, indicator }: Reported, no: number) => ((quarter * plans + plan) * 3 + (indicator % 3)) * 2 + (no - 1);

  return [
    {
      table: "obligation", columns: ["id", "cycle_id", "indicator_id", "agency_id", "period_key", "plan_version_id", "due_on", "state", "updated_at"],
      rows: each((of) => (of.breakdown > 0 ? [] : [[idOf("obligation", of.number), cycleId(of.plan, of.quarter), indicatorId(of.plan, of.indicator), body(of), quarterOf(of.quarter).key, idOf("version", of.plan), quarterOf(of.quarter).dueOn, "verified", sentAt(of, 1)]])),
    },
    {
      table: "measurement", columns: ["id", "indicator_id", "agency_id", "period_key", "breakdown_id"],
      rows: one((of) => [idOf("measurement", of.number), indicatorId(of.plan, of.indicator), body(of), quarterOf(of.quarter).key, cast.breakdowns[of.breakdown] ?? ""]),
    },
    {
      table: "measurement_version", columns: ["measurement_id", "no", "base_no", "kind", "value", "numerator", "denominator", "author_id", "idem_key", "recorded_at"],
      rows: versions((of, no) => {
        const value = 10 + ((of.number * 7 + no) % 23) + of.quarter * 3;
        const content = isPercentage(of.indicator) ? ["parts", null, value, 100] : ["number", value, null, null];
        return [idOf("measurement", of.number), no, no === 1 ? null : 1, ...content, cast.author, `${of.number}/${no}`, sentAt(of, no)];
      }),
    },
    {
      table: "submission", columns: ["id", "cycle_id", "agency_id", "no", "receipt_no", "submitted_at", "submitted_by", "receipt_hash"],
      rows: each((of) => (of.indicator >= 3 || of.breakdown > 0 ? [] : [1, 2].map((no) => [
        idOf("submission", letter(of, no)), cycleId(of.plan, of.quarter), body(of), no, `L-${letter(of, no)}`, sentAt(of, no), cast.author, "0".repeat(64),
      ]))),
    },
    { table: "submission_item", columns: ["submission_id", "measurement_id", "no"], rows: versions((of, no) => [idOf("submission", letter(of, no)), idOf("measurement", of.number), no]) },
    {
      table: "verification", columns: ["measurement_id", "no", "seq", "decision", "by_id", "recorded_at"],
      rows: versions((of, no) => [idOf("measurement", of.number), no, 1, "accepted", cast.evaluator, sentAt(of, no)]),
    },
  ];
}
