/**
 * What stands behind a figure of a bridge: everything in its denominator with what it adds to the numerator (rules 10, 11
 * and 22 of the calculation rules), read from the inputs of one reading or from a mixture of two.
 */
import { cutDisruptions, cutToCeiling, type CutPlan } from "./access";
import { averageProgressTree } from "./average-progress";
import { ONE, ZERO, isZero, ratio, sum, type Exact } from "./exact";
import type { Id, MeasureStatus, PlanStructure } from "./facts";
import { countedReadings, isAchieved, isDue, isMissing } from "./implementation";
import { countedVerdict, readMeasureIn } from "./part-scores";
import { indicatorsCutFor, readPlan } from "./plan-readings";
import type { IndicatorReading } from "./reading";
import { resultOf, rollup, type RollupInput, type RollupLeaf } from "./rollup";
import { basisDate, verdictsOf, type ScorecardInput } from "./scorecard";
import { nodePath, placeOf, type PlanTree } from "./structure";
import { FULLY, FULLY_OR_PARTLY, staysInCount } from "./verdict-counts";

/** What a bridge can be asked for: rates of indicators (achieved; with a value), of measures (fully; with partial ones), average progress. */
export const BRIDGE_FIGURES = ["achieved", "coverage", "fully", "fully_or_partly", "average"] as const;
export type BridgeFigure = (typeof BRIDGE_FIGURES)[number];

export interface BridgeQuestion {
  figure: BridgeFigure;
  /** of the part under one node; null = the plan */
  nodeId: Id | null;
}

/** One thing in the denominator. */
export interface Counted {
  /** what it adds: 1 where it is in the numerator too, else 0; of average progress its share, null = missing */
  part: Exact | null;
  /** of an indicator */
  reading: IndicatorReading | null;
  /** of a measure; null = not yet evaluated */
  status: MeasureStatus | null;
  /** just added to the plan: it stands as not achieved, whatever it had achieved */
  enters?: true;
}

/** In the numerator (of average progress: with a share) of those in the denominator. */
export interface BridgeCounts {
  counted: number;
  over: number;
}

/** The inputs of a reading on the way from one figure to the other. */
export interface Mix extends Pick<ScorecardInput, "basis" | "ceiling" | "disruptions" | "periodKey" | "policy" | "reading" | "today" | "values" | "verdicts"> {
  structure: PlanStructure;
  hidden: ReadonlySet<Id>;
}

export type Standing = ReadonlyMap<Id, Counted>;

/** A figure with everything behind it. */
export interface Stand {
  standing: Standing;
  /** null over nothing */
  value: Exact | null;
  tree: PlanTree;
  /** the figure of another standing in the same tree */
  valueOf(standing: Standing): Exact | null;
}

export function standOf(mix: Mix, { figure, nodeId }: BridgeQuestion): Stand {
  const cut = cutOf(mix);
  const disruptions = cutDisruptions(mix.disruptions, cut.cutIds);
  const readings = readPlan({ ...mix, cut, disruptions });
  const { tree } = readings;
  const isWithin = (node: Parameters<typeof nodePath>[0]) => nodeId === null || nodePath(node).includes(nodeId);
  const stand = (standing: Standing, valueOf: Stand["valueOf"]): Stand => ({ standing, tree, valueOf, value: valueOf(standing) });
  if (figure === "fully" || figure === "fully_or_partly") {
    const verdictOf = verdictsOf(tree, mix, basisDate(mix, mix.structure));
    const judged = [...tree.measureById.values()].filter(({ node }) => isWithin(node)).flatMap((measure) => {
      const verdict = countedVerdict(readMeasureIn(readings, measure, disruptions), verdictOf.get(measure.fact.id));
      return verdict === null || !staysInCount(verdict) ? [] : [{ id: measure.fact.id, status: verdict.status }];
    });
    const counting = figure === "fully" ? FULLY : FULLY_OR_PARTLY;
    return stand(new Map(judged.map(({ id, status }) => [id, { part: counting.includes(status) ? ONE : ZERO, reading: null, status }])), rateOf);
  }
  const within = countedReadings([...readings.byIndicator.values()], tree.indicatorById).filter((reading) => isWithin(placeOf(tree, reading).node));
  if (figure === "average") {
    const whole = averageProgressTree(tree, readings.byIndicator, "to_period");
    const leaves = leavesOf(whole);
    const standing = within.flatMap((reading): [Id, Counted][] => {
      const leaf = leaves.get(reading.indicatorId);
      return leaf?.state === "known" || leaf?.state === "missing" ? [[reading.indicatorId, { part: leaf.state === "known" ? leaf.share : null, reading, status: null }]] : [];
    });
    return stand(new Map(standing), (other) => resultOf(rollup(withParts(whole, other), mix.policy), nodeId)?.value ?? null);
  }
  const counts = (reading: IndicatorReading) => (figure === "achieved" ? isAchieved(reading) : !isMissing(reading));
  return stand(new Map(within.filter(isDue).map((reading) => [reading.indicatorId, { part: counts(reading) ? ONE : ZERO, reading, status: null }])), rateOf);
}

const cutOf = ({ structure, values, ceiling, reading, hidden }: Mix): CutPlan => cutToCeiling(structure, values, ceiling, reading, hidden);

/** What one reading does not show: parts above its ceiling, and indicators of which a value that counts in the period is (rule 18). */
export function closedIn(mix: Mix): Set<Id> {
  const cut = cutOf(mix);
  return new Set([...cut.cutIds, ...indicatorsCutFor(cut, mix.periodKey)]);
}

const rateOf = (standing: Standing): Exact | null => ratio(sum([...standing.values()].map(({ part }) => part ?? ZERO)), standing.size);

/** Of average progress a known share counts, whatever it is; of a rate what is in the numerator. */
export function countsOf(figure: BridgeFigure, standing: Standing): BridgeCounts {
  const counts = ({ part }: Counted) => part !== null && (figure === "average" || !isZero(part));
  return { counted: [...standing.values()].filter(counts).length, over: standing.size };
}

const leavesOf = (input: RollupInput): Map<Id, RollupLeaf> => new Map(input.leaf === null ? input.children.flatMap((child) => [...leavesOf(child)]) : [[input.id, input.leaf]]);

/** The same tree with the shares of a standing; a leaf that is not in it takes no part. */
function withParts(input: RollupInput, standing: Standing): RollupInput {
  if (input.leaf === null) return { ...input, children: input.children.map((child) => withParts(child, standing)) };
  const counted = standing.get(input.id);
  const unsaid = { reported: false, verified: false, missing: [] };
  if (counted === undefined) return { ...input, leaf: { state: "not_due" } };
  return { ...input, leaf: counted.part === null ? { state: "missing", ...unsaid } : { state: "known", share: counted.part, ...unsaid } };
}
