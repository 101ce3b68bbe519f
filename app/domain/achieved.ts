/**
 * Achieved in a period (rule 5), and what the known parts decide when something is missing inside (rule 8): a sum is
 * achieved if it already reaches a rising target, not achieved if it already exceeds a falling one, else not
 * assessable; of bodies that must each say yes, one "no" decides. Decided on exact values.
 */
import { isLess, type Exact } from "./exact";
import type { Content, IndicatorFact, Target } from "./facts";
import { figureOf, rankOf } from "./indicator-types/registry";
import type { AchievedResult } from "./reading";
import { moreIsBetter, reaches, type Relation } from "./target-relation";

/** What the content says of the value it stands for: it is it, is not more than it, not less, or says nothing. */
export type Bound = "exact" | "at_least" | "at_most" | "unknown";

export function decideAchieved(
  indicator: IndicatorFact,
  target: Target | null,
  relation: Relation | null,
  content: Content | null,
  bound: Bound,
): AchievedResult {
  if (content === null) return "missing";
  if (target === null || relation === null) return "not_assessable";
  const reached = reaches(indicator, target, relation, content);
  if (reached === null) return "not_assessable";
  if (bound === "exact") return reached ? "achieved" : "not_achieved";
  if (bound === "at_least" && isDecidedFromBelow(indicator, target, relation, content, reached)) return reached ? "achieved" : "not_achieved";
  if (bound === "at_most" && isDecidedFromAbove(relation, reached)) return reached ? "achieved" : "not_achieved";
  return "not_assessable";
}

/** The true value is the content or more. */
function isDecidedFromBelow(indicator: IndicatorFact, target: Target, relation: Relation, content: Content, reached: boolean): boolean {
  if (relation.kind === "hold" && relation.side === "range") return exceeds(figureOf(indicator, content), relation.range.high);
  if (moreIsBetter(relation)) return reached;
  return exceeds(rankOf(indicator, content), rankOf(indicator, target.content));
}

/** The true value is the content or less. */
function isDecidedFromAbove(relation: Relation, reached: boolean): boolean {
  if (relation.kind === "hold" && relation.side === "range") return false;
  return moreIsBetter(relation) ? !reached : reached;
}

const exceeds = (a: Exact | null, b: Exact | null) => a !== null && b !== null && isLess(b, a);
