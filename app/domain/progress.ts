/**
 * Progress of one indicator to one target: rules 1–5 and the year-to-date reading of a flow (rule 8).
 * P = (A − B) / (T − B), signed, uncapped, unrounded; the same for falling indicators, zero and negative figures.
 * Hold, floor and ceiling years have a word, never a percentage. Without a baseline a rising additive number has
 * attainment A / T. Over a break there is no progress until a baseline from after it.
 */
import { ONE, ZERO, clamp, isLess, isZero, ratio, type Exact } from "./exact";
import type { Content, IndicatorFact, Target } from "./facts";
import { decideAchieved, type Bound } from "./achieved";
import { figureOf, typeOf } from "./indicator-types/registry";
import type { AchievedResult, Flag, FloorResult, NotComputable, Progress } from "./reading";
import { baselineContent, holdResult, moreIsBetter, reaches, relationOf, type Relation } from "./target-relation";

export interface ProgressInput {
  indicator: IndicatorFact;
  target: Target | null;
  /** as baselineContent gives it, unless a suspended share of the year was taken off */
  baseline: Content | null;
  /** the value that counts; null = none */
  content: Content | null;
  bound: Bound;
  /**
   * whole: the value is of everything the target asks for; inside_year: a flow's year so far against the year's
   * target; part_year: a flow of a quarter or half with a target of its own (no baseline: that is a year's level)
   */
  span: "whole" | "inside_year" | "part_year";
  /** the value is from after a break and the baseline is not */
  acrossBreak: boolean;
}

export interface ProgressReading {
  progress: Progress;
  achieved: AchievedResult;
  relation: Relation | null;
}

const NOTHING: Progress = { raw: null, notComputable: null, attainment: null, attainmentKind: null, hold: null, floor: null, flags: [] };

export function readProgress(input: ProgressInput): ProgressReading {
  const { indicator, target, baseline, content } = input;
  const relation = target === null ? null : relationOf(indicator, target, baseline);
  // what is in so far is the least the year will have
  const bound = input.span === "inside_year" && input.bound === "exact" ? "at_least" : input.bound;
  const needsWholeYear = input.span === "inside_year" && (relation?.kind === "hold" || relation?.kind === "floor" || relation?.kind === "ceiling");
  const decided = decideAchieved(indicator, target, relation, content, bound);
  const achieved = needsWholeYear && content !== null ? "not_assessable" : decided;
  const progress = content === null || target === null || relation === null
    ? notComputable(target === null ? "no_target" : "no_value")
    : progressTo({ ...input, target, content }, relation, achieved);
  return { progress, achieved, relation };
}

interface Comparable extends ProgressInput {
  target: Target;
  content: Content;
}

function progressTo(input: Comparable, relation: Relation, achieved: AchievedResult): Progress {
  const { indicator, target, content, span } = input;
  const actual = figureOf(indicator, content);
  if (actual === null) return notComputable(whyNoFigure(indicator));
  if (relation.kind === "hold" || relation.kind === "floor" || relation.kind === "ceiling") {
    if (span === "inside_year") return notComputable("within_year");
    if (achieved === "not_assessable") return notComputable("not_assessable");
    return wordFor(indicator, target, relation, content);
  }
  const at = figureOf(indicator, target.content);
  if (at === null) return notComputable(whyNoFigure(indicator));
  if (span !== "whole") {
    // what is missing inside makes the year so far unknown, not small
    if (input.bound !== "exact" && achieved === "not_assessable") return notComputable("not_assessable");
    return { ...notComputable("within_year"), ...attainmentOf(actual, at, "year_to_date") };
  }
  if (input.bound !== "exact" && achieved !== "achieved") return notComputable("not_assessable");
  const from = figureOf(indicator, input.baseline);
  if (from === null) {
    const hasAttainment = relation.kind === "rise" && isAdditive(indicator);
    return { ...notComputable("no_baseline"), ...(hasAttainment ? attainmentOf(actual, at, "no_baseline") : {}) };
  }
  if (input.acrossBreak) return notComputable("break");
  const raw = ratio(actual.sub(from), at.sub(from));
  // stages that weigh nothing between baseline and target
  if (raw === null) return notComputable("denominator_zero");
  return { ...NOTHING, raw, flags: flagsOf(raw) };
}

function wordFor(indicator: IndicatorFact, target: Target, relation: Relation, content: Content): Progress {
  if (relation.kind === "hold") return { ...notComputable("hold"), hold: holdResult(indicator, target, relation, content) };
  const kept = reaches(indicator, target, relation, content) === true;
  const floor: FloorResult = moreIsBetter(relation)
    ? (kept ? "above_floor" : "below_floor")
    : (kept ? "below_ceiling" : "above_ceiling");
  return { ...notComputable("floor"), floor };
}

/** Rule 3: T must be above 0 for A / T to mean anything. */
function attainmentOf(actual: Exact, target: Exact, kind: "no_baseline" | "year_to_date"): Partial<Progress> {
  if (!isLess(ZERO, target)) return {};
  const attainment = actual.div(target);
  return { attainment, attainmentKind: kind, flags: isLess(ONE, attainment) ? ["over_achieved"] : [] };
}

const ADDITIVE = new Set(["flow", "stock", "cumulative_entered"]);
const isAdditive = (indicator: IndicatorFact) =>
  typeOf(indicator).isAdditiveNumber && indicator.aggregation !== null && ADDITIVE.has(indicator.aggregation);

function flagsOf(raw: Exact): Flag[] {
  if (isLess(raw, ZERO)) return ["regressing"];
  return isLess(ONE, raw) ? ["over_achieved"] : [];
}

function whyNoFigure(indicator: IndicatorFact): NotComputable {
  if (indicator.valueType === "scale") return "not_ordinal";
  return indicator.valueType === "stages" ? "weight_missing" : "denominator_zero";
}

export const notComputable = (why: NotComputable): Progress => ({ ...NOTHING, notComputable: why });

/**
 * The leaf of average progress (rule 10 ii): P capped to [0, 1]; inside a year a flow's A / T; held or floor kept = 1,
 * else 0. Null where there is none. A falling flow has no meaningful A / T before its year is full.
 */
export function shareOf({ progress, achieved, relation }: ProgressReading): Exact | null {
  if (progress.hold !== null || progress.floor !== null) return achieved === "achieved" ? ONE : ZERO;
  if (progress.raw !== null) return clamp(progress.raw, ZERO, ONE);
  const { attainment, attainmentKind } = progress;
  if (attainment !== null && attainmentKind === "year_to_date" && relation?.kind === "rise") return clamp(attainment, ZERO, ONE);
  return null;
}

/**
 * Rule 16, "started": the value is beyond the baseline in the declared direction; without a baseline, and for a flow
 * whose baseline is a year's level, above 0 for a rising number. Beyond a hold's baseline means nothing: false.
 */
export function isBeyondBaseline(indicator: IndicatorFact, target: Target | null, content: Content | null): boolean {
  const actual = figureOf(indicator, content);
  if (actual === null || target === null) return actual !== null && !isZero(actual) && indicator.direction !== "decrease" && isLess(ZERO, actual);
  const baseline = baselineContent(indicator, target);
  const relation = relationOf(indicator, target, baseline);
  if (relation.kind === "hold") return false;
  const rising = moreIsBetter(relation);
  const from = indicator.aggregation === "flow" ? null : figureOf(indicator, baseline);
  if (from === null) return rising && isLess(ZERO, actual);
  return rising ? isLess(from, actual) : isLess(actual, from);
}
