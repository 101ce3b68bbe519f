/**
 * Interruptions that hold on a day within a plan as it was cut to its reader (rules 8, 10 and 18 of the calculation
 * rules): each once, with what it reaches. A break of a series or of a target is over the day it happens. A territory
 * concerns breakdowns and is told without a count; a body, where it executes something of the plan.
 */
import { isOn } from "./disruptions";
import type { CalendarDate, DisruptionEffect, DisruptionFact, Id, LocalText } from "./facts";
import { groupBy } from "./group-by";
import { nodePath, type PlanTree } from "./structure";

export interface DisruptionInForce {
  id: Id;
  what: LocalText;
  legalBasis: string | null;
  from: CalendarDate;
  to: CalendarDate | null;
  effects: DisruptionEffect[];
  measures: number;
  /** that hang on no measure it reaches */
  indicators: number;
}

const LASTING: readonly DisruptionEffect[] = ["pause", "waive", "gap"];

/** The latest first. */
export function disruptionsInForce(disruptions: readonly DisruptionFact[], tree: PlanTree, on: CalendarDate): DisruptionInForce[] {
  const held = disruptions.filter((each) => LASTING.includes(each.effect) && isOn(each, on) && isOfTree(each, tree));
  return [...groupBy(held, ({ id }) => id).values()]
    .flatMap((scopes) => (scopes[0] === undefined ? [] : [{ ...headOf(scopes[0]), effects: [...new Set(scopes.map(({ effect }) => effect))], ...reachOf(scopes, tree) }]))
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1));
}

const headOf = ({ id, what, legalBasis, from, to }: DisruptionFact) => ({ id, what, legalBasis, from, to });

function isOfTree({ scopeKind, scopeId }: DisruptionFact, tree: PlanTree): boolean {
  switch (scopeKind) {
    case "territory":
      return true;
    case "agency":
      return [...tree.measureById.values()].some(({ fact }) => fact.executors.some(({ agencyId }) => agencyId === scopeId));
    case "node":
      return tree.nodeById.has(scopeId);
    case "measure":
      return tree.measureById.has(scopeId);
    case "indicator":
      return tree.indicatorById.has(scopeId);
  }
}

function reachOf(scopes: readonly DisruptionFact[], tree: PlanTree): { measures: number; indicators: number } {
  const reaches = (kind: DisruptionFact["scopeKind"], ids: readonly (Id | null)[]) => scopes.some(({ scopeKind, scopeId }) => scopeKind === kind && ids.includes(scopeId));
  const measures = [...tree.measureById.values()].filter(({ fact, node }) =>
    reaches("measure", [fact.id]) || reaches("node", nodePath(node)) || reaches("agency", fact.executors.map(({ agencyId }) => agencyId)));
  const ids = new Set(measures.map(({ fact }) => fact.id));
  const indicators = [...tree.indicatorById.values()].filter((indicator) => reaches("indicator", [indicator.id]) && !ids.has(indicator.measureId ?? ""));
  return { measures: measures.length, indicators: indicators.length };
}
