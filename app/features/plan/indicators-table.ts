/** Indicators of a measure or a goal in one period: from what, where now, to what, how far, at what pace. Pure. */
import type { Id, IndicatorFact, LocalText, PeriodKey, Target } from "~/domain/facts";
import { printedPercent } from "~/domain/printing";
import { isCounted } from "~/domain/read-value";
import type { IndicatorReading } from "~/domain/reading";
import { indicatorState } from "~/features/indicator/indicator-state";
import { printActual } from "~/features/indicator/print-actual";
import { plainContent, printContent, printTarget, unitWord } from "~/features/indicator/print-content";
import { nameProgress, printProgress } from "~/features/indicator/progress-formula";
import { reasonWord, whyNoValue } from "~/features/indicator/why-missing";
import { column, fileNameOf, type ReportCell, type ReportLabel, type ReportRow, type ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import { indicatorPath } from "./addresses";
import type { PlanReading } from "./plan-reading";

interface IndicatorsTableInput {
  reading: PlanReading;
  readings: ReadonlyMap<Id, IndicatorReading>;
  period: PeriodKey;
  labels: ReportLabel[];
  /** code of what they hang on, for the file's name */
  name: string;
}

export function indicatorsTable(indicators: readonly IndicatorFact[], input: IndicatorsTableInput, words: Words): ReportTable {
  const { t, print } = words;
  return {
    name: `${fileNameOf(input.name)}-indicators-${fileNameOf(input.period)}`,
    title: t("plan.indicatorsIn", { period: print.period(input.period) }),
    columns: [
      column("name", t("plan.indicator"), "text"), column("code", t("common.code"), "code", "file"), column("kind", t("indicator.kind"), "code", "file"),
      column("baseline", t("indicator.baseline"), "number", "page"), column("actual", t("indicator.actual"), "number", "page"), column("target", t("indicator.target"), "number", "page"),
      column("progress_words", t("indicator.toTargetHead"), "number", "page"),
      column("unit", t("indicator.unit"), "text", "file"), column("baseline_value", t("indicator.baseline"), "number", "file"),
      column("value", t("indicator.value"), "number", "file"), column("numerator", t("indicator.numerator"), "number", "file"), column("denominator", t("indicator.denominator"), "number", "file"),
      column("reason", t("indicator.reason"), "code", "file"), column("target_words", t("indicator.target"), "text", "file"), column("progress", t("csv.column.progress"), "percent", "file"),
      column("state", t("plan.stateHead"), "code"), column("exclusion", t("csv.column.exclusion"), "code", "file"), column("pace", t("plan.pace"), "code", "file"),
    ],
    rows: indicators.map((indicator) => rowOf(indicator, input, words)),
    notes: [],
    labels: input.labels,
  };
}

function rowOf(indicator: IndicatorFact, { reading, readings }: IndicatorsTableInput, words: Words): ReportRow {
  const { t, print } = words;
  const of = readings.get(indicator.id);
  const unit = reading.version.passports[indicator.id]?.unit ?? null;
  const name = chooseText(indicator.name, print.language);
  // the unit stands once, under the name; a percent sign stays with its figure
  const word = unitWord(indicator, unit, print);
  const inHead = word === "%" ? null : word;
  const inCells = inHead === null ? unit : null;
  const known = {
    name: { value: name.text, href: indicatorPath(reading.plan.code, indicator.code) + reading.askedHere, lang: name.language === print.language ? undefined : name.language, detail: [indicator.code, inHead].filter(Boolean).join(" · ") },
    code: indicator.code, kind: indicator.kind ?? "output", unit: word,
  };
  if (of === undefined) return known;
  const baseline = indicator.baseline?.content ?? null;
  const target = of.target;
  const printed = printActual(of.actual, indicator, inCells, words);
  const content = isCounted(of.actual) ? of.actual.content : null;
  const reason = content === null ? whyNoValue(of.actual, reading.valuesRead === "including_provisional") : null;
  const share = of.progress.raw ?? of.progress.attainment;
  const says = share !== null || of.progress.hold !== null || of.progress.floor !== null;
  const state = indicatorState(of);
  return {
    ...known,
    baseline: { value: null, shown: baseline === null ? "—" : printContent(baseline, indicator, inCells, words).main },
    actual: { value: null, shown: printed.main ?? (reason === null ? "—" : reasonWord(reason, t)), detail: printed.beside.join("; ") || undefined, strong: printed.main !== null },
    target: targetCell(target, indicator, inCells, words),
    progress_words: { value: null, shown: says ? printProgress(of.progress, words) : "—", detail: says ? shortName(of, words) : printProgress(of.progress, words) },
    baseline_value: baseline === null ? null : plainContent(baseline, indicator).value,
    ...(content === null ? {} : plainContent(content, indicator)),
    reason,
    target_words: target === null ? null : printTarget(target, indicator, unit, words),
    progress: share === null ? null : printedPercent(share),
    state: { value: state, shown: state === "excluded" && of.exclusion !== null ? t(`plan.excludedAs.${of.exclusion}`) : t(`plan.state.${state}`) },
    exclusion: of.exclusion,
    pace: of.pace === null ? null : { value: of.pace.light, shown: t(`statuses.light.${of.pace.light}`), detail: t("plan.paceOf", { progress: print.number(printedPercent(of.pace.progress)), expected: print.number(printedPercent(of.pace.expected)) }) },
  };
}

/** The name of a stage is written smaller, below its number. */
export function targetCell(target: Target | null, indicator: IndicatorFact, unit: LocalText | null, words: Words): ReportCell {
  if (target === null) return { value: null, shown: "—" };
  if (target.content?.kind !== "stage") return { value: null, shown: printTarget(target, indicator, unit, words) };
  const { main, parts } = printContent(target.content, indicator, unit, words);
  return { value: null, shown: main, detail: parts ?? undefined };
}

/** What the percentage is, unless it is plain progress. */
function shortName({ progress }: IndicatorReading, words: Words): string | undefined {
  return progress.raw !== null && progress.flags.length === 0 ? undefined : nameProgress(progress, words);
}
