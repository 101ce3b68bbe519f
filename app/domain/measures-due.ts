/**
 * Measures in a period, rule 10 (i) of the calculation rules: a measure is due when one of its deciding
 * (output or process) indicators is; without deciding ones, in every period from its start to its deadline.
 * Beside it the year's indicators by measure: all, some or none achieved. That counts indicators; it is not a
 * verdict on the measure and never called "implemented".
 */
import type { CalendarDate, Id } from "./facts";
import type { Exclusion, IndicatorReading } from "./reading";
import { isDeciding, isWithinMeasureDates, type PlanTree, type TreeMeasure } from "./structure";

type AchievedOf = "all" | "some" | "none";

export interface MeasureReading {
  measureId: Id;
  state: "due" | "not_yet_due" | "not_due" | "excluded";
  /** why it leaves the denominator */
  exclusion: Exclusion | null;
  /** achieved among its indicators due in the period; null when it has none of them due */
  achievedOf: AchievedOf | null;
  indicatorsDue: number;
  indicatorsAchieved: number;
}

interface MeasureCircumstances {
  /** on the period's last day, or on its deadline if earlier */
  suspended: boolean;
  /** the ceiling cuts a deciding indicator of it for this period: it cannot fall back on its dates (rule 18) */
  indicatorsCut?: boolean;
}

export function readMeasure(
  measure: TreeMeasure,
  readings: ReadonlyMap<Id, IndicatorReading>,
  tree: PlanTree,
  period: { startsOn: CalendarDate; endsOn: CalendarDate },
  { suspended, indicatorsCut = false }: MeasureCircumstances,
): MeasureReading {
  const of = measure.indicators.filter(isDeciding).flatMap((indicator) => readings.get(indicator.id) ?? []);
  const due = of.filter((reading) => reading.due === "due");
  const achieved = due.filter((reading) => reading.achieved === "achieved");
  const result = {
    measureId: measure.fact.id,
    achievedOf: achievedOf(achieved.length, due.length),
    indicatorsDue: due.length,
    indicatorsAchieved: achieved.length,
  };
  if (!measure.indicators.some(isDeciding)) {
    if (indicatorsCut || !isWithinMeasureDates(measure.fact, tree.plan, period)) return { ...result, state: "not_due", exclusion: null };
    return suspended ? { ...result, state: "excluded", exclusion: "suspended" } : { ...result, state: "due", exclusion: null };
  }
  if (due.length > 0) return { ...result, state: "due", exclusion: null };
  if (of.some((reading) => reading.due === "not_yet_due")) return { ...result, state: "not_yet_due", exclusion: null };
  const excluded = of.filter((reading) => reading.due === "excluded");
  if (excluded.length === 0) return { ...result, state: "not_due", exclusion: null };
  const first = excluded.find((reading) => reading.exclusion === "suspended") ?? excluded[0];
  return { ...result, state: "excluded", exclusion: first?.exclusion ?? null };
}

/** Measures by the year's indicators; the four parts add up to the measures due. */
export interface MeasuresByIndicators {
  all: number;
  some: number;
  none: number;
  /** due by their dates, with no indicator to count */
  withoutIndicators: number;
  due: number;
}

export function countMeasures(measures: readonly MeasureReading[]): MeasuresByIndicators {
  const due = measures.filter((measure) => measure.state === "due");
  const by = (which: AchievedOf | null) => due.filter((measure) => measure.achievedOf === which).length;
  return { all: by("all"), some: by("some"), none: by("none"), withoutIndicators: by(null), due: due.length };
}

function achievedOf(achieved: number, due: number): AchievedOf | null {
  if (due === 0) return null;
  if (achieved === due) return "all";
  return achieved === 0 ? "none" : "some";
}
