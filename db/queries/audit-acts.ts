import type { Db } from "../client.server";

/** The latest entries of the named acts with the login of who acted; one entry an act, not one a row it touched. */
export async function listActsOf(db: Db, actions: readonly string[], limit: number) {
  return db.selectFrom("audit_entry")
    .leftJoin("user_account", "user_account.id", "audit_entry.actor_id")
    .select(["seq", "at", "action", "actor_id as actorId", "login", "row_table as rowTable", "row_key as rowKey", "detail"])
    .where("action", "in", actions)
    .where((eb) => eb.or([eb("row_table", "is", null), eb("row_table", "in", ["role_grant", "user_account", "reset_link", "purge"])]))
    .orderBy("seq", "desc").limit(limit).execute();
}

/** What the filters of the audit page offer. */
export async function listAuditWords(db: Db): Promise<{ actions: string[]; tables: string[] }> {
  const actions = await db.selectFrom("audit_entry").select("action").distinct().orderBy("action").execute();
  const tables = await db.selectFrom("audit_entry").select("row_table").distinct().where("row_table", "is not", null).orderBy("row_table").execute();
  return { actions: actions.map((row) => row.action), tables: tables.flatMap((row) => row.row_table ?? []) };
}

/** Logins by account, for entries that hold only ids. */
export async function listLogins(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.selectFrom("user_account").select(["id", "login"]).where("id", "in", userIds).execute();
  return new Map(rows.map(({ id, login }) => [id, login]));
}
