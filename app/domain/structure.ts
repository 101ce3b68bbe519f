/**
 * The plan as a tree: nodes of free depth, measures under the deepest, indicators on a measure or on any node;
 * children in list order (positions are data). Rules 10, 15 and 17 of the calculation rules.
 */
import { DomainError } from "./errors";
import type { CalendarDate, Id, IndicatorFact, MeasureFact, NodeFact, PlanStructure } from "./facts";

export interface TreeMeasure {
  fact: MeasureFact;
  node: TreeNode;
  indicators: IndicatorFact[];
}

export interface TreeNode {
  fact: NodeFact;
  parent: TreeNode | null;
  children: TreeNode[];
  measures: TreeMeasure[];
  /** indicators that hang on the node itself */
  indicators: IndicatorFact[];
}

export interface PlanTree {
  plan: PlanStructure;
  roots: TreeNode[];
  /** every node, parents before children, in list order */
  nodes: TreeNode[];
  nodeById: ReadonlyMap<Id, TreeNode>;
  measureById: ReadonlyMap<Id, TreeMeasure>;
  indicatorById: ReadonlyMap<Id, IndicatorFact>;
}

/** What an indicator is counted as: rule 10 (i). A blank kind is an output. */
type CountedAs = "delivery" | "outcome" | "context";

export function countedAs(indicator: Pick<IndicatorFact, "kind">): CountedAs {
  if (indicator.kind === "context") return "context";
  return indicator.kind === "outcome" ? "outcome" : "delivery";
}

/** Only output and process indicators decide a measure (rules 10 and 16). */
export const isDeciding = (indicator: Pick<IndicatorFact, "kind">) => countedAs(indicator) === "delivery";

/** Builds the tree. Throws DomainError structure_broken when a part hangs on something that is not there. */
export function buildTree(plan: PlanStructure): PlanTree {
  const nodeById = new Map<Id, TreeNode>();
  for (const fact of plan.nodes) {
    nodeById.set(fact.id, { fact, parent: null, children: [], measures: [], indicators: [] });
  }
  const roots: TreeNode[] = [];
  for (const fact of inListOrder(plan.nodes)) {
    const node = found(nodeById, fact.id, fact.id);
    if (fact.parentId === null) {
      roots.push(node);
      continue;
    }
    node.parent = found(nodeById, fact.parentId, fact.id);
    node.parent.children.push(node);
  }
  const measureById = new Map<Id, TreeMeasure>();
  for (const fact of inListOrder(plan.measures)) {
    const node = found(nodeById, fact.nodeId, fact.id);
    const measure: TreeMeasure = { fact, node, indicators: [] };
    measureById.set(fact.id, measure);
    node.measures.push(measure);
  }
  const indicatorById = new Map<Id, IndicatorFact>();
  for (const indicator of inListOrder(plan.indicators)) {
    indicatorById.set(indicator.id, indicator);
    if (indicator.measureId !== null) found(measureById, indicator.measureId, indicator.id).indicators.push(indicator);
    else found(nodeById, indicator.nodeId ?? "", indicator.id).indicators.push(indicator);
  }
  const nodes = roots.flatMap(withDescendants);
  // a ring of parents is reachable from no root
  if (nodes.length !== plan.nodes.length) throw new DomainError("structure_broken", { part: plan.planVersionId, hangsOn: null });
  return { plan, roots, nodes, nodeById, measureById, indicatorById };
}

/** The node and everything below it, parents first. */
export function withDescendants(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

/** The node's id and those of all above it, nearest first. */
export function nodePath(node: TreeNode | null): Id[] {
  return node === null ? [] : [node.fact.id, ...nodePath(node.parent)];
}

/** Where an indicator hangs: its measure, if any, and the node above. */
export function placeOf(tree: PlanTree, indicator: Pick<IndicatorFact, "measureId" | "nodeId">): { measure: TreeMeasure | null; node: TreeNode | null } {
  const measure = indicator.measureId === null ? null : (tree.measureById.get(indicator.measureId) ?? null);
  return { measure, node: measure?.node ?? tree.nodeById.get(indicator.nodeId ?? "") ?? null };
}

/** All indicators under a node: on itself, on its measures, on what is below; in list order. */
export function indicatorsUnder(node: TreeNode): IndicatorFact[] {
  return [
    ...node.indicators,
    ...node.measures.flatMap((measure) => measure.indicators),
    ...node.children.flatMap(indicatorsUnder),
  ];
}

/** By its printed code. */
export const measureByCode = ({ measureById }: PlanTree, code: string): TreeMeasure | null => [...measureById.values()].find(({ fact }) => fact.code === code) ?? null;

export const leadOf = (measure: MeasureFact) => measure.executors.find((executor) => executor.role === "lead") ?? null;

/** The lead and the co-executors that are not there by consent (rule 17). */
export const obligedExecutors = (measure: MeasureFact) => measure.executors.filter((executor) => !executor.byConsent);

/**
 * Who owes a value (rule 17): one obligation by the passport's responsible body, else the measure's lead;
 * several only when the value is "reported by each of" the bodies named. Empty = nobody is named (the passport warns).
 */
export function owingAgencies(indicator: Pick<IndicatorFact, "reporterIds" | "responsibleAgencyId">, measure: MeasureFact | null): Id[] {
  if (indicator.reporterIds.length > 0) return [...new Set(indicator.reporterIds)];
  if (indicator.responsibleAgencyId !== null) return [indicator.responsibleAgencyId];
  const lead = measure === null ? null : leadOf(measure);
  return lead === null ? [] : [lead.agencyId];
}

/**
 * The one body that answers for an indicator where several report it: the passport's responsible one, else the measure's
 * lead, else the first of those that report. Null = nobody is named.
 */
export function answerableAgency({ responsibleAgencyId, reporterIds }: Pick<IndicatorFact, "reporterIds" | "responsibleAgencyId">, measure: MeasureFact | null): Id | null {
  const lead = measure === null ? null : leadOf(measure);
  return responsibleAgencyId ?? lead?.agencyId ?? reporterIds[0] ?? null;
}

/**
 * A measure without deciding indicators is due in every period from its start to its deadline (rule 10);
 * without dates of its own the plan's stand in, and an open-ended plan never ends.
 */
export function isWithinMeasureDates(measure: MeasureFact, plan: PlanStructure, period: { startsOn: CalendarDate; endsOn: CalendarDate }): boolean {
  const start = measure.startsOn ?? plan.startsOn;
  const end = measure.dueOn ?? plan.endsOn;
  return start <= period.endsOn && (end === null || end >= period.startsOn);
}

/** By position; the code, then the id decide between equals, so that the order never depends on the query. */
function inListOrder<T extends { position: number; code: string; id: Id }>(parts: readonly T[]): T[] {
  return [...parts].sort((a, b) => a.position - b.position || compareText(a.code, b.code) || compareText(a.id, b.id));
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function found<T>(byId: ReadonlyMap<Id, T>, id: Id, part: Id): T {
  const value = byId.get(id);
  if (value === undefined) throw new DomainError("structure_broken", { part, hangsOn: id || null });
  return value;
}
