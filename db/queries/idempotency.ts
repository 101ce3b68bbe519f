import type { Db } from "../client.server";

export interface Claim {
  userId: string;
  key: string;
  path: string;
  fingerprint: string;
  now: string;
}

export interface ClaimRow {
  fingerprint: string;
  /** where the first post led; null while it is being worked on */
  location: string | null;
  startedAt: string;
}

/**
 * Claims a form's key. True: the post is the first, or an earlier one was begun before `abandonedBefore` and never
 * ended. False: somebody else's post holds it (findClaim tells).
 */
export async function insertClaim(db: Db, claim: Claim, abandonedBefore: string): Promise<boolean> {
  const row = await db.insertInto("idempotency")
    .values({ user_id: claim.userId, key: claim.key, path: claim.path, fingerprint: claim.fingerprint, started_at: claim.now })
    .onConflict((oc) => oc.columns(["user_id", "key"]).doUpdateSet({ started_at: claim.now })
      .where("idempotency.location", "is", null)
      .where("idempotency.fingerprint", "=", claim.fingerprint)
      .where("idempotency.started_at", "<", abandonedBefore))
    .returning("key").executeTakeFirst();
  return row !== undefined;
}

export async function findClaim(db: Db, userId: string, key: string): Promise<ClaimRow | null> {
  const row = await db.selectFrom("idempotency").select(["fingerprint", "location", "started_at as startedAt"])
    .where("user_id", "=", userId).where("key", "=", key).executeTakeFirst();
  return row ?? null;
}

export async function setClaimLocation(db: Db, userId: string, key: string, location: string): Promise<void> {
  await db.updateTable("idempotency").set({ location }).where("user_id", "=", userId).where("key", "=", key).execute();
}

/** Frees the key: the post was refused and may come again, corrected. */
export async function deleteClaim(db: Db, userId: string, key: string): Promise<void> {
  await db.deleteFrom("idempotency").where("user_id", "=", userId).where("key", "=", key).execute();
}
