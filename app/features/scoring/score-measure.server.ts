import { DomainError } from "~/domain/errors";
import type { Executor, Id } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import { replyUntil } from "~/domain/right-of-reply";
import { checkVerdict } from "~/domain/verdict-checks";
import type { Db, Trx } from "~db/client.server";
import { putOptionalText, putText } from "~db/queries/content";
import { insertOutbox } from "~db/queries/outbox";
import { insertVerdict, insertVerdictBasis, insertVerdictSource, listLastNumbers, listVerdictsByPost } from "~db/queries/verdicts";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { findReplyDays } from "./find-reply-days.server";
import { executorsAsked, openScoring, type OpenScoring } from "./open-scoring.server";
import { readSeen, type OwnSource, type VerdictInput } from "./verdict-input";
import { VerdictRefused } from "./verdict-refused";

/**
 * Saves a draft verdict on one executor of a measure, or on all obliged ones alike; each has its right of reply from today.
 * A draft is changed by a new one with a new term. The verdict keeps the values it stands on, what was suggested and the
 * rules version. Throws the refusal (one's own body is never judged, case C16), VerdictRefused, suggestion_changed,
 * verdict_changed_meanwhile for the second of two evaluators.
 */
export async function scoreMeasure(db: Db, actor: Actor, now: string, input: VerdictInput): Promise<Id[]> {
  const open = await openScoring(db, actor, now, input);
  const executors = executorsAsked(open, input.executor);
  for (const { agencyId } of executors) {
    const permission = can(actor, "score_measure", { ...open.scored.subject, agencyId });
    if (!permission.ok) throw new DomainError(permission.reason);
  }
  const earlier = await listVerdictsByPost(db, actor.userId, input.idemKey);
  if (earlier.length > 0) return earlier.map(({ id }) => id);
  refuseIfUnsound(open, input);
  const numbers = seenNumbers(open, executors, input.seen);
  const until = replyUntil(now, await findReplyDays(db));
  try {
    return await inTransaction(db, { actorId: actor.userId, action: "score_measure", now }, async (trx) => {
      const last = await listLastNumbers(trx, open.scored.measure.fact.id, open.plan.cycle.id);
      if (executors.some(({ agencyId }) => (last.get(agencyId) ?? 0) !== numbers.get(agencyId))) throw new DomainError("verdict_changed_meanwhile");
      const ids: Id[] = [];
      for (const { agencyId } of executors) ids.push(await addDraft(trx, actor, now, open, input, { agencyId, seq: (numbers.get(agencyId) ?? 0) + 1, until }));
      return ids;
    });
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    const own = await listVerdictsByPost(db, actor.userId, input.idemKey);
    if (own.length === 0) throw new DomainError("verdict_changed_meanwhile");
    return own.map(({ id }) => id);
  }
}

function refuseIfUnsound({ suggestion, plan }: OpenScoring, input: VerdictInput): void {
  if (input.suggestedSeen !== (suggestion.status ?? "")) throw new DomainError("suggestion_changed", { field: "status" });
  const { versions } = plan.reading.plan;
  const amendmentId = versions.some(({ structure }) => structure.planVersionId === input.amendmentId) ? input.amendmentId : null;
  const problems = checkVerdict({ ...input, amendmentId, hasSources: input.sources.length > 0 }, suggestion.status);
  if (problems.length > 0) throw new VerdictRefused(problems);
}

function seenNumbers({ scored }: OpenScoring, executors: readonly Executor[], seen: string): Map<Id, number> {
  const bySeen = readSeen(seen);
  return new Map(executors.map(({ agencyId }) => [agencyId, bySeen.get(scored.reading.agencies.get(agencyId)?.code ?? "") ?? 0]));
}

async function addDraft(trx: Trx, actor: Actor, now: string, open: OpenScoring, input: VerdictInput, on: { agencyId: Id; seq: number; until: string }): Promise<Id> {
  const { plan, scored, suggestion } = open;
  const isSuspended = input.status === "suspended";
  const id = await insertVerdict(trx, {
    measure_id: scored.measure.fact.id,
    cycle_id: plan.cycle.id,
    agency_id: on.agencyId,
    seq: on.seq,
    stage: "draft",
    status: input.status,
    suggested: suggestion.status,
    differs_reason_digest: await putOptionalText(trx, input.differsReason),
    text_digest: await putOptionalText(trx, input.text),
    evidence_grade: input.grade,
    legal_basis: isSuspended ? input.legalBasis.trim() : null,
    from_on: isSuspended ? input.from : null,
    to_on: isSuspended ? input.to : null,
    amendment_id: input.status === "no_longer_relevant" ? input.amendmentId : null,
    method_no: scored.reading.rulesVersion,
    reply_until: on.until,
    evaluator_id: actor.userId,
    idem_key: input.idemKey,
    recorded_at: now,
  });
  await insertVerdictBasis(trx, id, suggestion.standsOn);
  for (const source of input.sources) await insertVerdictSource(trx, await sourceRow(trx, id, source));
  await insertOutbox(trx, { kind: "verdict_drafted", userId: null, subject: { verdictId: id, agencyId: on.agencyId }, now });
  return id;
}

async function sourceRow(trx: Trx, verdictId: Id, source: OwnSource) {
  const { kind, on } = source;
  return { verdict_id: verdictId, kind, seen_on: on, url: kind === "link" ? source.url : null, title_digest: kind === "link" ? null : await putText(trx, source.title) };
}
