/** The page of one indicator in words and a table, from a reading that is already cut to its reader. Pure. */
import type { AccessLevel, IndicatorFact, LocalText, PeriodKey } from "~/domain/facts";
import type { Part } from "~/domain/parts";
import { printedPercent } from "~/domain/printing";
import type { Exclusion, IndicatorReading, Light } from "~/domain/reading";
import { leadOf, placeOf } from "~/domain/structure";
import type { PartHead } from "~/features/plan/part-head";
import { crumbsTo } from "~/features/plan/plan-crumbs";
import { basisLabels, planBasis } from "~/features/plan/plan-labels";
import type { PlanReading } from "~/features/plan/plan-reading";
import { abbreviation } from "~/features/plan/print-measure";
import type { ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import { readFigures, type IndicatorFigures } from "./figures";
import { indicatorState, type IndicatorState } from "./indicator-state";
import { passportView, type PassportView } from "./passport-view";
import { passportWarnings } from "./passport-warnings";
import { shortPeriod } from "./print-content";
import { seriesModel, type SeriesFacts } from "./series-facts";
import { seriesSummary } from "./summary";
import { periodsToList, valueRows } from "./value-rows";
import { valuesTable } from "./values-table";

export interface IndicatorView extends PartHead {
  access: AccessLevel;
  /** "ДПСУ · щокварталу · стан на дату · продукт" */
  facts: string[];
  year: PeriodKey;
  /** where it stands in the period its target is judged in, named where that is not this year */
  standing: { state: IndicatorState; period: string | null; exclusion: Exclusion | null } | null;
  /** printed P and E; null where rule 14 gives none, `noPace` then says why if it can be said */
  pace: { light: Light; progress: string; expected: string; interpolated: boolean } | null;
  noPace: "open_ended" | "once_a_year" | null;
  provisionalPeriod: PeriodKey | null;
  disputed: LocalText[];
  targetShare: string | null;
  figures: IndicatorFigures["figures"];
  formulas: IndicatorFigures["formulas"];
  series: SeriesModel;
  earlier: SeriesFacts["earlier"];
  passport: PassportView;
}

export interface IndicatorAnswer {
  view: IndicatorView;
  table: ReportTable;
}

interface IndicatorPageInput {
  /** the year the page speaks of: the one that runs, or the plan's last with values */
  year: PeriodKey;
  series: SeriesFacts;
  /** where a value was published, by "measurement id/version" */
  sources: ReadonlyMap<string, string>;
  words: Words;
}

export function indicatorAnswer(reading: PlanReading, indicator: IndicatorFact, { year, series, sources, words }: IndicatorPageInput): IndicatorAnswer {
  const { t, print } = words;
  const { tree, version, plan } = reading;
  const { measure, node } = placeOf(tree, indicator);
  const passport = version.passports[indicator.id];
  const unit = passport?.unit ?? null;
  const siblings = siblingsSeen(reading, indicator);
  const keys = periodsToList(indicator, reading.values, plan, reading.today);
  const figures = readFigures({ reading, indicator, unit, keys, year }, words);
  const rows = valueRows(keys, series.breaks, (key) => partsSeen(reading, indicator, key));
  const basis = planBasis(reading, year);
  const table = valuesTable({
    indicator, unit, rows, agencies: reading.agencies, isNewSeries: series.earlier.length > 0,
    sources, asked: reading.askedHere,
    // the table holds verified values and those that wait, each marked
    labels: basisLabels({ ...basis, includesProvisional: true }, null, t),
  }, words);
  const yearReading = reading.read(indicator, year, reading.valuesRead);
  const pace = yearReading?.pace ?? null;
  const body = indicator.reporterIds.length > 0 ? indicator.reporterIds : [indicator.responsibleAgencyId ?? (measure && leadOf(measure.fact)?.agencyId) ?? ""];
  const view: IndicatorView = {
    code: indicator.code,
    title: chooseText(indicator.name, print.language).text,
    name: indicator.name,
    planCode: plan.code,
    illustrative: plan.illustrative,
    basis,
    crumbs: [...crumbsTo(reading, node, measure, words), { level: t("plan.indicator"), label: indicator.code }],
    access: reading.levelOf("indicator", indicator.id),
    facts: [
      body.map((id) => abbreviation(reading.agencies, id, words)).join(", "),
      t(`statuses.frequency.${indicator.frequency}`),
      ...(indicator.aggregation === null ? [] : [t(`statuses.aggregation.${indicator.aggregation}`)]),
      t(`statuses.kind.${indicator.kind ?? "output"}`),
    ],
    year,
    standing: standingOf(figures.judged, year, words),
    pace: pace === null ? null : { light: pace.light, progress: print.number(printedPercent(pace.progress)), expected: print.number(printedPercent(pace.expected)), interpolated: pace.interpolatedTarget },
    noPace: pace !== null ? null : plan.endsOn === null ? "open_ended" : indicator.frequency === "annual" && yearReading?.due === "not_yet_due" ? "once_a_year" : null,
    provisionalPeriod: figures.latest.provisional?.key ?? null,
    disputed: indicator.targets.flatMap(({ disputed }) => disputed ?? []),
    targetShare: figures.judged === null || figures.judged.targetShare.equals(1) ? null : print.percent(printedPercent(figures.judged.targetShare)),
    figures: figures.figures,
    formulas: figures.formulas,
    series: seriesModel(indicator, unit, series, seriesSummary(indicator, unit, figures, series.gaps, words), words),
    earlier: series.earlier,
    passport: passport === undefined ? { warnings: [], rows: [] } : passportView({
      indicator, measure: measure?.fact ?? null, passport, agencies: reading.agencies, showsWeight: siblings !== null,
      warnings: passportWarnings({ indicator, measure: measure?.fact ?? null, siblings, hasDataSource: passport.dataSource !== null }),
    }, words),
  };
  return { view, table };
}

/** An open target makes nothing due in a period: of it only "achieved" is said. */
function standingOf(judged: IndicatorReading | null, year: PeriodKey, { print }: Words): IndicatorView["standing"] {
  if (judged === null) return null;
  if (judged.target !== null && judged.target.periodKey === null) return judged.achieved === "achieved" ? { state: "achieved", period: null, exclusion: null } : null;
  return { state: indicatorState(judged), exclusion: judged.exclusion, period: judged.periodKey === year ? null : shortPeriod(judged.periodKey, print) };
}

/** Indicators of the same measure, or null where the ceiling cuts one of them. */
function siblingsSeen({ tree, version }: PlanReading, indicator: IndicatorFact): IndicatorFact[] | null {
  const all = version.structure.indicators.filter(({ measureId, id }) => id === indicator.id || (measureId !== null && measureId === indicator.measureId));
  const seen = all.flatMap(({ id }) => tree.indicatorById.get(id) ?? []);
  return seen.length < all.length ? null : seen;
}

/** Parts as the reader may see them; that something unseen waits for verification is told (rule 10 i). */
function partsSeen(reading: PlanReading, indicator: IndicatorFact, key: PeriodKey): Part[] | null {
  const seen = reading.readValue(indicator, key, "including_provisional")?.parts ?? null;
  const official = reading.readValue(indicator, key, "official")?.parts ?? [];
  const waits = (part: Part) => official.some((each) => each.agencyId === part.agencyId && each.periodKey === part.periodKey && each.awaiting);
  return seen === null ? null : seen.map((part) => (part.state === "missing" && waits(part) ? { ...part, awaiting: true } : part));
}
