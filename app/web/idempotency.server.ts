/**
 * A form carries a random key. The same post sent twice (double click, retry after a lost answer) does its work
 * once: the second is led where the first was. The same key with other contents is refused.
 */
import { setTimeout as wait } from "node:timers/promises";
import { plusMinutes } from "~/features/account/instants";
import { type Claim, type ClaimRow, deleteClaim, findClaim, insertClaim, setClaimLocation } from "~db/queries/idempotency";
import type { Db } from "~db/client.server";
import { WebRefusal } from "./failure.server";

/** A post that neither ended nor failed in this time was cut off (the server went down); it may be done again. */
const ABANDONED_AFTER_MINUTES = 1;
const PATIENCE = { attempts: 40, milliseconds: 100 };

const KEY = /^[A-Za-z0-9_-]{8,80}$/;
export const isIdempotencyKey = (value: unknown): value is string => typeof value === "string" && KEY.test(value);

/** Where an earlier identical post led, or null: this one is the first and must be settled. */
export async function claimKey(db: Db, claim: Claim, patience = PATIENCE): Promise<string | null> {
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    if (await insertClaim(db, claim, plusMinutes(claim.now, -ABANDONED_AFTER_MINUTES))) return null;
    const row: ClaimRow | null = await findClaim(db, claim.userId, claim.key);
    if (row && row.fingerprint !== claim.fingerprint) throw new WebRefusal("form_sent_differently");
    if (row?.location) return row.location;
    await wait(patience.milliseconds);
  }
  throw new WebRefusal("form_in_progress");
}

/** Runs the work of a claimed key: remembers where it led, or frees the key when it was refused. */
export async function settleKey<T>(db: Db, claim: Claim, work: () => Promise<T>, leadsTo: (done: T) => string): Promise<T> {
  try {
    const done = await work();
    await setClaimLocation(db, claim.userId, claim.key, leadsTo(done));
    return done;
  } catch (error) {
    await deleteClaim(db, claim.userId, claim.key).catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}
