/**
 * The access ceiling, rule 18 of the calculation rules: levels are inherited downward (the strictest of all
 * above and its own), and the tree is cut to the ceiling FIRST, before anything is counted, weighted, searched
 * or rolled up. Cut parts leave no gap: positions are numbered anew.
 */
import type { AccessLevel, DisruptionFact, Id, PeriodKey, PlanStructure, ValueFact } from "./facts";
import type { ReadingKind } from "./parts";

const STRICTNESS: Record<AccessLevel, number> = { public: 0, internal: 1, restricted: 2 };

export function strictest(...levels: AccessLevel[]): AccessLevel {
  return levels.reduce<AccessLevel>((most, level) => (STRICTNESS[level] > STRICTNESS[most] ? level : most), "public");
}

/** What two ceilings both allow. */
export const lowerCeiling = (a: AccessLevel, b: AccessLevel): AccessLevel => (STRICTNESS[a] <= STRICTNESS[b] ? a : b);

export const isWithinCeiling = (level: AccessLevel, ceiling: AccessLevel) => STRICTNESS[level] <= STRICTNESS[ceiling];

export interface EffectiveAccess {
  node: ReadonlyMap<Id, AccessLevel>;
  measure: ReadonlyMap<Id, AccessLevel>;
  indicator: ReadonlyMap<Id, AccessLevel>;
}

/** The level of every part after inheritance. */
export function effectiveAccess(structure: PlanStructure): EffectiveAccess {
  const facts = new Map(structure.nodes.map((node) => [node.id, node]));
  const node = new Map<Id, AccessLevel>();
  const levelOfNode = (id: Id | null): AccessLevel => {
    const fact = id === null ? undefined : facts.get(id);
    if (fact === undefined) return "public";
    const known = node.get(fact.id);
    if (known !== undefined) return known;
    node.set(fact.id, fact.access); // stops a ring of parents; the tree builder reports it
    const level = strictest(fact.access, levelOfNode(fact.parentId));
    node.set(fact.id, level);
    return level;
  };
  for (const fact of structure.nodes) levelOfNode(fact.id);
  const measure = new Map(structure.measures.map((fact) => [fact.id, strictest(fact.access, levelOfNode(fact.nodeId))]));
  const indicator = new Map(
    structure.indicators.map((fact) => {
      const above = fact.measureId === null ? levelOfNode(fact.nodeId) : (measure.get(fact.measureId) ?? "public");
      return [fact.id, strictest(fact.access, above)];
    }),
  );
  return { node, measure, indicator };
}

/** A version of a plan with the parts it no longer names, each as the last version that named it did: itself where none are. */
export function withDropped(newest: PlanStructure, others: readonly PlanStructure[]): PlanStructure {
  const older = [...others].sort((a, b) => b.versionNo - a.versionNo);
  const dropped = <T extends { id: Id }>(partsOf: (structure: PlanStructure) => readonly T[]): T[] => {
    const named = new Set(partsOf(newest).map(({ id }) => id));
    return older.flatMap(partsOf).filter(({ id }) => !named.has(id) && named.add(id));
  };
  const [nodes, measures, indicators] = [dropped((each) => each.nodes), dropped((each) => each.measures), dropped((each) => each.indicators)];
  if (nodes.length + measures.length + indicators.length === 0) return newest;
  return { ...newest, nodes: [...newest.nodes, ...nodes], measures: [...newest.measures, ...measures], indicators: [...newest.indicators, ...indicators] };
}

/** The level of one value: the strictest of what it belongs to and its own. */
const valueAccess = (value: Pick<ValueFact, "access">, indicatorLevel: AccessLevel) => strictest(indicatorLevel, value.access);

export interface CutPlan {
  structure: PlanStructure;
  values: ValueFact[];
  /** the value in force lies above the ceiling: the indicator is cut for the period, nothing stands in */
  cutPeriods: { indicatorId: Id; periodKey: PeriodKey }[];
  /** ids of nodes, measures and indicators that were cut */
  cutIds: ReadonlySet<Id>;
}

/**
 * Cuts a plan version and the values to a ceiling. `reading` tells which version of a value is in force: the last
 * verified one, or the last. Where that one lies above the ceiling every version of the cell goes and the period is
 * cut; a later version that is not in force yet is left out without a trace. `alsoCut`: ids cut in the version in force now; what is
 * restricted today is not shown through an older version of the plan.
 */
export function cutToCeiling(
  structure: PlanStructure,
  values: readonly ValueFact[],
  ceiling: AccessLevel,
  reading: ReadingKind,
  alsoCut: ReadonlySet<Id> = new Set(),
): CutPlan {
  const access = effectiveAccess(structure);
  const cutIds = new Set<Id>(alsoCut);
  for (const levels of [access.node, access.measure, access.indicator]) {
    for (const [id, level] of levels) if (!isWithinCeiling(level, ceiling)) cutIds.add(id);
  }
  dropBelow(structure, cutIds);
  const indicators = structure.indicators.filter((indicator) => !cutIds.has(indicator.id));
  const kept = new Set(indicators.map((indicator) => indicator.id));
  const ofKept = values.filter((value) => kept.has(value.indicatorId));
  const seen = (value: ValueFact) => isWithinCeiling(valueAccess(value, access.indicator.get(value.indicatorId) ?? "public"), ceiling);
  const hidden = ofKept.filter((value) => !seen(value));
  const cutCells = new Set(hidden.filter((value) => isInForce(value, ofKept, reading)).map(cellOf));
  return {
    structure: {
      ...structure,
      nodes: renumbered(structure.nodes.filter((node) => !cutIds.has(node.id)), (node) => node.parentId),
      measures: renumbered(structure.measures.filter((measure) => !cutIds.has(measure.id)), (measure) => measure.nodeId),
      indicators: renumbered(indicators, (indicator) => indicator.measureId ?? indicator.nodeId),
    },
    values: ofKept.filter((value) => seen(value) && !cutCells.has(cellOf(value))),
    cutPeriods: hidden.filter((value) => cutCells.has(cellOf(value))).map(({ indicatorId, periodKey }) => ({ indicatorId, periodKey })),
    cutIds,
  };
}

const cellOf = ({ indicatorId, agencyId, periodKey }: ValueFact) => [indicatorId, agencyId, periodKey].join("\n");

/** No later version of its cell counts in the reading (rule 9). */
function isInForce(value: ValueFact, values: readonly ValueFact[], reading: ReadingKind): boolean {
  const counts = (each: ValueFact) => reading === "including_provisional" || each.verified;
  return counts(value) && !values.some((each) => each.no > value.no && counts(each) && cellOf(each) === cellOf(value));
}

/** Disruptions whose scope was not cut; the text of one may tell what the tree hides. */
export function cutDisruptions(disruptions: readonly DisruptionFact[], cutIds: ReadonlySet<Id>): DisruptionFact[] {
  return disruptions.filter((disruption) => !cutIds.has(disruption.scopeId));
}

/** What hangs below a cut part is cut, whatever else says otherwise (an id cut by today's version has children here). */
function dropBelow(structure: PlanStructure, cutIds: Set<Id>): void {
  let before = -1;
  while (before !== cutIds.size) {
    before = cutIds.size;
    for (const node of structure.nodes) if (node.parentId !== null && cutIds.has(node.parentId)) cutIds.add(node.id);
  }
  for (const measure of structure.measures) if (cutIds.has(measure.nodeId)) cutIds.add(measure.id);
  for (const indicator of structure.indicators) {
    const above = indicator.measureId ?? indicator.nodeId;
    if (above !== null && cutIds.has(above)) cutIds.add(indicator.id);
  }
}

function renumbered<T extends { position: number }>(parts: readonly T[], parentOf: (part: T) => Id | null): T[] {
  const taken = new Map<Id | null, number>();
  return [...parts]
    .sort((a, b) => a.position - b.position)
    .map((part) => {
      const position = (taken.get(parentOf(part)) ?? 0) + 1;
      taken.set(parentOf(part), position);
      return { ...part, position };
    });
}
