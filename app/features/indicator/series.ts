/**
 * The series of an indicator as a chart draws it: one line a plan version and a stretch between breaks, never joined
 * (rules 8 and 15); gaps with their reason; target and baseline of the version they belong to. Pure.
 */
import type { CalendarDate, IndicatorFact, PeriodKey } from "~/domain/facts";
import { roundHalfAway, type Exact } from "~/domain/exact";
import { figureOf } from "~/domain/indicator-types/registry";
import { comparePeriods, period } from "~/domain/periods";
import { isCounted } from "~/domain/read-value";
import type { Actual } from "~/domain/reading";
import { baselineContent } from "~/domain/target-relation";
import { datedTargets, openTarget, targetDate } from "~/domain/targets";
import type { SeriesLine, SeriesPoint, SeriesTarget } from "~/ui/series-model";
import { roundedFigure } from "./print-content";

export interface SeriesPeriod {
  key: PeriodKey;
  /** of a flow inside its year: from 1 January */
  actual: Actual;
  observedOn: CalendarDate | null;
}

/** One version of the passport and the days it is in force. */
export interface SeriesVersion {
  name: string | null;
  from: CalendarDate;
  /** the first day of the next one; null = the last */
  until: CalendarDate | null;
  indicator: IndicatorFact;
  periods: readonly SeriesPeriod[];
  /** days inside it on which the series starts anew, with the words that stand there */
  breaks: readonly { on: CalendarDate; name: string }[];
}

export function seriesLines(versions: readonly SeriesVersion[]): SeriesLine[] {
  return versions.flatMap((version, place) => {
    const cuts = version.breaks.filter(({ on }) => on > version.from && (version.until === null || on < version.until)).sort((a, b) => (a.on < b.on ? -1 : 1));
    const starts = [{ on: version.from, name: version.name }, ...cuts];
    return starts.flatMap((start, index) => stretch(version, start, starts[index + 1]?.on ?? version.until, place === 0 && index === 0, index === 0));
  });
}

/**
 * A flow counts from nothing every year, so each of its years is a line of its own, without a rule between. The very
 * first stretch takes what was before it too, and has the baseline: a later one starts from where it is then.
 */
function stretch(version: SeriesVersion, start: { on: CalendarDate; name: string | null }, until: CalendarDate | null, isFirst: boolean, opens: boolean): SeriesLine[] {
  const within = (date: CalendarDate) => (date >= start.on || isFirst) && (until === null || date < until);
  const { indicator } = version;
  const points = [...version.periods].sort((a, b) => comparePeriods(a.key, b.key)).map((each) => ({ year: period(each.key).year, point: pointOf(indicator, each) })).filter(({ point }) => within(point.date));
  const dated = datedTargets(indicator).flatMap((target): SeriesTarget[] => {
    const date = targetDate(target);
    const figure = figureOf(indicator, target.content);
    return date === null || figure === null || !within(date) ? [] : [{ date, value: placed(indicator, figure) }];
  });
  const targets = lineOfTargets(indicator, dated, points.map(({ point }) => point), until === null);
  const stated = opens ? baselineOf(indicator) : null;
  const baseline = stated !== null && (isFirst || stated.date >= start.on) ? stated : null;
  const line = (from: CalendarDate, name: string | null, its: readonly SeriesPoint[]): SeriesLine => ({ name, from, points: its, targets: [], baseline: null });
  if (indicator.aggregation === "flow" && indicator.frequency !== "annual") {
    const years = [...new Set(points.map(({ year }) => year))];
    const ofYears = years.map((year, index) => line(index === 0 ? start.on : `${year}-01-01`, index === 0 ? start.name : null, points.filter((each) => each.year === year).map(({ point }) => point)));
    const [first = line(start.on, start.name, []), ...rest] = ofYears;
    return [{ ...first, targets, baseline }, ...rest];
  }
  // where the series begins, unless a value stands there already
  const opening = isFirst && baseline !== null && points[0] !== undefined && baseline.date < points[0].point.date && indicator.aggregation !== "flow"
    ? [{ ...baseline, provisional: false }]
    : [];
  return [{ ...line(start.on, start.name, [...opening, ...points.map(({ point }) => point)]), targets, baseline }];
}

/**
 * A lone target without a baseline to come from, or an open one, is a level: drawn from the first value on, so that
 * it is seen. An open one belongs to the last stretch only.
 */
function lineOfTargets(indicator: IndicatorFact, dated: readonly SeriesTarget[], points: readonly SeriesPoint[], isLast: boolean): SeriesTarget[] {
  const [first, last] = [points[0]?.date, points.at(-1)?.date];
  const figure = figureOf(indicator, openTarget(indicator)?.content ?? null);
  const [only] = dated;
  if (dated.length === 0 && isLast && figure !== null && first !== undefined && last !== undefined) {
    const value = placed(indicator, figure);
    const end = openTarget(indicator)?.by ?? last;
    return [{ date: first, value }, { date: end > last ? end : last, value }];
  }
  if (dated.length === 1 && only !== undefined && indicator.baseline?.content == null && first !== undefined && first < only.date) {
    return [{ date: first, value: only.value }, only];
  }
  return [...dated];
}

function pointOf(indicator: IndicatorFact, { key, actual, observedOn }: SeriesPeriod): SeriesPoint {
  const figure = isCounted(actual) && actual.label !== "carried_forward" ? figureOf(indicator, actual.content) : null;
  return {
    date: observedOn ?? period(key).endsOn,
    value: figure === null ? null : placed(indicator, figure),
    provisional: actual.provisional,
  };
}

function baselineOf(indicator: IndicatorFact): SeriesTarget | null {
  if (indicator.baseline?.content == null) return null;
  const figure = figureOf(indicator, baselineContent(indicator, null));
  const { on, year } = indicator.baseline;
  const date = on ?? (year === null ? null : `${year}-12-31`);
  return figure === null || date === null ? null : { date, value: placed(indicator, figure) };
}

/** As it is printed beside the point; stages are drawn as the share of their weights in per cent. */
const placed = (indicator: IndicatorFact, figure: Exact): string =>
  indicator.valueType === "stages" ? roundHalfAway(figure.mul(100), 1) : roundedFigure(figure, indicator);
