import type { AccessLevel } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import { setAccount } from "~db/queries/accounts";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { allowedAccount } from "./account-held.server";

/** Sets how far a person reads (rule 18): by the security administrator alone, never for oneself. */
export async function setClearance(db: Db, actor: Actor, now: string, input: { userId: string; ceiling: AccessLevel }): Promise<void> {
  await inTransaction(db, { actorId: actor.userId, action: "set_clearance", now }, async (trx) => {
    await allowedAccount(trx, actor, now, { action: "set_clearance", userId: input.userId });
    await setAccount(trx, input.userId, { ceiling: input.ceiling });
  });
}
