import type { Db, Trx } from "../client.server";

interface NewResetLink {
  tokenHash: string;
  userId: string;
  createdBy: string | null;
  now: string;
  expiresAt: string;
}

export async function insertResetLink(trx: Trx, link: NewResetLink): Promise<void> {
  await trx.insertInto("reset_link").values({
    token_hash: link.tokenHash, user_id: link.userId, created_by: link.createdBy, created_at: link.now, expires_at: link.expiresAt,
  }).execute();
}

export interface GoodResetLink {
  userId: string;
  login: string;
  /** who gave it; null = an operator at the server */
  createdBy: string | null;
}

/** Whose link it is, while it is good: not used, not expired, the account not ended. */
export async function findGoodResetLink(db: Db | Trx, tokenHash: string, now: string, today: string): Promise<GoodResetLink | null> {
  const row = await db.selectFrom("reset_link")
    .innerJoin("user_account", "user_account.id", "reset_link.user_id")
    .select(["reset_link.user_id as userId", "login", "reset_link.created_by as createdBy"])
    .where("token_hash", "=", tokenHash).where("used_at", "is", null).where("expires_at", ">", now)
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
    .executeTakeFirst();
  return row ?? null;
}

/** Uses every open link of a person up; true when the one named was among them, so that two posts use it once. */
export async function setResetLinksUsed(trx: Trx, userId: string, tokenHash: string | null, now: string): Promise<boolean> {
  const rows = await trx.updateTable("reset_link").set({ used_at: now })
    .where("user_id", "=", userId).where("used_at", "is", null).returning("token_hash").execute();
  return rows.some((row) => row.token_hash === tokenHash);
}
