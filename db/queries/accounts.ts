import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db, Trx } from "../client.server";

export interface AccountRow {
  id: string;
  login: string;
  email: string | null;
  nameUk: string;
  nameEn: string;
  language: string;
  ceiling: string;
  endsOn: string | null;
}

const ACCOUNT = ["user_account.id", "login", "email", "name_uk as nameUk", "name_en as nameEn", "language", "ceiling", "ends_on as endsOn"] as const;

/** The person who signs in by that name; letter case does not matter. */
export async function findAccountByLogin(db: Db | Trx, login: string): Promise<(AccountRow & { hash: string | null }) | null> {
  const row = await db.selectFrom("user_account")
    .leftJoin("password_credential", "password_credential.user_id", "user_account.id")
    .select([...ACCOUNT, "password_credential.hash"])
    .where((eb) => eb(eb.fn<string>("lower", ["login"]), "=", login.toLowerCase()))
    .executeTakeFirst();
  return row ?? null;
}

export async function findAccount(db: Db | Trx, id: string): Promise<AccountRow | null> {
  return (await db.selectFrom("user_account").select(ACCOUNT).where("id", "=", id).executeTakeFirst()) ?? null;
}

export async function findPasswordHash(db: Db, userId: string): Promise<string | null> {
  const row = await db.selectFrom("password_credential").select("hash").where("user_id", "=", userId).executeTakeFirst();
  return row?.hash ?? null;
}

/** The account, locked until the transaction ends: grants and end dates are decided on what is true at the end. */
export async function lockAccount(trx: Trx, id: string): Promise<AccountRow | null> {
  return (await trx.selectFrom("user_account").select(ACCOUNT).where("id", "=", id).forUpdate().executeTakeFirst()) ?? null;
}

interface NewAccount {
  login: string;
  email: string | null;
  nameUk: string;
  nameEn: string;
  language: "uk" | "en";
  createdBy: string | null;
  now: string;
}

export async function insertAccount(trx: Trx, account: NewAccount): Promise<string> {
  const row = await trx.insertInto("user_account").values({
    login: account.login, email: account.email, name_uk: account.nameUk, name_en: account.nameEn, language: account.language,
    created_by: account.createdBy, created_at: account.now,
  }).returning("id").executeTakeFirstOrThrow();
  await trx.insertInto("user_identity").values({ user_id: row.id, provider: "password", subject: row.id, linked_at: account.now }).execute();
  return row.id;
}

type AccountChange = Partial<Pick<AccountRow, "email" | "nameUk" | "nameEn" | "language" | "ceiling" | "endsOn">>;

export async function setAccount(trx: Trx, id: string, change: AccountChange): Promise<void> {
  const { nameUk, nameEn, endsOn, ...same } = change;
  await trx.updateTable("user_account")
    .set({ ...same, ...(nameUk !== undefined && { name_uk: nameUk }), ...(nameEn !== undefined && { name_en: nameEn }), ...(endsOn !== undefined && { ends_on: endsOn }) })
    .where("id", "=", id).execute();
}

export async function setPassword(trx: Trx, userId: string, password: { hash: string; mustChange: boolean; now: string }): Promise<void> {
  const row = { hash: password.hash, must_change: password.mustChange, changed_at: password.now };
  await trx.insertInto("password_credential").values({ user_id: userId, ...row })
    .onConflict((oc) => oc.column("user_id").doUpdateSet(row)).execute();
}

interface AccountFilter {
  /** part of a name or login */
  search?: string;
  agencyId?: string;
}

/** Accounts by login with the grants open at `now` and the bodies' abbreviations of `today` (Kyiv), in one select. */
export async function listAccounts(db: Db, filter: AccountFilter, now: string, today: string) {
  let query = db.selectFrom("user_account").select((eb) => [
    ...ACCOUNT,
    jsonArrayFrom(
      eb.selectFrom("role_grant")
        .leftJoin("agency_name", (join) => join.onRef("agency_name.agency_id", "=", "role_grant.agency_id")
          .on("agency_name.from_on", "<=", today).on((on) => on.or([on("agency_name.to_on", "is", null), on("agency_name.to_on", ">=", today)])))
        .select(["role_grant.id", "role", "role_grant.agency_id as agencyId", "abbr_uk as abbrUk", "abbr_en as abbrEn"])
        .whereRef("role_grant.user_id", "=", "user_account.id")
        .where("from_at", "<=", now).where((or) => or.or([or("to_at", "is", null), or("to_at", ">", now)]))
        .orderBy("role"),
    ).as("grants"),
    sql<string | null>`(select max(seen_at) from session where session.user_id = user_account.id)`.as("lastSeenAt"),
  ]);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((eb) => eb.or([eb("login", "ilike", like), eb("name_uk", "ilike", like), eb("name_en", "ilike", like)]));
  }
  const { agencyId } = filter;
  if (agencyId) query = query.where((eb) => eb.exists(eb.selectFrom("role_grant").select("role_grant.id")
    .whereRef("role_grant.user_id", "=", "user_account.id").where("agency_id", "=", agencyId).where("to_at", "is", null)));
  return query.orderBy(sql`lower(login)`).limit(1000).execute();
}

export type ListedAccount = Awaited<ReturnType<typeof listAccounts>>[number];
