import type { Db, Trx } from "../client.server";
import type { Json } from "../schema";

/** Value of a setting, or null when nobody set it; whoever asks knows its shape and default. */
export async function findSetting(db: Db, key: string): Promise<Json | null> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets a setting; earlier values stay readable in the audit chain as digests only. */
export async function setSetting(trx: Trx, key: string, value: Json, by: { userId: string | null; now: string }): Promise<void> {
  // jsonb from a bare string or number needs its JSON form
  const row = { value: JSON.stringify(value), recorded_at: by.now, recorded_by: by.userId };
  await trx
    .insertInto("setting")
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
}
