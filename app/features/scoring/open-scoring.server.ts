import { DomainError, type ErrorCode } from "~/domain/errors";
import type { Executor, Id } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import { judgedTogether } from "~/domain/verdict-checks";
import type { Db } from "~db/client.server";
import { listVerdicts, type VerdictRow } from "~db/queries/verdicts";
import { readScoringPlan, type ScoredMeasure, type ScoringPlan } from "./scoring-plan.server";
import { suggestFor, type SuggestionFor } from "./suggest-for";
import { TOGETHER, type MeasureAsked } from "./verdict-input";

export interface OpenScoring {
  plan: ScoringPlan;
  scored: ScoredMeasure;
  suggestion: SuggestionFor;
  /** every verdict on the measure, of all rounds, newest first; not cut yet */
  rows: VerdictRow[];
  /** why the actor may not judge the measure; null = may */
  refusal: ErrorCode | null;
}

/**
 * A measure of a round, for looking and for judging. Throws not_found, also for what lies above the actor's ceiling and for
 * who judges nothing; one's own body is told as the refusal.
 */
export async function openScoring(db: Db, actor: Actor, now: string, asked: MeasureAsked): Promise<OpenScoring> {
  const plan = await readScoringPlan(db, actor, now, asked);
  const scored = plan.measures.find(({ measure }) => measure.fact.code === asked.code);
  if (scored === undefined) throw new DomainError("not_found");
  const permission = can(actor, "score_measure", scored.subject);
  if (!permission.ok && (permission.reason === "role_lacks_action" || !permission.visible)) throw new DomainError("not_found");
  return {
    plan, scored,
    suggestion: suggestFor(scored.reading, scored.measure, plan.cycle.periodKey, plan.claims),
    rows: await listVerdicts(db, scored.measure.fact.id, plan.reading.knownAt),
    refusal: permission.ok ? null : permission.reason,
  };
}

/** The bodies a verdict is on: one by its code, or all that are obliged. Throws not_found for a body that does not execute it. */
export function executorsAsked({ scored }: Pick<OpenScoring, "scored">, asked: string): Executor[] {
  const { measure, reading } = scored;
  if (asked === TOGETHER) return judgedTogether(measure.fact);
  const found = measure.fact.executors.filter(({ agencyId }) => reading.agencies.get(agencyId)?.code === asked);
  if (found.length === 0) throw new DomainError("not_found");
  return found;
}

/** Verdicts of the round on one body, newest first. */
export const ofExecutor = ({ plan, rows }: Pick<OpenScoring, "plan" | "rows">, agencyId: Id): VerdictRow[] =>
  rows.filter((row) => row.cycle_id === plan.cycle.id && row.agency_id === agencyId).sort((a, b) => b.seq - a.seq);

/** What the form was opened at: the number of the last verdict on each body, "SBGS.2 SCS.0". */
export function seenBy({ plan, scored, rows }: Pick<OpenScoring, "plan" | "scored" | "rows">): string {
  const { measure, reading } = scored;
  return measure.fact.executors.map(({ agencyId }) => `${reading.agencies.get(agencyId)?.code ?? agencyId}.${ofExecutor({ plan, rows }, agencyId)[0]?.seq ?? 0}`).join(" ");
}
