/** The yearly rate through years and plans in printed figures: what the chart draws, the table beside it, and the file. Pure. */
import { isShown } from "~/domain/coverage";
import { printedPercent } from "~/domain/printing";
import type { TrendYear, WhyNoPoint } from "~/domain/trend";
import { column, fileNameOf, type ReportTable } from "~/features/report/report-table";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import type { Words } from "~/i18n/words";
import type { Overview } from "./get-overview.server";

export interface TrendPoint {
  year: number;
  /** plain decimals; value null = withheld, its interval alone */
  value: string | null;
  low: string;
  high: string;
  label: string;
  preliminary: boolean;
}

export interface TrendModel {
  first: number;
  last: number;
  points: TrendPoint[];
  gaps: { from: number; to: number; why: WhyNoPoint; words: string }[];
  breaks: { before: number; words: string }[];
  pieces: number[][];
  summary: string;
  /** neighbouring years of one word in one line */
  rows: { key: string; years: string; figure: string | null; beside: string; why: WhyNoPoint | null; words: string }[];
}

/** A withheld year is drawn by its interval: it is no gap. */
const isDrawn = ({ why }: Pick<TrendYear, "why">) => why === null || why === "withheld";

export function trendModel({ trend: { years, gaps, breaks, pieces } }: Overview, words: Words): TrendModel {
  const { t } = words;
  const rows = rowsOf(years, words);
  const named = breaks.map(({ before, isNewPlan, versionNo }) => ({ before, words: isNewPlan ? t("leadership.trend.newPlan") : t("leadership.trend.version", { no: versionNo }) }));
  return {
    first: years[0]?.year ?? 0,
    last: years.at(-1)?.year ?? 0,
    points: years.filter(isDrawn).map((each) => pointOf(each, words)),
    gaps: gaps.filter(({ why }) => why !== "withheld").map((gap) => ({ ...gap, words: t(`leadership.trend.why.${gap.why}`) })),
    breaks: named,
    pieces,
    summary: [
      ...rows.map(({ years: which, figure, beside, words: word }) => t("leadership.trend.sentence", { years: which, words: [figure ?? word, beside].filter(Boolean).join(", ") })),
      ...named.map(({ before, words: name }) => t("leadership.trend.breakSentence", { year: String(before), name })),
    ].join("; "),
    rows,
  };
}

function pointOf({ year, implementation }: TrendYear, { print }: Words): TrendPoint {
  const percent = (share: NonNullable<TrendYear["implementation"]>["rate"] | undefined) => (share == null ? "0.0" : printedPercent(share));
  const state = implementation?.coverageState ?? "no_data";
  const value = isShown(state) ? percent(implementation?.rate) : null;
  return { year, value, low: percent(implementation?.low), high: percent(implementation?.high), label: value === null ? "" : print.number(value), preliminary: state === "preliminary" };
}

function rowsOf(years: readonly TrendYear[], words: Words): TrendModel["rows"] {
  const { t, print } = words;
  const lines = years.map((each) => {
    const { counts, low, high, rate, coverageState } = each.implementation ?? {};
    const suspended = counts?.excluded.suspended ?? 0;
    const figure = !isDrawn(each) || rate == null || low == null || high == null || coverageState === undefined ? null : isShown(coverageState) ? print.percent(printedPercent(rate)) : print.percentRange(printedPercent(low), printedPercent(high));
    const beside = figure === null || counts === undefined ? [] : [print.of(counts.achieved, counts.due), t("formula.reported", { of: print.of(counts.reported, counts.due) })];
    return {
      from: each.year, to: each.year, plan: each.planCode, why: each.why, figure,
      beside: [...beside, suspended > 0 ? t("leadership.trend.suspended", { count: suspended }) : null].filter(Boolean).join(" · "),
      words: each.why === null ? "" : t(`leadership.trend.why.${each.why}`),
    };
  });
  const joined = lines.reduce<typeof lines>((rows, line) => {
    const last = rows.at(-1);
    if (last && line.figure === null && last.figure === null && last.why === line.why && last.plan === line.plan && last.beside === line.beside) last.to = line.to;
    else rows.push(line);
    return rows;
  }, []);
  return joined.map(({ from, to, figure, beside, why, words: word }) => ({ key: String(from), years: from === to ? String(from) : `${from}–${to}`, figure, beside, why, words: word }));
}

/** One row a year. */
export function trendTable({ answer, trend }: Overview, words: Words): ReportTable {
  const { t } = words;
  const percent = (share: NonNullable<TrendYear["implementation"]>["rate"] | undefined) => (share == null ? null : printedPercent(share));
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-years`,
    title: t("leadership.trend.title"),
    columns: [
      column("year", t("leadership.trend.yearHead"), "code"), column("plan", t("leadership.trend.planHead"), "code"), column("version", t("leadership.trend.versionHead"), "number"),
      column("rate", t("scorecard.ratePercent"), "percent"), column("low", t("scorecard.lowPercent"), "percent"), column("high", t("scorecard.highPercent"), "percent"),
      column("achieved", t("scorecard.achieved"), "number"), column("due", t("scorecard.dueHead"), "number"), column("reported", t("scorecard.reported"), "number"),
      column("suspended", t("scorecard.suspendedHead"), "number"), column("why", t("leadership.trend.whyHead"), "code"),
    ],
    rows: trend.years.map(({ year, planCode, versionNo, implementation, why }) => ({
      year: String(year), plan: planCode, version: versionNo === null ? null : String(versionNo),
      rate: why === null ? percent(implementation?.rate) : null, low: percent(implementation?.low), high: percent(implementation?.high),
      achieved: countText(implementation?.counts.achieved), due: countText(implementation?.counts.due), reported: countText(implementation?.counts.reported),
      suspended: countText(implementation === null ? undefined : (implementation.counts.excluded.suspended ?? 0)), why,
    })),
    notes: [],
    labels: labelsOf(answer, words),
  };
}

const countText = (count: number | undefined) => (count === undefined ? null : String(count));
