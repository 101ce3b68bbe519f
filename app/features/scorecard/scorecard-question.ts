/** What is asked of a scorecard, from its address; what is not understood is not asked. */
import { INDICATOR_STATES, LIGHTS } from "~/features/indicator/indicator-state";
import { oneOf } from "~/features/plan/reading-choices";
import { readingQuestion } from "~/features/plan/reading-question";
import type { ScorecardQuestion } from "./get-scorecard.server";
import type { ListedKind, ListedState, ListFilter } from "./scorecard-tables";

export const LISTED_KINDS = ["delivery", "outcome", "context", "all"] as const satisfies readonly ListedKind[];

export const LISTED_STATES = ["due", "any", ...INDICATOR_STATES, ...LIGHTS] as const;

export function scorecardQuestion(params: Readonly<Record<string, string | undefined>>, query: URLSearchParams): ScorecardQuestion {
  return {
    planCode: params.plan ?? "",
    periodKey: params.period ?? "",
    ...readingQuestion(query),
  };
}

export function listFilter(query: URLSearchParams): ListFilter {
  return {
    state: oneOf<ListedState>(LISTED_STATES, query.get("state")) ?? null,
    node: query.get("goal") || null,
    agency: query.get("agency") || null,
    kind: oneOf(LISTED_KINDS, query.get("kind")) ?? "delivery",
  };
}
