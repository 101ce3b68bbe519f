import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { countHolders, lockOpenGrant, setGrantEnded } from "~db/queries/grants";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { allowedAccount } from "./account-held.server";

/** Takes a role back, at once; the row stays with who ended it. The last administrator's stays. */
export async function endGrant(db: Db, actor: Actor, now: string, input: { userId: string; grantId: string }): Promise<void> {
  await inTransaction(db, { actorId: actor.userId, action: "end_grant", now }, async (trx) => {
    await allowedAccount(trx, actor, now, { action: "grant_role", userId: input.userId });
    const grant = await lockOpenGrant(trx, input.grantId);
    if (grant === null || grant.userId !== input.userId) throw new DomainError("not_found");
    await setGrantEnded(trx, grant.id, { at: grant.fromAt > now ? grant.fromAt : now, by: actor.userId });
    const isLast = grant.role === "administrator" && (await countHolders(trx, "administrator", now, kyivDateOf(now))) === 0;
    if (isLast) throw new DomainError("last_administrator");
  });
}
