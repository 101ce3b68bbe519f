/** The plan as one table: a line an indicator, and one for each measure without any. Pure. */
import type { IndicatorFact } from "~/domain/facts";
import type { Kept } from "./filter-tree";
import type { TreeMeasure, TreeNode } from "~/domain/structure";
import { printedPercent } from "~/domain/printing";
import { indicatorState } from "~/features/indicator/indicator-state";
import { plainContent, printTarget, unitWord } from "~/features/indicator/print-content";
import { whyNoValue } from "~/features/indicator/why-missing";
import { column, fileNameOf, type ReportLabel, type ReportRow, type ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import { printExecutors } from "./print-measure";
import type { LineFacts } from "./tree-lines";

export function treeTable(kept: Kept, facts: LineFacts, labels: ReportLabel[]): ReportTable {
  const { t } = facts.words;
  return {
    name: `${fileNameOf(facts.reading.plan.code)}-tree`,
    title: t("plan.tree"),
    columns: [
      column("node_code", t("plan.goal"), "code"), column("node_title", t("plan.partOf")),
      column("measure_code", t("plan.measure"), "code"), column("measure_title", t("plan.title")), column("executors", t("plan.executors")),
      column("starts_on", t("csv.column.starts_on"), "date"), column("due_on", t("plan.deadline"), "date"),
      column("indicator_code", t("plan.indicator"), "code"), column("indicator_name", t("csv.column.indicator_name")),
      column("kind", t("indicator.kind"), "code"), column("unit", t("indicator.unit")),
      column("value", t("indicator.value"), "number"), column("numerator", t("indicator.numerator"), "number"), column("denominator", t("indicator.denominator"), "number"),
      column("value_label", t("csv.column.value_label"), "code"), column("reason", t("indicator.reason"), "code"),
      column("target", t("indicator.target")), column("progress", t("csv.column.progress"), "percent"),
      column("state", t("plan.stateHead"), "code"), column("exclusion", t("csv.column.exclusion"), "code"), column("pace", t("plan.pace"), "code"),
    ],
    rows: facts.reading.tree.nodes.filter((node) => kept.nodes.has(node.fact.id)).flatMap((node) => rowsOf(node, kept, facts)),
    notes: [],
    labels,
  };
}

function rowsOf(node: TreeNode, kept: Kept, facts: LineFacts): ReportRow[] {
  const language = facts.words.print.language;
  const place = { node_code: node.fact.code, node_title: chooseText(node.fact.title, language).text };
  const inMeasure = (measure: TreeMeasure) => ({
    ...place,
    measure_code: measure.fact.code, measure_title: chooseText(measure.fact.title, language).text,
    executors: printExecutors(measure.fact, facts.reading.agencies, facts.words), starts_on: measure.fact.startsOn, due_on: measure.fact.dueOn,
  });
  const own = node.indicators.filter(({ id }) => kept.indicators.has(id)).map((indicator) => ({ ...place, ...indicatorCells(indicator, facts) }));
  const ofMeasures = node.measures.filter(({ fact }) => kept.measures.has(fact.id)).flatMap((measure) => {
    const shown = measure.indicators.filter(({ id }) => kept.indicators.has(id));
    return shown.length === 0 ? [inMeasure(measure)] : shown.map((indicator) => ({ ...inMeasure(measure), ...indicatorCells(indicator, facts) }));
  });
  return [...own, ...ofMeasures];
}

function indicatorCells(indicator: IndicatorFact, { reading, readings, words }: LineFacts): ReportRow {
  const of = readings.get(indicator.id);
  const unit = reading.version.passports[indicator.id]?.unit ?? null;
  const known = {
    indicator_code: indicator.code, indicator_name: chooseText(indicator.name, words.print.language).text,
    kind: indicator.kind ?? "output", unit: unitWord(indicator, unit, words.print),
  };
  if (of === undefined) return known;
  // the last known value of another period is no value of this one
  const content = of.actual.label === "last_known" ? null : of.actual.content;
  const { raw, attainment } = of.progress;
  const share = raw ?? attainment;
  return {
    ...known,
    ...(content === null ? {} : plainContent(content, indicator)),
    value_label: content === null ? null : of.actual.label,
    reason: content === null ? whyNoValue(of.actual, reading.valuesRead === "including_provisional") : null,
    target: of.target === null ? null : printTarget(of.target, indicator, unit, words),
    progress: share === null ? null : printedPercent(share),
    state: indicatorState(of),
    exclusion: of.exclusion,
    pace: of.pace?.light ?? null,
  };
}
