/**
 * Outcomes of a goal, rule 10 of the calculation rules: met / on track / behind / regressing / no data, n of n,
 * beside delivery and never blended with it. An outcome indicator counts here wherever it hangs. The fulfilment rate of
 * outcome targets is of those that fell due: one whose date is ahead is neither met nor missed.
 */
import type { Id, IndicatorFact } from "./facts";
import type { Exclusion, IndicatorReading } from "./reading";
import { countedAs } from "./structure";

type OutcomeState = "met" | "on_track" | "behind" | "regressing" | "no_data";

export interface OutcomeCounts {
  met: number;
  onTrack: number;
  behind: number;
  regressing: number;
  noData: number;
  /** the n of n: the five add up to it */
  total: number;
  /** targets that fell due, and those of them that were met: what the fulfilment rate is of (rule 10) */
  due: number;
  metOfDue: number;
  noDataOfDue: number;
  excluded: Partial<Record<Exclusion, number>>;
}

/**
 * Null = takes no part in the count. A year without a target has no due date but may have a pace (rule 14);
 * a value that can be neither judged nor paced is excluded as not computable, as it is not "no data".
 */
function outcomeState(reading: IndicatorReading): OutcomeState | { excluded: Exclusion } | null {
  if (reading.due === "excluded") return { excluded: reading.exclusion ?? "not_computable" };
  if (reading.due === "after_plan_date") return null;
  if (reading.achieved === "achieved") return "met";
  if (reading.progress.flags.includes("regressing")) return "regressing";
  if (reading.pace !== null) return reading.pace.light === "on_track" ? "on_track" : "behind";
  const hasValue = reading.actual.content !== null && reading.actual.label !== "last_known";
  if (!hasValue || reading.achieved === "not_assessable") return "no_data";
  if (reading.due === "due") return "behind";
  return { excluded: reading.target === null ? "no_target" : "not_computable" };
}

export function countOutcomes(readings: readonly IndicatorReading[], indicatorById: ReadonlyMap<Id, IndicatorFact>): OutcomeCounts {
  const counts: OutcomeCounts = { met: 0, onTrack: 0, behind: 0, regressing: 0, noData: 0, total: 0, due: 0, metOfDue: 0, noDataOfDue: 0, excluded: {} };
  for (const reading of readings) {
    const indicator = indicatorById.get(reading.indicatorId);
    if (indicator === undefined || countedAs(indicator) !== "outcome") continue;
    const state = outcomeState(reading);
    if (state === null) continue;
    if (typeof state !== "string") {
      counts.excluded[state.excluded] = (counts.excluded[state.excluded] ?? 0) + 1;
      continue;
    }
    counts.total += 1;
    if (reading.due === "due") counts.due += 1;
    if (reading.due === "due" && state === "met") counts.metOfDue += 1;
    if (reading.due === "due" && state === "no_data") counts.noDataOfDue += 1;
    counts[COUNTED_IN[state]] += 1;
  }
  return counts;
}

const COUNTED_IN = { met: "met", on_track: "onTrack", behind: "behind", regressing: "regressing", no_data: "noData" } as const satisfies Record<OutcomeState, keyof OutcomeCounts>;
