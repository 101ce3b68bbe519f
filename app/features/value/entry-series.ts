/** The body's values of an indicator as a small chart beside the form: what is verified, what waits, where the target is. */
import { HUNDRED, roundHalfAway, type Exact } from "~/domain/exact";
import type { IndicatorFact, LocalText } from "~/domain/facts";
import { figureOf } from "~/domain/indicator-types/registry";
import { yearKey, yearOf } from "~/domain/periods";
import { datedTargets, targetDate, targetOfYear } from "~/domain/targets";
import type { Words } from "~/i18n/words";
import type { SeriesModel, SeriesPoint } from "~/ui/series-model";
import { flowSpan } from "../indicator/figures";
import { printTarget, roundedFigure, unitWord } from "../indicator/print-content";
import { printValue } from "./print-value";
import { contentOfRow, type ContentColumns } from "./stored-content";

interface SeriesRow extends ContentColumns {
  period_key: string;
  ends_on: string;
  observed_on: string | null;
  decision: string | null;
}

/**
 * A flow is drawn as what each month or quarter gave; its target is of the whole year and stands in words below. Other
 * targets are drawn as far as the next two, so that what was entered can be seen. Null when there is nothing to draw: fewer
 * than two figures. Values given without a figure leave a place empty.
 */
export function entrySeries(indicator: IndicatorFact, unit: LocalText | null, rows: readonly SeriesRow[], words: Words): SeriesModel | null {
  const points: SeriesPoint[] = rows.map((row) => {
    const content = contentOfRow(row);
    const figure = content === null || content.kind === "missing" ? null : figureOf(indicator, content);
    return { date: row.observed_on ?? row.ends_on, value: figure === null ? null : plainFigure(indicator, figure), provisional: row.decision !== "accepted" };
  });
  const newest = rows.at(-1)?.period_key ?? null;
  const span = newest === null ? null : flowSpan(indicator, newest);
  const all = span !== null ? [] : datedTargets(indicator).flatMap((target) => {
    const date = targetDate(target);
    const figure = figureOf(indicator, target.content);
    return date === null || figure === null ? [] : [{ date, value: plainFigure(indicator, figure) }];
  });
  const lastDay = points.at(-1)?.date ?? "";
  const ahead = all.findIndex((target) => target.date >= lastDay);
  const targets = ahead < 0 || lastDay === "" ? all : all.slice(0, ahead + TARGETS_AHEAD);
  if (points.filter((point) => point.value !== null).length + targets.length < 2) return null;
  const first = [...points.map((point) => point.date), ...targets.map((target) => target.date)].sort()[0] ?? "";
  return {
    title: span === null ? words.t("entry.series") : words.t(`entry.seriesOf.${span}`),
    unit: indicator.valueType === "stages" ? "%" : unitWord(indicator, unit, words.print),
    lines: [{ name: null, from: first, points, targets, baseline: null }],
    gaps: [],
    summary: [summary(indicator, unit, rows, words), span === null || newest === null ? null : targetOfWholeYear(indicator, unit, newest, words)].filter(Boolean).join(" "),
  };
}

const TARGETS_AHEAD = 2;

function targetOfWholeYear(indicator: IndicatorFact, unit: LocalText | null, key: string, words: Words): string | null {
  const target = targetOfYear(indicator, key);
  if (target === null) return null;
  const year = target.periodKey ?? yearKey(yearOf(key));
  return words.t("entry.wholeYearTarget", { period: words.print.ofPeriod(year), value: printTarget(target, indicator, unit, words) });
}

/** rounded as it is printed beside the chart (rule 12) */
const plainFigure = (indicator: IndicatorFact, figure: Exact): string =>
  indicator.valueType === "stages" ? roundHalfAway(figure.mul(HUNDRED), 1) : roundedFigure(figure, indicator);

function summary(indicator: IndicatorFact, unit: LocalText | null, rows: readonly SeriesRow[], words: Words): string {
  const last = rows.at(-1);
  const content = last === undefined ? null : contentOfRow(last);
  if (last === undefined || content === null) return words.t("indicator.summary.none");
  return words.t("indicator.summary.value", { when: words.print.period(last.period_key), value: printValue(content, indicator, unit, words) });
}
