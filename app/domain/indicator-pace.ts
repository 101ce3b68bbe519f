/**
 * Pace of one indicator (rule 14): P to this year's target beside E at the end of the value's period. None for hold,
 * floor and ceiling years, once-a-year indicators before their date, open targets, and where P cannot be computed.
 * A flow inside its year has P = A / T, only when it is to rise: a falling flow's A / T grows as it gets worse.
 * Milestones and yes/no have no line inside the year (rule 8 draws none): their year's end expects the whole.
 */
import { earlier, later } from "./dates";
import { ONE, ZERO, isLess, ratio, sum, type Exact } from "./exact";
import { expectedOnLine, targetFigureOfYear, yearShare } from "./expected";
import type { CalendarDate, Content, IndicatorFact, MeasureFact, PeriodKey } from "./facts";
import { figureOf } from "./indicator-types/registry";
import { lightOf } from "./pace";
import { period, yearKey } from "./periods";
import type { ProgressReading } from "./progress";
import type { Pace } from "./reading";
import { lastDayFor } from "./due-state";

interface PaceInput {
  indicator: IndicatorFact;
  measure: MeasureFact | null;
  periodKey: PeriodKey;
  today: CalendarDate;
  /** the counted value, everything asked for being in */
  content: Content;
  /** last day the value is of */
  valueEndsOn: CalendarDate;
  baseline: Content | null;
  acrossBreak: boolean;
  reading: ProgressReading;
  suspendedKeys: readonly PeriodKey[];
}

export function indicatorPace(input: PaceInput): Pace | null {
  const { indicator, measure, periodKey, today, reading } = input;
  const year = yearKey(period(periodKey).year);
  const isEnded = measure?.dueOn != null && measure.dueOn < period(year).startsOn;
  if (isEnded || (indicator.frequency === "annual" && today <= lastDayFor(year, measure))) return null;
  if (reading.relation !== null && reading.relation.kind !== "rise" && reading.relation.kind !== "fall") return null;
  return indicator.aggregation === "flow" ? flowPace(input, year) : linePace(input, year);
}

function flowPace(input: PaceInput, year: PeriodKey): Pace | null {
  const { indicator, measure, valueEndsOn, suspendedKeys, reading } = input;
  const { raw, attainment, attainmentKind } = reading.progress;
  if (raw !== null) return paceOf(raw, ONE, null, false);
  if (attainment === null || reading.relation?.kind !== "rise") return null;
  if (attainmentKind === "no_baseline") return paceOf(attainment, ONE, null, false);
  const bounds = period(year);
  const from = later(bounds.startsOn, measure?.startsOn ?? bounds.startsOn);
  const running = (to: CalendarDate) =>
    yearShare(indicator, from, to).sub(
      sum(suspendedKeys.map(period).filter(({ startsOn }) => startsOn <= to).map(({ startsOn, endsOn }) => yearShare(indicator, startsOn, earlier(endsOn, to)))),
    );
  const expected = valueEndsOn < from ? ZERO : ratio(running(valueEndsOn), running(lastDayFor(year, measure)));
  return expected === null ? null : paceOf(attainment, expected, null, false);
}

function linePace(input: PaceInput, year: PeriodKey): Pace | null {
  const { indicator, measure, content, baseline, acrossBreak, valueEndsOn } = input;
  const target = targetFigureOfYear(indicator, measure, period(year).year);
  const from = figureOf(indicator, baseline);
  const actual = figureOf(indicator, content);
  if (target === null || from === null || actual === null || acrossBreak) return null;
  if (isOnBadSide(indicator, from, target.figure)) return null;
  const share = (figure: Exact) => ratio(figure.sub(from), target.figure.sub(from));
  const isFull = valueEndsOn >= lastDayFor(year, measure);
  if (indicator.aggregation === null && !isFull) return null;
  const at = isFull ? target.figure : expectedOnLine(indicator, measure, target.figure, valueEndsOn);
  const progress = share(actual);
  const expected = at === null ? null : share(at);
  if (progress === null || expected === null) return null;
  return paceOf(progress, expected, indicator.valueType === "stages" || indicator.valueType === "yes_no" ? null : at, target.interpolated);
}

/** An interpolated target may lie on the bad side too: that year is a floor year. */
const isOnBadSide = ({ direction }: IndicatorFact, from: Exact, to: Exact) =>
  direction === "hold" || (direction === "increase" && isLess(to, from)) || (direction === "decrease" && isLess(from, to));

const paceOf = (progress: Exact, expected: Exact, expectedValue: Exact | null, interpolatedTarget: boolean): Pace =>
  ({ progress, expected, expectedValue, light: lightOf(progress, expected), interpolatedTarget });
