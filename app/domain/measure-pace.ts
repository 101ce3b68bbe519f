/**
 * Pace of a measure: rule 14 of the calculation rules. E = elapsed / planned days, both ends counted, paused days out of
 * both; P = its average progress to the end. None: no dates, 0 planned days, progress unknown or withheld (rule 11).
 */
import { averageProgressTree } from "./average-progress";
import { isShown, type CoveragePolicy } from "./coverage";
import { daysCounted, earlier } from "./dates";
import { pausedDays } from "./disruptions";
import { ONE, ZERO, clamp, ratio } from "./exact";
import type { CalendarDate, DisruptionFact, Id } from "./facts";
import { lightOf } from "./pace";
import type { IndicatorReading, Pace } from "./reading";
import { rollup } from "./rollup";
import { nodePath, type PlanTree, type TreeMeasure } from "./structure";

interface PaceCircumstances {
  tree: PlanTree;
  /** by indicator, read for the period the pace is of */
  readings: ReadonlyMap<Id, IndicatorReading>;
  disruptions: readonly DisruptionFact[];
  /** the day the progress is of: the period's last, or today if earlier */
  on: CalendarDate;
  policy: CoveragePolicy;
}

export function measurePace(measure: TreeMeasure, { tree, readings, disruptions, on, policy }: PaceCircumstances): Pace | null {
  const { startsOn, dueOn } = measure.fact;
  if (startsOn === null || dueOn === null) return null;
  const subject = { indicatorId: null, measureId: measure.fact.id, nodePath: nodePath(measure.node), agencyIds: [] };
  const days = (to: CalendarDate) => daysCounted(startsOn, to) - pausedDays(disruptions, subject, startsOn, to);
  const expected = ratio(days(earlier(on, dueOn)), days(dueOn));
  const only = { ...tree, roots: [{ ...measure.node, children: [], indicators: [], measures: [measure] }] };
  const { value: progress, coverageState } = rollup(averageProgressTree(only, readings, "to_end"), policy);
  if (expected === null || progress === null || !isShown(coverageState)) return null;
  const share = clamp(expected, ZERO, ONE);
  return { progress, expected: share, expectedValue: null, light: lightOf(progress, share), interpolatedTarget: false };
}
