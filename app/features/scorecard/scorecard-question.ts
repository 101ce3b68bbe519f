/** What is asked of a scorecard, from its address; what is not understood is not asked. */
import { INDICATOR_STATES } from "~/features/indicator/indicator-state";
import type { ScorecardQuestion } from "./get-scorecard.server";
import type { ListedKind, ListedState, ListFilter } from "./scorecard-tables";

export const BASES = ["in_force_on_1_january", "current", "as_first_adopted"] as const;
export const VALUES = ["official", "including_provisional"] as const;
export const LISTED_KINDS = ["delivery", "outcome", "context", "all"] as const satisfies readonly ListedKind[];

export const LISTED_STATES = ["due", "any", ...INDICATOR_STATES] as const;

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined => known.find((each) => each === value);

export function scorecardQuestion(params: Readonly<Record<string, string | undefined>>, query: URLSearchParams): ScorecardQuestion {
  return {
    planCode: params.plan ?? "",
    periodKey: params.period ?? "",
    basis: oneOf(BASES, query.get("basis")),
    reading: oneOf(VALUES, query.get("values")),
  };
}

export function listFilter(query: URLSearchParams): ListFilter {
  return {
    state: oneOf<ListedState>(LISTED_STATES, query.get("state")) ?? null,
    node: query.get("goal") || null,
    kind: oneOf(LISTED_KINDS, query.get("kind")) ?? "delivery",
  };
}
