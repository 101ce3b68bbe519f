import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { republishEditions } from "~/features/edition/republish-editions.server";
import type { Db, Trx } from "~db/client.server";
import { findContent } from "~db/queries/content";
import { deleteHoldersOf, lockPurge, setPurgeConfirmed } from "~db/queries/purge";
import { inTransaction } from "~db/transaction.server";

/**
 * The second person's part of a purge: the body is emptied, drafts, kept posts and unsent notices that hold the text
 * go with it, public pages that held it are drawn anew, and a tombstone with the act's number and date stays. Returns
 * how many of those rows were deleted.
 * Refuses with DomainError: not allowed, own request, unknown or already confirmed purge.
 */
export async function confirmPurge(db: Db, actor: Actor, now: string, input: { purgeId: string }): Promise<number> {
  return inTransaction(db, { actorId: actor.userId, action: "confirm_purge", now }, async (trx) => {
    const purge = await lockPurge(trx, input.purgeId);
    const permission = can(actor, "confirm_purge", purge ? { requestedById: purge.requestedBy } : {});
    if (!permission.ok) throw new DomainError(permission.reason);
    if (!purge) throw new DomainError("not_found");
    if (purge.confirmedBy !== null) throw new DomainError("already_decided");
    const text = await textOf(trx, purge.digest);
    await setPurgeConfirmed(trx, purge, { userId: actor.userId, now });
    await republishEditions(trx, purge.digest);
    return text === null ? 0 : deleteHoldersOf(trx, text);
  });
}

/** The text to look for elsewhere; files other than texts are never typed into a form. */
async function textOf(trx: Trx, digest: string): Promise<string | null> {
  const content = await findContent(trx, digest);
  return content && "body" in content && content.mediaType.startsWith("text/") ? content.body.toString("utf8") : null;
}
