import { DomainError } from "~/domain/errors";
import type { Id } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import { mayBecomeFinal } from "~/domain/right-of-reply";
import type { Db, Trx } from "~db/client.server";
import { insertOutbox } from "~db/queries/outbox";
import { insertVerdict, listLastNumbers, listVerdictsByPost, lockVerdict, type VerdictRow } from "~db/queries/verdicts";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { openScoring } from "./open-scoring.server";
import type { MeasureAsked } from "./verdict-input";

interface Finalised extends MeasureAsked {
  /** drafts to make final: each says word for word what it said */
  draftIds: readonly Id[];
  /** those of them whose reply the evaluator had before their eyes */
  repliesSeen: readonly Id[];
  idemKey: string;
}

/**
 * Makes drafts final, once the body has replied or its last day is over (23:59:59 in Kyiv). All or none. Throws the refusal,
 * not_found for a draft of another measure, reply_awaited, reply_arrived for a reply that came since the page was opened,
 * verdict_changed_meanwhile where a newer verdict stands.
 */
export async function finaliseVerdict(db: Db, actor: Actor, now: string, input: Finalised): Promise<void> {
  const open = await openScoring(db, actor, now, input);
  const drafts = input.draftIds.map((id) => {
    const draft = open.rows.find((row) => row.id === id && row.cycle_id === open.plan.cycle.id);
    if (draft === undefined) throw new DomainError("not_found");
    return draft;
  });
  for (const { agency_id: agencyId } of drafts) {
    const permission = can(actor, "score_measure", { ...open.scored.subject, agencyId });
    if (!permission.ok) throw new DomainError(permission.reason);
  }
  if ((await listVerdictsByPost(db, actor.userId, input.idemKey)).length > 0) return;
  try {
    await inTransaction(db, { actorId: actor.userId, action: "finalise_verdict", now }, async (trx) => {
      const last = await listLastNumbers(trx, open.scored.measure.fact.id, open.plan.cycle.id);
      for (const { id } of drafts) await makeFinal(trx, actor, now, await lockVerdict(trx, id), last, input);
    });
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    if ((await listVerdictsByPost(db, actor.userId, input.idemKey)).length === 0) throw new DomainError("verdict_changed_meanwhile");
  }
}

async function makeFinal(trx: Trx, actor: Actor, now: string, draft: VerdictRow | undefined, last: ReadonlyMap<Id, number>, { repliesSeen, idemKey }: Pick<Finalised, "repliesSeen" | "idemKey">): Promise<void> {
  if (draft === undefined || draft.stage !== "draft" || last.get(draft.agency_id) !== draft.seq) throw new DomainError("verdict_changed_meanwhile");
  if (!mayBecomeFinal({ replyUntil: draft.reply_until, repliedAt: draft.replied_at }, now)) throw new DomainError("reply_awaited", { until: draft.reply_until });
  if (draft.replied_at !== null && !repliesSeen.includes(draft.id)) throw new DomainError("reply_arrived");
  const { measure_id, cycle_id, agency_id, status, suggested, differs_reason_digest, text_digest, evidence_grade, legal_basis, from_on, to_on, amendment_id, method_no, reply_until } = draft;
  const id = await insertVerdict(trx, {
    measure_id, cycle_id, agency_id, status, suggested, differs_reason_digest, text_digest, evidence_grade, legal_basis, from_on, to_on, amendment_id, method_no, reply_until,
    seq: draft.seq + 1, stage: "final", draft_id: draft.id, evaluator_id: actor.userId, idem_key: idemKey, recorded_at: now,
  });
  await insertOutbox(trx, { kind: "verdict_final", userId: null, subject: { verdictId: id, agencyId: agency_id }, now });
}
