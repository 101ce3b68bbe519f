/** Where measures stand, by the verdicts on them: which statuses there are, and what each measure counts as (rule 10 i). Pure. */
import type { MeasureStatus } from "~/domain/facts";
import type { MeasureReading } from "~/domain/measures-due";
import type { VerdictReading } from "~/domain/verdict-readings";
import type { ScorecardAnswer } from "./get-scorecard.server";

export interface StatusCount {
  /** null = not evaluated */
  status: MeasureStatus | null;
  count: number;
}

/** From everything done to nothing, then what is not on that way. */
export const STATUSES: readonly MeasureStatus[] = [
  "implemented", "partially_implemented", "in_progress", "not_started", "not_implemented", "suspended", "cannot_be_assessed", "no_longer_relevant",
];

/** A final verdict was given in the period; without one there are no rates to show, not rates of nothing. */
export const isEvaluated = ({ scorecard }: ScorecardAnswer) => scorecard.plan.verdicts.verdicts.total > 0;

/** Statuses that measures of the period have, each with its count; null = not evaluated. */
export function statusCounts({ scorecard }: ScorecardAnswer): StatusCount[] {
  const { byStatus, notEvaluated } = scorecard.plan.verdicts;
  const counted = STATUSES.map((status) => ({ status, count: byStatus[status] ?? 0 }));
  return [...counted, { status: null, count: notEvaluated }].filter(({ count }) => count > 0);
}

/** What a measure counts as in the period; undefined = nothing of it is asked for. */
export function countedStatus({ state, exclusion }: Pick<MeasureReading, "state" | "exclusion">, verdict: VerdictReading | undefined): MeasureStatus | null | undefined {
  if (state === "excluded" && exclusion === "suspended") return "suspended";
  return state === "due" || verdict?.status != null ? (verdict?.status ?? null) : undefined;
}
