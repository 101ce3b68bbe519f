import { sql } from "kysely";
import type { Db, Trx } from "../client.server";

const latestAbbreviation = (column: "abbr_uk" | "abbr_en") => sql<string | null>`(select ${sql.ref(column)} from agency_name n
  where n.agency_id = role_grant.agency_id order by n.from_on desc limit 1)`;

/** Every grant of a person, open and ended, with who gave it and the body's latest abbreviation; newest first. */
export async function listGrants(db: Db | Trx, userId: string) {
  return db.selectFrom("role_grant")
    .leftJoin("user_account as giver", "giver.id", "role_grant.granted_by")
    .select(["role_grant.id", "role", "role_grant.agency_id as agencyId", "from_at as fromAt", "to_at as toAt", "giver.login as grantedBy",
      latestAbbreviation("abbr_uk").as("abbrUk"), latestAbbreviation("abbr_en").as("abbrEn")])
    .where("role_grant.user_id", "=", userId)
    .orderBy("from_at", "desc").orderBy("role").execute();
}

interface NewGrant {
  userId: string;
  role: string;
  agencyId: string | null;
  fromAt: string;
  grantedBy: string | null;
}

export async function insertGrant(trx: Trx, grant: NewGrant): Promise<string> {
  const row = await trx.insertInto("role_grant")
    .values({ user_id: grant.userId, role: grant.role, agency_id: grant.agencyId, from_at: grant.fromAt, granted_by: grant.grantedBy })
    .returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** The open grant, locked; null when there is none by that id or it has ended. */
export async function lockOpenGrant(trx: Trx, grantId: string) {
  const row = await trx.selectFrom("role_grant").select(["id", "user_id as userId", "role", "agency_id as agencyId", "from_at as fromAt"])
    .where("id", "=", grantId).where("to_at", "is", null).forUpdate().executeTakeFirst();
  return row ?? null;
}

export async function setGrantEnded(trx: Trx, grantId: string, end: { at: string; by: string }): Promise<void> {
  await trx.updateTable("role_grant").set({ to_at: end.at, ended_by: end.by }).where("id", "=", grantId).execute();
}

/** Everyone who holds a role at `now`, with all their open grants; not counting accounts past their last day. */
export async function listHolders(db: Db | Trx, role: string, now: string, today: string) {
  const rows = await db.selectFrom("role_grant as held")
    .innerJoin("user_account as u", "u.id", "held.user_id")
    .innerJoin("role_grant as g", "g.user_id", "u.id")
    .distinct()
    .select(["u.id as userId", "u.ceiling", "g.role", "g.agency_id as agencyId"])
    .where("held.role", "=", role)
    .where("held.from_at", "<=", now).where((eb) => eb.or([eb("held.to_at", "is", null), eb("held.to_at", ">", now)]))
    .where("g.from_at", "<=", now).where((eb) => eb.or([eb("g.to_at", "is", null), eb("g.to_at", ">", now)]))
    .where((eb) => eb.or([eb("u.ends_on", "is", null), eb("u.ends_on", ">=", today)]))
    .orderBy("u.id").orderBy("g.role").execute();
  const people = new Map<string, { userId: string; ceiling: string; grants: { role: string; agencyId: string | null }[] }>();
  for (const { userId, ceiling, role: granted, agencyId } of rows) {
    const person = people.get(userId) ?? { userId, ceiling, grants: [] };
    person.grants.push({ role: granted, agencyId });
    people.set(userId, person);
  }
  return [...people.values()];
}

/** How many people hold a role at `now`, not counting accounts past their last day. */
export async function countHolders(trx: Trx, role: string, now: string, today: string): Promise<number> {
  const row = await trx.selectFrom("role_grant")
    .innerJoin("user_account", "user_account.id", "role_grant.user_id")
    .select((eb) => eb.fn.count<number>("role_grant.user_id").distinct().as("holders"))
    .where("role", "=", role).where("from_at", "<=", now)
    .where((eb) => eb.or([eb("to_at", "is", null), eb("to_at", ">", now)]))
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
    .executeTakeFirstOrThrow();
  return Number(row.holders);
}
