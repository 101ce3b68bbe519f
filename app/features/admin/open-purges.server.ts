import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { findPurgeReach, listOpenPurges, type PurgeReach, type PurgeRow } from "~db/queries/purge";
import type { Db } from "~db/client.server";

/** A request that waits for its second person, with what it will take. */
export type OpenPurge = PurgeRow & { reach: PurgeReach };

/** Requests without a decision, for whoever may ask for one. */
export async function getOpenPurges(db: Db, actor: Actor): Promise<OpenPurge[]> {
  const permission = can(actor, "request_purge");
  if (!permission.ok) throw new DomainError(permission.reason);
  return openPurges(db);
}

/** The same for a caller that has asked for its own permission. */
export async function openPurges(db: Db): Promise<OpenPurge[]> {
  const open: OpenPurge[] = [];
  for (const purge of await listOpenPurges(db)) open.push({ ...purge, reach: await findPurgeReach(db, purge.digest) });
  return open;
}
