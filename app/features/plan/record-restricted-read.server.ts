import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { recordAct } from "~db/queries/audit";
import { inTransaction } from "~db/transaction.server";

/** Reading something restricted is an act on record: who, when, which code; no title, no value. */
export async function recordRestrictedRead(db: Db, actor: Actor, now: string, what: { plan: string; indicator: string } | { plan: string; measure: string }): Promise<void> {
  await inTransaction(db, { actorId: actor.userId, action: "read_restricted", now }, (trx) => recordAct(trx, "read_restricted", what));
}
