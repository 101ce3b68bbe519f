import type { Db } from "../client.server";

interface ThrottleRow {
  key: string;
  failures: number;
  lastFailedAt: string;
  blockedUntil: string | null;
}

export async function listThrottles(db: Db, keys: readonly string[]): Promise<ThrottleRow[]> {
  return db.selectFrom("sign_in_throttle")
    .select(["key", "failures", "last_failed_at as lastFailedAt", "blocked_until as blockedUntil"])
    .where("key", "in", keys).execute();
}

/**
 * Counts one more attempt and returns the count; attempts before `forgottenBefore` count no more. One statement, so
 * that many attempts at once are each counted.
 */
export async function addAttempt(db: Db, key: string, now: string, forgottenBefore: string): Promise<number> {
  const row = await db.insertInto("sign_in_throttle")
    .values({ key, failures: 1, last_failed_at: now })
    .onConflict((oc) => oc.column("key").doUpdateSet((eb) => ({
      failures: eb.case().when("sign_in_throttle.last_failed_at", "<", forgottenBefore).then(1)
        .else(eb("sign_in_throttle.failures", "+", 1)).end(),
      last_failed_at: now,
    })))
    .returning("failures")
    .executeTakeFirstOrThrow();
  return row.failures;
}

export async function setBlockedUntil(db: Db, key: string, blockedUntil: string): Promise<void> {
  await db.updateTable("sign_in_throttle").set({ blocked_until: blockedUntil }).where("key", "=", key).execute();
}

/** Takes one attempt back: it turned out to be the right password. */
export async function removeAttempt(db: Db, key: string): Promise<void> {
  await db.updateTable("sign_in_throttle").set((eb) => ({ failures: eb("failures", "-", 1) }))
    .where("key", "=", key).where("failures", ">", 0).execute();
}

export async function deleteThrottle(db: Db, key: string): Promise<void> {
  await db.deleteFrom("sign_in_throttle").where("key", "=", key).execute();
}
