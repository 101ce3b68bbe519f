/**
 * Reading (i) by measure verdicts: rule 10 (i) of the calculation rules: "fully x %, with partial y %", over every
 * measure due. Suspended and no longer relevant ones leave the denominator and are named; one without a verdict, or
 * that cannot be assessed, stays in it and is missing. Finished and half-finished are never one figure (case C09).
 */
import { ratio, type Exact } from "./exact";
import type { MeasureStatus } from "./facts";
import { rateOver, type RateOver } from "./implementation";

interface VerdictCounts {
  due: number;
  byStatus: Partial<Record<MeasureStatus, number>>;
  notEvaluated: number;
  /** not evaluated, or cannot be assessed */
  missing: number;
  fully: RateOver;
  fullyOrPartly: RateOver;
  /** of the full rate: nothing, or everything, of what is missing turns out implemented */
  low: Exact | null;
  high: Exact | null;
}

/** `verdicts`: the joint status of every measure due in the period, the left-out ones included; null = not yet evaluated. */
export function countVerdicts(verdicts: readonly (MeasureStatus | null)[]): VerdictCounts {
  const count = (status: MeasureStatus | null) => verdicts.filter((each) => each === status).length;
  const byStatus: Partial<Record<MeasureStatus, number>> = {};
  for (const status of verdicts) if (status !== null) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const due = verdicts.length - count("suspended") - count("no_longer_relevant");
  const implemented = count("implemented");
  const notEvaluated = count(null);
  const missing = notEvaluated + count("cannot_be_assessed");
  return {
    due,
    byStatus,
    notEvaluated,
    missing,
    fully: rateOver(implemented, due),
    fullyOrPartly: rateOver(implemented + count("partially_implemented"), due),
    low: ratio(implemented, due),
    high: ratio(implemented + missing, due),
  };
}
