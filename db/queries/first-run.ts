import type { Db, Trx } from "../client.server";

/** Whether somebody holds the administrator's role at `now`; an account past its last day (`today`, Kyiv) is nobody. */
export async function findAnyAdministrator(db: Db | Trx, now: string, today: string): Promise<boolean> {
  const row = await db
    .selectFrom("role_grant")
    .innerJoin("user_account", "user_account.id", "role_grant.user_id")
    .select("role_grant.id")
    .where("role", "=", "administrator")
    .where("from_at", "<=", now)
    .where((eb) => eb.or([eb("to_at", "is", null), eb("to_at", ">", now)]))
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The digest of the first-run page's one-time code, locked until the transaction ends; null when there is none. */
export async function lockSetupCodeHash(trx: Trx): Promise<string | null> {
  const row = await trx.selectFrom("installation").select("setup_code_hash").forUpdate().executeTakeFirst();
  return row?.setup_code_hash ?? null;
}

/** The same, read only. */
export async function findSetupCodeHash(db: Db): Promise<string | null> {
  const row = await db.selectFrom("installation").select("setup_code_hash").executeTakeFirst();
  return row?.setup_code_hash ?? null;
}
