import { DomainError } from "~/domain/errors";
import type { Id } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { putOptionalText } from "~db/queries/content";
import { insertOutbox } from "~db/queries/outbox";
import { insertReply, listLastNumbers, lockVerdict } from "~db/queries/verdicts";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { openVerdict } from "./open-verdict.server";

export interface ReplyInput {
  verdictId: Id;
  agreed: boolean;
  /** required where the body does not agree */
  text: string;
}

/**
 * The body's reply to a draft verdict on it, once: agreed, or with remarks. After its last day a reply is still taken, and
 * marked late, until the verdict is final. Throws the refusal (nobody answers their own verdict), already_replied,
 * reply_after_final once a final verdict or a newer draft stands.
 */
export async function replyToVerdict(db: Db, actor: Actor, now: string, input: ReplyInput): Promise<void> {
  const { row } = await openVerdict(db, actor, now, input.verdictId, "reply_to_verdict");
  if (!input.agreed && input.text.trim() === "") throw new DomainError("verdict_refused", { code: "remarks_required" });
  try {
    await inTransaction(db, { actorId: actor.userId, action: "reply_to_verdict", now }, async (trx) => {
      await lockVerdict(trx, row.id);
      const last = await listLastNumbers(trx, row.measure_id, row.cycle_id);
      if (last.get(row.agency_id) !== row.seq) throw new DomainError("reply_after_final");
      await insertReply(trx, { verdictId: row.id, agencyId: row.agency_id, agreed: input.agreed, textDigest: await putOptionalText(trx, input.text), byId: actor.userId, now });
      await insertOutbox(trx, { kind: "verdict_replied", userId: row.evaluator_id, subject: { verdictId: row.id, agencyId: row.agency_id }, now });
    });
  } catch (error) {
    if (isKeyTaken(error)) throw new DomainError("already_replied");
    throw error;
  }
}
