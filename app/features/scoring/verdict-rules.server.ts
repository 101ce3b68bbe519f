import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { openScoring } from "./open-scoring.server";
import type { MeasureAsked } from "./verdict-input";
import type { VerdictRules } from "./verdict.schema";

/** What the form of a verdict is checked against. Throws not_found where there is nothing to judge for the actor. */
export async function verdictRules(db: Db, actor: Actor, now: string, asked: MeasureAsked): Promise<VerdictRules> {
  const { plan, suggestion } = await openScoring(db, actor, now, asked);
  return { suggested: suggestion.status, amendmentIds: plan.reading.plan.versions.slice(1).map(({ structure }) => structure.planVersionId) };
}
