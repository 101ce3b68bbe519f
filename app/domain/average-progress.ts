/**
 * The tree of reading (ii) from the readings of a plan: rule 10 (ii) of the calculation rules. Leaves are output and
 * process indicators (outcomes stand beside delivery, never blended with it); weights are the plan's within the
 * measure and, where it gives them, above it.
 */
import { ONE, ZERO, clamp, type Exact } from "./exact";
import type { Id, IndicatorFact } from "./facts";
import type { IndicatorReading, Progress } from "./reading";
import type { RollupInput, RollupLeaf } from "./rollup";
import { isDeciding, type PlanTree, type TreeMeasure, type TreeNode } from "./structure";

/** to_period: progress to the period's target; to_end: to the plan's last target, always labelled so. */
type AverageOf = "to_period" | "to_end";

export function averageProgressTree(tree: PlanTree, readings: ReadonlyMap<Id, IndicatorReading>, of: AverageOf): RollupInput {
  const indicator = (fact: IndicatorFact): RollupInput[] => {
    const reading = readings.get(fact.id);
    if (reading === undefined || !isDeciding(fact)) return [];
    return [{ id: fact.id, kind: "indicator", weight: fact.weight, leaf: of === "to_period" ? leafToPeriod(reading) : leafToEnd(reading), children: [] }];
  };
  const measure = ({ fact, indicators }: TreeMeasure): RollupInput =>
    ({ id: fact.id, kind: "measure", weight: fact.weight, leaf: null, children: indicators.flatMap(indicator) });
  const node = ({ fact, children, measures, indicators }: TreeNode): RollupInput => ({
    id: fact.id, kind: "node", weight: fact.weight, leaf: null,
    children: [...children.map(node), ...measures.map(measure), ...indicators.flatMap(indicator)],
  });
  return { id: tree.plan.planId, kind: "plan", weight: null, leaf: null, children: tree.roots.map(node) };
}

function leafToPeriod(reading: IndicatorReading): RollupLeaf {
  if (reading.averageDue === "excluded") return { state: "excluded", exclusion: reading.exclusion ?? "not_computable" };
  if (reading.averageDue === "not_yet_due") return { state: "not_yet_due" };
  if (reading.averageDue !== "due") return { state: "not_due" };
  if (reading.share !== null) return known(reading, reading.share);
  return reading.shareExclusion === null ? silent(reading) : { state: "excluded", exclusion: reading.shareExclusion };
}

/** To the end every indicator with a target counts, due in the period or not; a value not yet asked for is not missing. */
function leafToEnd(reading: IndicatorReading): RollupLeaf {
  if (reading.due === "excluded") return { state: "excluded", exclusion: reading.exclusion ?? "not_computable" };
  const { progressToEnd } = reading;
  if (progressToEnd === null) return { state: "excluded", exclusion: "no_target" };
  const figure = progressFigure(progressToEnd);
  if (figure !== null) return known(reading, clamp(figure, ZERO, ONE));
  const isSilent = progressToEnd.notComputable === "no_value" || progressToEnd.notComputable === "not_assessable";
  if (!isSilent) return { state: "excluded", exclusion: progressToEnd.notComputable === "restricted" ? "restricted" : "not_computable" };
  const isAsked = reading.averageDue === "due" || reading.actual.missing.length > 0;
  return isAsked ? silent(reading) : { state: "not_yet_due" };
}

/** Progress as one number: held or floor kept = 1, else 0; uncapped otherwise; null = not computable (rule 10 ii). */
export function progressFigure({ raw, hold, floor }: Progress): Exact | null {
  if (hold !== null) return hold === "held" ? ONE : ZERO;
  if (floor !== null) return floor === "above_floor" || floor === "below_ceiling" ? ONE : ZERO;
  return raw;
}

const known = ({ reported, verified, actual }: IndicatorReading, share: Exact): RollupLeaf => ({ state: "known", share, reported, verified, missing: actual.missing });
const silent = ({ reported, verified, actual }: IndicatorReading): RollupLeaf => ({ state: "missing", reported, verified, missing: actual.missing });
