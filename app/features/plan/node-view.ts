/** The page of a goal or any other node in words and tables, from readings that are already cut to their reader. Pure. */
import type { PeriodKey } from "~/domain/facts";
import type { OutcomeCounts } from "~/domain/outcomes";
import type { PartScore } from "~/domain/part-scores";
import { countedAs, type TreeNode } from "~/domain/structure";
import type { ReportTable } from "~/features/report/report-table";
import { implementationFigure } from "~/features/scorecard/figures";
import { implementationFormula, type FormulaText } from "~/features/scorecard/formulas";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import type { ComponentName } from "~db/queries/components";
import { childrenTable } from "./children-table";
import { indicatorsTable } from "./indicators-table";
import type { PartHead } from "./part-head";
import { crumbsTo } from "./plan-crumbs";
import { basisLabels, planBasis } from "./plan-labels";
import { readAll, type PlanReading } from "./plan-reading";
import { measureLine, type MeasureLine } from "./tree-lines";

export interface NodeView extends PartHead {
  level: string | null;
  components: string[];
  period: PeriodKey;
  periods: PeriodKey[];
  /** delivery and outcomes side by side, never blended (rule 10); null = the plan was not in force in the period */
  score: { delivery: FigureReading; formula: FormulaText; underWay: number; missing: number; measuresDue: number; outcomes: OutcomeCounts } | null;
  measures: MeasureLine[];
}

export interface NodeAnswer {
  view: NodeView;
  /** null = nothing below but measures */
  children: ReportTable | null;
  outcomes: ReportTable | null;
}

interface NodePageInput {
  /** null = the plan was not in force in the period */
  answer: ScorecardAnswer | null;
  components: readonly ComponentName[];
  period: PeriodKey;
  /** the periods to choose from */
  periods: PeriodKey[];
  words: Words;
}

export function nodeAnswer(reading: PlanReading, node: TreeNode, { answer, components, period, periods, words }: NodePageInput): NodeAnswer {
  const { plan, version, tree } = reading;
  const own = answer?.scorecard.nodes.find(({ nodeId }) => nodeId === node.fact.id) ?? null;
  const readings = readAll(reading, period);
  const basis = planBasis(reading, period);
  const labels = basisLabels(basis, period, words.t);
  const all = { indicators: new Set(tree.indicatorById.keys()) };
  const codes = new Set(version.nodeComponents[node.fact.id] ?? []);
  const outcomes = node.indicators.filter((indicator) => countedAs(indicator) !== "delivery");
  const componentNames = new Map(components.map(({ code, name }) => [code, name]));
  const crumbs = crumbsTo(reading, node.parent, null, words);
  const level = plan.levels.find(({ depth }) => depth === node.fact.depth);
  return {
    view: {
      code: node.fact.code,
      title: chooseText(node.fact.title, words.print.language).text,
      name: node.fact.title,
      level: level === undefined ? null : chooseText(level.label, words.print.language).text,
      planCode: plan.code,
      illustrative: plan.illustrative,
      basis,
      crumbs: [...crumbs, { level: level === undefined ? undefined : chooseText(level.label, words.print.language).text, label: node.fact.code }],
      components: components.filter(({ code }) => codes.has(code)).map(({ name }) => chooseText(name, words.print.language).text),
      period, periods,
      score: own === null || answer === null ? null : scoreOf(own, answer, words, node.fact.code),
      measures: node.measures.map((measure) => measureLine(measure, all, { reading, readings, componentNames, words })),
    },
    children: node.children.length === 0 || answer === null ? null : childrenTable(node.children, { answer, planCode: plan.code, asked: reading.askedHere, name: node.fact.code, labels: labelsOf(answer, words) }, words),
    outcomes: outcomes.length === 0 ? null : { ...indicatorsTable(outcomes, { reading, readings, period, labels, name: `${node.fact.code}-outcomes` }, words), title: words.t("plan.outcomeIndicators") },
  };
}

function scoreOf(part: PartScore, answer: ScorecardAnswer, words: Words, about: string): NonNullable<NodeView["score"]> {
  const { counts } = part.implementation;
  return {
    delivery: implementationFigure(part.implementation),
    formula: implementationFormula(answer, part.implementation, about, words),
    underWay: counts.underWay, missing: counts.missing, measuresDue: counts.measuresDue,
    outcomes: part.outcomes,
  };
}
