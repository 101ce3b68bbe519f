import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { findContentState, insertPurge } from "~db/queries/purge";
import { inTransaction, violatedConstraint } from "~db/transaction.server";
import type { PurgeRequest } from "./purge.schema";

/**
 * Asks for a text or file to be removed under an act; nothing is removed until another person confirms. Returns the
 * id of the purge. Refuses with DomainError: not allowed, unknown content, already removed or already asked for.
 */
export async function requestPurge(db: Db, actor: Actor, now: string, input: PurgeRequest): Promise<string> {
  const permission = can(actor, "request_purge");
  if (!permission.ok) throw new DomainError(permission.reason);
  const state = await findContentState(db, input.digest);
  if (state === null) throw new DomainError("not_found");
  if (state === "purged") throw new DomainError("act_not_possible_in_state");
  try {
    return await inTransaction(db, { actorId: actor.userId, action: "request_purge", now }, (trx) =>
      insertPurge(trx, { ...input, requestedBy: actor.userId, now }),
    );
  } catch (error) {
    if (violatedConstraint(error) === "purge_open_uq") {
      throw new DomainError("act_not_possible_in_state");
    }
    throw error;
  }
}
