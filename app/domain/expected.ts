/**
 * Expected progress (rules 8 and 14 of the calculation rules): the share of a measure's days that have passed; for an
 * indicator the line from last year's target (or the baseline, whatever its year) to this year's, starting on the
 * later of 1 January and the measure's start; for a flow the elapsed or declared seasonal share of the year, linear
 * inside a quarter. Both ends of every stretch of days are counted.
 */
import { daysCounted, earlier, later } from "./dates";
import { ONE, ZERO, clamp, ratio, sum, type Exact } from "./exact";
import type { CalendarDate, IndicatorFact, MeasureFact } from "./facts";
import { figureOf } from "./indicator-types/registry";
import { period, subPeriods, yearKey } from "./periods";
import { datedTargets, targetOfPeriod } from "./targets";
import { baselineContent } from "./target-relation";

type MeasureDates = Pick<MeasureFact, "startsOn" | "dueOn">;

/**
 * E of a measure on a day, as a share in [0, 1]; suspended days are out of both elapsed and planned days. Null = no
 * pace: no start, no deadline, or no planned day left. `pausedBetween` counts suspended days, both ends included.
 */
export function expectedOfMeasure(
  { startsOn, dueOn }: MeasureDates,
  on: CalendarDate,
  pausedBetween: (from: CalendarDate, to: CalendarDate) => number,
): Exact | null {
  if (startsOn === null || dueOn === null) return null;
  const runningDays = (to: CalendarDate) => (to < startsOn ? 0 : daysCounted(startsOn, to) - pausedBetween(startsOn, to));
  const expected = ratio(runningDays(earlier(on, dueOn)), runningDays(dueOn));
  return expected === null ? null : clamp(expected, ZERO, ONE);
}

/** Share of the year's flow that falls between two days of it, both counted: by seasonal shares, else by days. */
export function yearShare(indicator: Pick<IndicatorFact, "quarterShares">, from: CalendarDate, to: CalendarDate): Exact {
  const year = yearKey(Number(from.slice(0, 4)));
  const { startsOn, endsOn } = period(year);
  if (indicator.quarterShares === null) return ratio(daysCounted(from, to), daysCounted(startsOn, endsOn)) ?? ZERO;
  return sum(
    subPeriods(year, "quarterly").map((key, index) => {
      const quarter = period(key);
      const days = daysCounted(later(from, quarter.startsOn), earlier(to, quarter.endsOn));
      const part = ratio(days, daysCounted(quarter.startsOn, quarter.endsOn)) ?? ZERO;
      return part.mul(indicator.quarterShares?.[index] ?? ZERO);
    }),
  );
}

interface ExpectedTarget {
  figure: Exact;
  interpolated: boolean;
}

/**
 * The year's target as a figure; a year without one is interpolated, for pace only, between the targets on its two
 * sides, the baseline standing for the year before the first. Null where a side is missing.
 */
export function targetFigureOfYear(indicator: IndicatorFact, measure: MeasureDates | null, year: number): ExpectedTarget | null {
  const own = figureOf(indicator, targetOfPeriod(indicator, yearKey(year))?.content ?? null);
  if (own !== null) return { figure: own, interpolated: false };
  const points = datedTargets(indicator).flatMap((target) => {
    const figure = figureOf(indicator, target.content);
    return figure === null ? [] : { year: period(target.periodKey ?? "").year, figure };
  });
  const next = points.find((point) => point.year > year);
  const before = points.findLast((point) => point.year < year) ?? baselinePoint(indicator, measure, year);
  if (next === undefined || before === null) return null;
  const way = ratio(year - before.year, next.year - before.year) ?? ZERO;
  return { figure: before.figure.add(next.figure.sub(before.figure).mul(way)), interpolated: true };
}

/** The baseline stands where the work starts, whatever its own year (rule 8). */
function baselinePoint(indicator: IndicatorFact, measure: MeasureDates | null, before: number) {
  const figure = baselineFigure(indicator);
  if (figure === null) return null;
  const stated = indicator.baseline?.year ?? (indicator.baseline?.on ? Number(indicator.baseline.on.slice(0, 4)) : before - 1);
  const startYear = measure?.startsOn ? Number(measure.startsOn.slice(0, 4)) - 1 : stated;
  return { year: Math.min(Math.max(stated, startYear), before - 1), figure };
}

const baselineFigure = (indicator: IndicatorFact) =>
  figureOf(indicator, baselineContent(indicator, datedTargets(indicator)[0] ?? null));

/**
 * The expected figure on a day on the line to the year's target, in the indicator's unit. The line ends on the last
 * day of the year, or on the deadline inside it. Null where the line has no beginning.
 */
export function expectedOnLine(
  indicator: IndicatorFact,
  measure: MeasureDates | null,
  target: Exact,
  on: CalendarDate,
): Exact | null {
  const year = Number(on.slice(0, 4));
  const bounds = period(yearKey(year));
  const last = lineStart(indicator, measure, year);
  if (last === null) return null;
  const startsOn = later(bounds.startsOn, measure?.startsOn ?? bounds.startsOn);
  const dueOn = measure?.dueOn ?? null;
  const endsOn = dueOn !== null && startsOn <= dueOn ? earlier(bounds.endsOn, dueOn) : bounds.endsOn;
  const way = ratio(daysCounted(startsOn, earlier(on, endsOn)), daysCounted(startsOn, endsOn)) ?? ONE;
  return last.add(target.sub(last).mul(way));
}

/** Last year's target; before the first target the baseline, or its way to it in a year that is interpolated itself. */
function lineStart(indicator: IndicatorFact, measure: MeasureDates | null, year: number): Exact | null {
  const hasEarlier = datedTargets(indicator).some((each) => period(each.periodKey ?? "").year < year);
  if (hasEarlier) return targetFigureOfYear(indicator, measure, year - 1)?.figure ?? null;
  const baseline = baselinePoint(indicator, measure, year);
  const isFirst = targetOfPeriod(indicator, yearKey(year)) !== null;
  if (baseline === null || isFirst || baseline.year >= year - 1) return baseline?.figure ?? null;
  return targetFigureOfYear(indicator, measure, year - 1)?.figure ?? null;
}
