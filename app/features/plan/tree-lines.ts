/** The plan's tree in words, as a page lists it: only what the filters keep, in list order. Pure. */
import type { Id, IndicatorFact, LocalText } from "~/domain/facts";
import type { Exclusion, IndicatorReading, Light } from "~/domain/reading";
import type { TreeMeasure, TreeNode } from "~/domain/structure";
import { indicatorState, type IndicatorState } from "~/features/indicator/indicator-state";
import { printActual, type PrintedActual } from "~/features/indicator/print-actual";
import { printTarget } from "~/features/indicator/print-content";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import { indicatorPath, measurePath, nodePath } from "./addresses";
import { printExecutors, printRuns } from "./print-measure";
import type { Kept } from "./filter-tree";
import type { PlanReading } from "./plan-reading";

export interface IndicatorLine {
  code: string;
  name: LocalText;
  href: string;
  /** null = cut for the period, so nothing is said of it */
  state: IndicatorState | null;
  /** why it is in no count, where it is not */
  exclusion: Exclusion | null;
  light: Light | null;
  /** last value with what it stands on; null = none */
  value: { main: string; beside: string } | null;
  target: string | null;
  isRestricted: boolean;
}

export interface MeasureLine {
  code: string;
  title: LocalText;
  href: string;
  executors: string;
  runs: string | null;
  indicators: IndicatorLine[];
}

export interface NodeLine {
  id: Id;
  code: string;
  /** "Стратегічна ціль", from the plan's own names of levels */
  level: LocalText | null;
  title: LocalText;
  href: string;
  components: string[];
  indicators: IndicatorLine[];
  measures: MeasureLine[];
  children: NodeLine[];
}

export interface LineFacts {
  reading: PlanReading;
  readings: ReadonlyMap<Id, IndicatorReading>;
  componentNames: ReadonlyMap<string, LocalText>;
  words: Words;
}

export function nodeLine(node: TreeNode, kept: Kept, facts: LineFacts): NodeLine {
  const { reading, words } = facts;
  const components = reading.version.nodeComponents[node.fact.id] ?? [];
  return {
    id: node.fact.id,
    code: node.fact.code,
    level: reading.plan.levels.find((level) => level.depth === node.fact.depth)?.label ?? null,
    title: node.fact.title,
    href: nodePath(reading.plan.code, node.fact.code) + reading.askedHere,
    components: components.map((code) => chooseText(facts.componentNames.get(code) ?? { uk: code, en: code }, words.print.language).text),
    indicators: node.indicators.filter(({ id }) => kept.indicators.has(id)).map((indicator) => indicatorLine(indicator, facts)),
    measures: node.measures.filter(({ fact }) => kept.measures.has(fact.id)).map((measure) => measureLine(measure, kept, facts)),
    children: node.children.filter(({ fact }) => kept.nodes.has(fact.id)).map((child) => nodeLine(child, kept, facts)),
  };
}

export function measureLine(measure: TreeMeasure, kept: Pick<Kept, "indicators">, facts: LineFacts): MeasureLine {
  const { reading, words } = facts;
  return {
    code: measure.fact.code,
    title: measure.fact.title,
    href: measurePath(reading.plan.code, measure.fact.code) + reading.askedHere,
    executors: printExecutors(measure.fact, reading.agencies, words),
    runs: printRuns(measure.fact, words),
    indicators: measure.indicators.filter(({ id }) => kept.indicators.has(id)).map((indicator) => indicatorLine(indicator, facts)),
  };
}

function indicatorLine(indicator: IndicatorFact, { reading, readings, words }: LineFacts): IndicatorLine {
  const of = readings.get(indicator.id) ?? null;
  const unit = reading.version.passports[indicator.id]?.unit ?? null;
  const target = of?.target ?? null;
  return {
    code: indicator.code,
    name: indicator.name,
    href: indicatorPath(reading.plan.code, indicator.code) + reading.askedHere,
    state: of === null ? null : indicatorState(of),
    exclusion: of?.exclusion ?? null,
    light: of?.pace?.light ?? null,
    value: of === null ? null : valueOf(printActual(of.actual, indicator, unit, words), whenOpen(of, indicator, words)),
    target: target === null ? null : printTarget(target, indicator, unit, words),
    isRestricted: of?.access === "restricted",
  };
}

/** What the value stands on is written smaller; where the period has none, the last known one is all there is. */
const valueOf = ({ main, beside }: PrintedActual, when: string | null) =>
  main === null && beside.length === 0 ? null : { main: main ?? "", beside: [...beside, when].filter((part) => part !== null).join("; ") };

/** A value compared with an open target says of which period it is. */
function whenOpen({ actual, periodKey }: IndicatorReading, { targets }: IndicatorFact, { print }: Words): string | null {
  return actual.content === null || targets.some((target) => target.periodKey !== null) || actual.label === "last_known" ? null : print.period(periodKey);
}
