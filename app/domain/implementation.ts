/**
 * Reading (i), implementation by achieved indicators: rule 10 (i) of the calculation rules.
 *
 * Counted: output and process indicators, a blank kind being an output; outcomes are counted apart
 * (outcomes.ts), context never. Denominator: what is due in the period; suspended and otherwise excluded
 * items leave it and are named by reason. Missing: no value in the reading shown, or one that cannot be
 * assessed; the interval is [achieved, achieved + missing] over due. No rate over nothing: 0 due → null, not 0.
 */
import { coverageState, type CoveragePolicy } from "./coverage";
import { ratio, type Exact } from "./exact";
import type { Id, IndicatorFact } from "./facts";
import type { Counts, Implementation, IndicatorReading } from "./reading";
import { isDeciding } from "./structure";

/** Readings that take part in this reading: of output and process indicators, in the order given. */
export function countedReadings(readings: readonly IndicatorReading[], indicatorById: ReadonlyMap<Id, IndicatorFact>): IndicatorReading[] {
  return readings.filter((reading) => {
    const indicator = indicatorById.get(reading.indicatorId);
    return indicator !== undefined && isDeciding(indicator);
  });
}

/** In the denominator of the rate. */
export const isDue = ({ due }: IndicatorReading) => due === "due";
/** Of what is due: in the numerator. */
export const isAchieved = ({ achieved }: IndicatorReading) => achieved === "achieved";

/** `measuresDue`: from readMeasure, as the measures have dates and indicators of their own. */
export function countImplementation(
  readings: readonly IndicatorReading[],
  indicatorById: ReadonlyMap<Id, IndicatorFact>,
  measuresDue: number,
  policy: CoveragePolicy,
): Implementation {
  const counted = countedReadings(readings, indicatorById);
  const due = counted.filter(isDue);
  const achieved = due.filter(isAchieved);
  const missing = due.filter(isMissing);
  const counts: Counts = {
    due: due.length,
    achieved: achieved.length,
    underWay: due.length - achieved.length,
    missing: missing.length,
    reported: due.filter((reading) => reading.reported).length,
    verified: due.filter((reading) => reading.verified).length,
    awaitingVerification: due.filter((reading) => reading.awaitingVerification).length,
    notAssessable: due.filter((reading) => reading.achieved === "not_assessable").length,
    notYetDue: counted.filter((reading) => reading.due === "not_yet_due").length,
    excluded: countExcluded(counted),
    suspendedDue: counted.filter(({ exclusion, dateReached }) => exclusion === "suspended" && dateReached).length,
    // said of the rate's numerator: this year's stage reached, the last one not
    stageNotLast: achieved.filter((reading) => reading.stageNotLast).length,
    measuresDue,
  };
  const rate = ratio(counts.achieved, counts.due);
  const coverage = ratio(counts.due - counts.missing, counts.due);
  return {
    counts,
    rate,
    low: rate,
    high: ratio(counts.achieved + counts.missing, counts.due),
    coverage,
    // a plan nobody has reported on has no rate to show, though 0 of 79 could be computed
    coverageState: counts.missing === counts.due ? "no_data" : coverageState(rate, coverage, policy),
    missing: missing.flatMap((reading) => reading.actual.missing),
  };
}

/** Of what is due: without a result. In the official reading a value that awaits verification is missing too, and counted apart (rule 10 i). */
export const isMissing = (reading: IndicatorReading) => reading.achieved === "missing" || reading.achieved === "not_assessable";

/**
 * A rate and what it is over. The line below the headline gives the same numerator over the plan in force
 * with suspended items kept, and over the plan as first adopted (rule 10 i, never 42/62 in the golden vector).
 */
export interface RateOver {
  achieved: number;
  over: number;
  rate: Exact | null;
}

export const rateOver = (achieved: number, over: number): RateOver => ({ achieved, over, rate: ratio(achieved, over) });

/** Items due by now, the suspended ones kept; one whose date is still ahead would not be due either. */
export const dueWithSuspended = ({ due, suspendedDue }: Pick<Counts, "due" | "suspendedDue">) => due + suspendedDue;

function countExcluded(readings: readonly IndicatorReading[]): Counts["excluded"] {
  const excluded: Counts["excluded"] = {};
  for (const { due, exclusion } of readings) {
    if (due === "excluded" && exclusion !== null) excluded[exclusion] = (excluded[exclusion] ?? 0) + 1;
  }
  return excluded;
}
