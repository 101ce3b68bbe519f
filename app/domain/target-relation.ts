/**
 * What a target asks for (rules 1, 2 and 5 of the calculation rules): to rise or fall to it, to hold it, or, where it
 * lies on the bad side of the baseline, to keep above a floor or below a ceiling.
 * Edge cases: a declared hold with another target than the baseline holds at the target; target = baseline is a hold
 * in that period; a range is a hold whatever the direction; a blank direction is read off baseline and target.
 */
import { isAtLeast, isAtMost, isLess, type Exact } from "./exact";
import type { Content, IndicatorFact, Target } from "./facts";
import { figureOf, rankOf, typeOf } from "./indicator-types/registry";
import type { HoldResult } from "./reading";

interface Range {
  low: Exact;
  high: Exact;
}

export type Relation =
  | { kind: "rise" | "fall" | "floor" | "ceiling" }
  | { kind: "hold"; side: "at_least" | "at_most" }
  | { kind: "hold"; side: "range"; range: Range };

/** The baseline's content, or the one that goes without saying for the type (rule 4). */
export const baselineContent = (indicator: IndicatorFact, target: Target | null): Content | null =>
  indicator.baseline?.content ?? typeOf(indicator).impliedBaseline(target?.content ?? null);

/** `baseline`: as baselineContent gives it, or taken down with a suspended share of the year. */
export function relationOf(indicator: IndicatorFact, target: Target, baseline: Content | null): Relation {
  const declaredHold = indicator.direction === "hold";
  const range = target.range ?? (wantsRange(indicator, target) ? indicator.holdRange : null);
  if (range !== null) return { kind: "hold", side: "range", range };

  const from = rankOf(indicator, baseline);
  const to = rankOf(indicator, target.content);
  const direction = directionOf(indicator, target, from, to);
  if (declaredHold || (from !== null && to !== null && from.equals(to))) {
    const side = target.qualifier === "at_least" || target.qualifier === "at_most" ? target.qualifier : null;
    return { kind: "hold", side: side ?? (direction === "fall" ? "at_most" : "at_least") };
  }
  if (from === null || to === null) return { kind: direction };
  if (direction === "rise") return { kind: isLess(to, from) ? "floor" : "rise" };
  return { kind: isLess(from, to) ? "ceiling" : "fall" };
}

const wantsRange = (indicator: IndicatorFact, target: Target) =>
  target.qualifier === "range" || (indicator.direction === "hold" && target.qualifier === null);

function directionOf(indicator: IndicatorFact, target: Target, from: Exact | null, to: Exact | null): "rise" | "fall" {
  if (indicator.direction === "increase") return "rise";
  if (indicator.direction === "decrease") return "fall";
  if (indicator.direction === null && from !== null && to !== null && !from.equals(to)) return isLess(to, from) ? "fall" : "rise";
  return target.qualifier === "at_most" ? "fall" : "rise";
}

/** Rising in the sense that more is better, the target being reached from below. */
export const moreIsBetter = (relation: Relation) =>
  relation.kind === "rise" || relation.kind === "floor" || (relation.kind === "hold" && relation.side === "at_least");

/** Rule 2. Null when one of the two has no figure. */
export function holdResult(indicator: IndicatorFact, target: Target, relation: Relation, content: Content): HoldResult | null {
  if (relation.kind !== "hold") return null;
  if (relation.side === "range") {
    const figure = figureOf(indicator, content);
    if (figure === null) return null;
    if (isLess(figure, relation.range.low)) return "below";
    return isLess(relation.range.high, figure) ? "above" : "held";
  }
  const is = rankOf(indicator, content);
  const at = rankOf(indicator, target.content);
  if (is === null || at === null) return null;
  if (relation.side === "at_least") return isLess(is, at) ? "below" : "held";
  return isLess(at, is) ? "above" : "held";
}

/** Rule 5, on exact values: is the content on the good side of the target? Null when one of the two has no figure. */
export function reaches(indicator: IndicatorFact, target: Target, relation: Relation, content: Content): boolean | null {
  if (relation.kind === "hold") {
    const result = holdResult(indicator, target, relation, content);
    return result === null ? null : result === "held";
  }
  const is = rankOf(indicator, content);
  const at = rankOf(indicator, target.content);
  if (is === null || at === null) return null;
  return moreIsBetter(relation) ? isAtLeast(is, at) : isAtMost(is, at);
}
