/**
 * Search and filters over a plan's tree. The tree handed in is already cut to the reader's ceiling (rule 18), so
 * whatever is counted here is counted within it.
 *
 * A filter is met by an indicator; a measure stays when one of its indicators does, or, without a status filter,
 * when it meets the others itself. Words are looked for in codes and in titles of both languages; a goal that has
 * them keeps everything below it.
 */
import type { Id, IndicatorFact, LocalText } from "~/domain/facts";
import type { IndicatorReading } from "~/domain/reading";
import { indicatorsUnder, owingAgencies, withDescendants, type PlanTree, type TreeMeasure, type TreeNode } from "~/domain/structure";
import { hasStatus, type StatusFilter } from "~/features/indicator/indicator-state";

export interface TreeFilters {
  words: string;
  nodeCode: string | null;
  agencyId: Id | null;
  componentCode: string | null;
  status: StatusFilter | null;
}

interface FilterFacts {
  readings: ReadonlyMap<Id, IndicatorReading>;
  /** components that nodes are marked with; what hangs below a node shares them */
  componentsOf: Readonly<Record<Id, readonly string[]>>;
}

export interface Kept {
  nodes: ReadonlySet<Id>;
  measures: ReadonlySet<Id>;
  indicators: ReadonlySet<Id>;
}

export const hasFilters = (filters: TreeFilters) =>
  fold(filters.words) !== "" || [filters.nodeCode, filters.agencyId, filters.componentCode, filters.status].some((each) => each !== null);

export function filterTree(tree: PlanTree, filters: TreeFilters, facts: FilterFacts): Kept {
  const nodes = new Set<Id>();
  const measures = new Set<Id>();
  const indicators = new Set<Id>();
  const words = fold(filters.words);

  const visit = (node: TreeNode, above: Inherited): boolean => {
    const here: Inherited = {
      inNode: above.inNode || node.fact.code === filters.nodeCode,
      inComponent: above.inComponent || (facts.componentsOf[node.fact.id] ?? []).includes(filters.componentCode ?? ""),
      hasWords: above.hasWords || hasWords(words, node.fact.code, node.fact.title),
    };
    const isInside = here.inNode && here.inComponent;
    let keeps = false;
    for (const indicator of node.indicators) {
      if (isInside && meets(indicator, null, here.hasWords)) keeps = keep(indicators, indicator.id);
    }
    for (const measure of node.measures) {
      if (isInside && keepsMeasure(measure, here.hasWords)) keeps = keep(measures, measure.fact.id);
    }
    for (const child of node.children) keeps = visit(child, here) || keeps;
    // an empty goal that has the words is an answer to them
    const isAnswer = isInside && here.hasWords && filters.status === null && filters.agencyId === null;
    if (keeps || isAnswer) nodes.add(node.fact.id);
    return keeps || isAnswer;
  };

  const keepsMeasure = (measure: TreeMeasure, wordsAbove: boolean): boolean => {
    const inMeasure = wordsAbove || hasWords(words, measure.fact.code, measure.fact.title);
    const met = measure.indicators.filter((indicator) => meets(indicator, measure, inMeasure));
    for (const indicator of met) indicators.add(indicator.id);
    return met.length > 0 || (filters.status === null && inMeasure && executes(measure, filters.agencyId));
  };

  const meets = (indicator: IndicatorFact, measure: TreeMeasure | null, wordsAbove: boolean): boolean => {
    const reading = facts.readings.get(indicator.id);
    return (wordsAbove || hasWords(words, indicator.code, indicator.name))
      && concerns(indicator, measure, filters.agencyId)
      && (filters.status === null || (reading !== undefined && hasStatus(reading, filters.status)));
  };

  const top: Inherited = { inNode: filters.nodeCode === null, inComponent: filters.componentCode === null, hasWords: words === "" };
  for (const root of tree.roots) visit(root, top);
  return { nodes, measures, indicators };
}

interface Inherited {
  inNode: boolean;
  inComponent: boolean;
  hasWords: boolean;
}

/** How many measures and indicators a tree holds in all. */
export const countTree = (tree: PlanTree) => ({
  measures: tree.nodes.reduce((count, node) => count + node.measures.length, 0),
  indicators: tree.roots.flatMap(indicatorsUnder).length,
});

/** Goals of a plan, in list order; where no level is a goal, the topmost nodes. */
export function goalsOf(tree: PlanTree): TreeNode[] {
  const goals = tree.roots.flatMap(withDescendants).filter((node) => node.fact.role === "goal");
  return goals.length > 0 ? goals : tree.roots;
}

function keep(set: Set<Id>, id: Id): true {
  set.add(id);
  return true;
}

const executes = (measure: TreeMeasure, agencyId: Id | null) =>
  agencyId === null || measure.fact.executors.some((executor) => executor.agencyId === agencyId);

/** The body executes its measure, or owes its value. */
function concerns(indicator: IndicatorFact, measure: TreeMeasure | null, agencyId: Id | null): boolean {
  if (agencyId === null) return true;
  if (measure !== null && executes(measure, agencyId)) return true;
  return owingAgencies(indicator, measure?.fact ?? null).includes(agencyId);
}

const hasWords = (words: string, code: string, title: LocalText) =>
  words === "" || [code, title.uk, title.en].some((text) => text !== null && fold(text).includes(words));

/** Case, apostrophes and runs of spaces do not matter. */
function fold(text: string): string {
  return text.toLocaleLowerCase("uk").replace(/['’ʼ`]/g, "").replace(/\s+/g, " ").trim();
}
