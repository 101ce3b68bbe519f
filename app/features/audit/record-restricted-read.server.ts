import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { recordAct } from "~db/queries/audit";
import { inTransaction } from "~db/transaction.server";

type WhatWasRead =
  | { plan: string; indicator: string }
  | { plan: string; measure: string }
  | { measurementId: string }
  | { obligationId: string }
  | { evidenceId: string };

/** Reading something restricted is an act on record: who, when, which code or id; no title, no value. */
export function recordRestrictedRead(db: Db, actor: Actor, now: string, what: WhatWasRead): Promise<void> {
  return inTransaction(db, { actorId: actor.userId, action: "read_restricted", now }, (trx) => recordAct(trx, "read_restricted", what));
}
