import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { deleteDraft } from "~db/queries/drafts";
import { inTransaction } from "~db/transaction.server";
import { openObligation } from "./open-obligation.server";

/** Leaves what is there and forgets the person's own draft. Returns the measurement's id; null when there is none yet. */
export async function dropDraft(db: Db, actor: Actor, now: string, obligationId: string): Promise<string | null> {
  const open = await openObligation(db, actor, now, obligationId, "save_draft");
  await inTransaction(db, { actorId: actor.userId, action: "drop_draft", now }, (trx) => deleteDraft(trx, actor.userId, obligationId));
  return open.facts.id;
}
