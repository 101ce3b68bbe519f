/**
 * Reading (ii), average progress: rules 10 (ii) and 11 of the calculation rules.
 *
 * value: weights normalised over the children with a value. low, high, coverage: weights normalised over all
 * due children, where a child without a value stands as 0, 1 and 0. Excluded and not-yet-due leaves take no
 * weight; a node without a due leaf leaves its parent. No data → no value, never 0. Nothing is rounded here.
 * Edge cases: some weights given and some not (among due children), a weight below 0, or weights that sum to
 * 0 → an error that names the children; the node has no value and its parent counts it as missing.
 */
import { coverageState, type CoveragePolicy } from "./coverage";
import { ONE, ZERO, isLess, isZero, sum, type Exact } from "./exact";
import type { Id } from "./facts";
import type { Exclusion, MissingPart, RollupResult } from "./reading";

/** One indicator's part: its share in [0, 1], or why it has none. */
export type RollupLeaf =
  | { state: "known"; share: Exact; reported: boolean; verified: boolean; missing: MissingPart[] }
  | { state: "missing"; reported: boolean; verified: boolean; missing: MissingPart[] }
  | { state: "not_yet_due" }
  | { state: "excluded"; exclusion: Exclusion }
  /** no target falls in the period: the leaf is in no count */
  | { state: "not_due" };

export interface RollupInput {
  id: Id;
  kind: RollupResult["kind"];
  /** null = the plan gives none; all null among due siblings = equal */
  weight: Exact | null;
  /** null for everything but an indicator */
  leaf: RollupLeaf | null;
  children: RollupInput[];
}

export function rollup(input: RollupInput, policy: CoveragePolicy): RollupResult {
  return input.leaf === null ? rollupNode(input, policy) : rollupLeaf(input.id, input.leaf, policy);
}

function rollupLeaf(id: Id, leaf: RollupLeaf, policy: CoveragePolicy): RollupResult {
  const nothing = emptyResult(id, "indicator");
  switch (leaf.state) {
    case "known":
      return {
        ...nothing,
        value: leaf.share, low: leaf.share, high: leaf.share, coverage: ONE,
        coverageState: coverageState(leaf.share, ONE, policy),
        leavesDue: 1, leavesKnown: 1, leavesReported: Number(leaf.reported), leavesVerified: Number(leaf.verified),
        missing: leaf.missing,
      };
    case "missing":
      return {
        ...nothing,
        ...UNKNOWN,
        leavesDue: 1, leavesReported: Number(leaf.reported), leavesVerified: Number(leaf.verified),
        missing: leaf.missing,
      };
    case "not_yet_due":
      return { ...nothing, notYetDue: 1 };
    case "excluded":
      return { ...nothing, excluded: { [leaf.exclusion]: 1 } };
    case "not_due":
      return nothing;
  }
}

function rollupNode(input: RollupInput, policy: CoveragePolicy): RollupResult {
  const results = input.children.map((child) => rollup(child, policy));
  const counted = { ...emptyResult(input.id, input.kind), ...countsOf(results), children: results };
  const due = input.children.flatMap((child, index) => {
    const result = results[index];
    return result !== undefined && result.leavesDue > 0 ? [{ weight: child.weight, result }] : [];
  });
  if (due.length === 0) return counted;

  const weighing = weightsOf(due);
  if ("error" in weighing) return { ...counted, ...UNKNOWN, error: weighing.error };
  const { weights } = weighing;
  const total = sum(weights);
  const mean = (pick: (result: RollupResult) => Exact) =>
    sum(due.map(({ result }, index) => pick(result).mul(weights[index] ?? ZERO))).div(total);

  const known = sum(due.map(({ result }, index) => (result.value === null ? ZERO : (weights[index] ?? ZERO))));
  // known children may together weigh 0: then there is nothing to average, though nothing is wrong either
  const value = isZero(known)
    ? null
    : sum(due.map(({ result }, index) => (result.value ?? ZERO).mul(weights[index] ?? ZERO))).div(known);
  const coverage = mean((result) => result.coverage ?? ZERO);
  return {
    ...counted,
    value,
    low: mean((result) => result.low ?? ZERO),
    high: mean((result) => result.high ?? ONE),
    coverage,
    coverageState: coverageState(value, coverage, policy),
    children: results.map((result) => {
      const index = due.findIndex((each) => each.result === result);
      const weight = weights[index];
      return result.value === null || weight === undefined || isZero(known) ? result : { ...result, weight: weight.div(known) };
    }),
  };
}

/** Equal when none is given; an error when only some are, or they cannot be normalised. */
function weightsOf(due: { weight: Exact | null; result: RollupResult }[]): { weights: Exact[] } | { error: NonNullable<RollupResult["error"]> } {
  const named = (which: typeof due) => which.map(({ result }) => result.id);
  const given = due.filter(({ weight }) => weight !== null);
  if (given.length === 0) return { weights: due.map(() => ONE) };
  if (given.length < due.length) {
    return { error: { code: "weight_missing", childIds: named(due.filter(({ weight }) => weight === null)) } };
  }
  const negative = due.filter(({ weight }) => weight !== null && isLess(weight, ZERO));
  if (negative.length > 0) return { error: { code: "weight_negative", childIds: named(negative) } };
  const weights = due.map(({ weight }) => weight ?? ZERO);
  if (isZero(sum(weights))) return { error: { code: "weights_sum_to_zero", childIds: named(due) } };
  return { weights };
}

/** Counts add up whatever the weights; the leaves of a node in error stay in. */
function countsOf(results: RollupResult[]) {
  const total = (pick: (result: RollupResult) => number) => results.reduce((count, result) => count + pick(result), 0);
  return {
    leavesDue: total((result) => result.leavesDue),
    leavesKnown: total((result) => result.leavesKnown),
    leavesReported: total((result) => result.leavesReported),
    leavesVerified: total((result) => result.leavesVerified),
    notYetDue: total((result) => result.notYetDue),
    excluded: addExcluded(results.map((result) => result.excluded)),
    missing: results.flatMap((result) => result.missing),
  };
}

/** Adds up counts of exclusions by reason. */
function addExcluded(parts: Partial<Record<Exclusion, number>>[]): Partial<Record<Exclusion, number>> {
  const total: Partial<Record<Exclusion, number>> = {};
  for (const part of parts) {
    for (const [reason, count] of Object.entries(part) as [Exclusion, number][]) total[reason] = (total[reason] ?? 0) + count;
  }
  return total;
}

/** Due and not known: anything between 0 and 1, nothing covered. */
const UNKNOWN = { low: ZERO, high: ONE, coverage: ZERO };

function emptyResult(id: Id, kind: RollupResult["kind"]): RollupResult {
  return {
    id, kind,
    value: null, low: null, high: null, coverage: null, coverageState: "no_data",
    leavesDue: 0, leavesKnown: 0, leavesReported: 0, leavesVerified: 0, notYetDue: 0,
    excluded: {}, error: null, missing: [], children: [], weight: null,
  };
}

/** The result of a node; null = the plan, which is the whole. Null where the node has none. */
export function resultOf(whole: RollupResult, nodeId: Id | null): RollupResult | null {
  if (nodeId === null || whole.id === nodeId) return whole;
  for (const child of whole.children) {
    const found = child.kind === "node" ? resultOf(child, nodeId) : null;
    if (found !== null) return found;
  }
  return null;
}
