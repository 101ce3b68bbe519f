import type { Db } from "../client.server";

/** Field → the values typed into it, in order. */
export type KeptFields = Record<string, string[]>;

interface NewKeptPost {
  userId: string;
  path: string;
  fields: KeptFields;
  now: string;
  expiresAt: string;
}

/** Keeps what was typed and returns the random id that brings it back; clears what has expired. */
export async function insertKeptPost(db: Db, post: NewKeptPost): Promise<string> {
  await db.deleteFrom("kept_post").where("expires_at", "<=", post.now).execute();
  const row = await db.insertInto("kept_post")
    .values({ user_id: post.userId, path: post.path, fields: JSON.stringify(post.fields), kept_at: post.now, expires_at: post.expiresAt })
    .returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** What that same person typed into that same page, while it is kept; null otherwise. */
export async function findKeptPost(db: Db, id: string, userId: string, path: string, now: string): Promise<KeptFields | null> {
  const row = await db.selectFrom("kept_post").select("fields")
    .where("id", "=", id).where("user_id", "=", userId).where("path", "=", path).where("expires_at", ">", now)
    .executeTakeFirst();
  return row ? (row.fields as KeptFields) : null;
}

/** Forgets what a person typed into a page: it was sent. */
export async function deleteKeptPosts(db: Db, userId: string, path: string): Promise<void> {
  await db.deleteFrom("kept_post").where("user_id", "=", userId).where("path", "=", path).execute();
}
