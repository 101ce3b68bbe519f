import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { recordAct } from "~db/queries/audit";
import { inTransaction } from "~db/transaction.server";

type WhatWasRead = { measurementId: string } | { obligationId: string } | { evidenceId: string };

/** Reads of restricted items are acts on record: who, when, which id; never what was read. */
export function logRestrictedRead(db: Db, actor: Actor, now: string, what: WhatWasRead): Promise<void> {
  return inTransaction(db, { actorId: actor.userId, action: "read_restricted", now }, (trx) => recordAct(trx, "read_restricted", what));
}
