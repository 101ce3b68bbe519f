/**
 * Reading (i) for the plan and every node, from the leaves up: a part's readings are its own and those of the parts
 * below it, so the counts of any table add up to its total (rules 10 and 13 of the calculation rules).
 */
import type { CoveragePolicy } from "./coverage";
import { earlier } from "./dates";
import { suspensionOn } from "./disruptions";
import type { DisruptionFact, Id, LevelRole, PeriodKey } from "./facts";
import { countedReadings, countImplementation, isAchieved, isDue } from "./implementation";
import { splitByGrade, countVerdicts, type CountedVerdict, type GradeSplit, type VerdictCounts } from "./verdict-counts";
import { againstSuggestion, type VerdictReading } from "./verdict-readings";
import { countMeasures, readMeasure, type MeasureReading, type MeasuresByIndicators } from "./measures-due";
import { countOutcomes, type OutcomeCounts } from "./outcomes";
import { period } from "./periods";
import type { PlanReadings } from "./plan-readings";
import type { Implementation, IndicatorReading } from "./reading";
import { nodePath, obligedExecutors, type TreeMeasure, type TreeNode } from "./structure";

export interface PartScore {
  /** null = the plan */
  nodeId: Id | null;
  /** 0 = the plan */
  depth: number;
  role: LevelRole | "plan";
  implementation: Implementation;
  /** beside delivery, never blended with it */
  outcomes: OutcomeCounts;
  measures: MeasuresByIndicators;
  /** the other unit of the same reading: verdicts on measures */
  verdicts: VerdictCounts;
  /** achieved indicators by what the verdict on their measure rests on */
  achievedByGrade: GradeSplit;
}

export interface PartScores {
  plan: PartScore;
  /** every node, parents first, in list order */
  nodes: PartScore[];
  measures: MeasureReading[];
}

interface Part {
  readings: IndicatorReading[];
  measures: MeasureReading[];
  scores: PartScore[];
}

/** `verdictOf`: the verdict reading of every measure, by id. */
export function scoreParts(
  readings: PlanReadings,
  disruptions: readonly DisruptionFact[],
  verdictOf: ReadonlyMap<Id, VerdictReading>,
  policy: CoveragePolicy,
): PartScores {
  const { tree, byIndicator } = readings;
  const readingOf = ({ id }: { id: Id }) => byIndicator.get(id) ?? [];
  const score = (head: Pick<PartScore, "nodeId" | "depth" | "role">, { readings, measures }: Pick<Part, "readings" | "measures">): PartScore => {
    const counted = countMeasures(measures);
    return {
      ...head,
      implementation: countImplementation(readings, tree.indicatorById, counted.due, policy),
      outcomes: countOutcomes(readings, tree.indicatorById),
      measures: counted,
      verdicts: countVerdicts(measures.flatMap((measure) => countedVerdict(measure, verdictOf.get(measure.measureId)) ?? []), policy),
      achievedByGrade: splitByGrade(achieved(readings, tree).map(({ measureId }) => verdictOf.get(measureId ?? "")?.grade ?? null)),
    };
  };
  const measurePart = (measure: TreeMeasure): Part => ({
    readings: measure.indicators.flatMap(readingOf),
    measures: [readMeasureIn(readings, measure, disruptions)],
    scores: [],
  });
  const nodePart = (node: TreeNode): Part => {
    const own: Part = { readings: node.indicators.flatMap(readingOf), measures: [], scores: [] };
    const part = joined([own, ...node.measures.map(measurePart), ...node.children.map(nodePart)]);
    const { id, depth, role } = node.fact;
    return { ...part, scores: [score({ nodeId: id, depth, role }, part), ...part.scores] };
  };
  const whole = joined(tree.roots.map(nodePart));
  return { plan: score({ nodeId: null, depth: 0, role: "plan" }, whole), nodes: whole.scores, measures: whole.measures };
}

/** One measure in the period, as the tree was cut for it. */
export function readMeasureIn({ tree, byIndicator, periodKey, measuresCutForPeriod }: PlanReadings, measure: TreeMeasure, disruptions: readonly DisruptionFact[]): MeasureReading {
  const circumstances = { suspended: isSuspended(measure, periodKey, disruptions), indicatorsCut: measuresCutForPeriod.has(measure.fact.id) };
  return readMeasure(measure, byIndicator, tree, period(periodKey), circumstances);
}

/** What reading (i) counts as achieved, one by one. */
const achieved = (readings: readonly IndicatorReading[], { indicatorById }: PlanReadings["tree"]) => countedReadings(readings, indicatorById).filter(isDue).filter(isAchieved);

/** A measure that stands still has its word from the interruption; null = nothing of it is due in the period. */
export function countedVerdict({ state, exclusion }: MeasureReading, verdict: VerdictReading | undefined): CountedVerdict | null {
  const finals = (verdict?.byExecutor ?? []).flatMap(({ final }) => final ?? []);
  const beside = {
    grade: verdict?.grade ?? null,
    against: finals.map(againstSuggestion),
    hasDraft: (verdict?.byExecutor ?? []).some(({ draft }) => draft !== null),
  };
  if (state === "excluded" && exclusion === "suspended") return { status: "suspended", ...beside };
  return state === "due" ? { status: verdict?.status ?? null, ...beside } : null;
}

const joined = (parts: Part[]): Part => ({
  readings: parts.flatMap(({ readings }) => readings),
  measures: parts.flatMap(({ measures }) => measures),
  scores: parts.flatMap(({ scores }) => scores),
});

/** On the period's last day, or the measure's deadline if earlier (rule 10 i); by bodies only when all obliged ones are. */
export function isSuspended({ fact, node }: TreeMeasure, periodKey: PeriodKey, disruptions: readonly DisruptionFact[]): boolean {
  const { endsOn } = period(periodKey);
  const on = fact.dueOn === null ? endsOn : earlier(fact.dueOn, endsOn);
  const agencyIds = obligedExecutors(fact).map(({ agencyId }) => agencyId);
  return suspensionOn(disruptions, { indicatorId: null, measureId: fact.id, nodePath: nodePath(node), agencyIds }, on) !== null;
}
