import type { Actor } from "~/domain/permissions";
import { recordAct } from "~db/queries/audit";
import { setSessionRevoked } from "~db/queries/sessions";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

/** Ends the session the person is in. */
export async function signOut(db: Db, actor: Actor, now: string, tokenHash: string): Promise<void> {
  await inTransaction(db, { actorId: actor.userId, action: "sign_out", now }, async (trx) => {
    await setSessionRevoked(trx, tokenHash, now);
    await recordAct(trx, "sign_out");
  });
}
