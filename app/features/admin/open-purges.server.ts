import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { listOpenPurges, type PurgeRow } from "~db/queries/purge";

/** Requests without a decision, for whoever may ask for one. */
export async function getOpenPurges(db: Db, actor: Actor): Promise<PurgeRow[]> {
  const permission = can(actor, "request_purge");
  if (!permission.ok) throw new DomainError(permission.reason);
  return listOpenPurges(db);
}
