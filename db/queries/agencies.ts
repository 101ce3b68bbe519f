import type { Db, Trx } from "../client.server";

/** Bodies by code with their name of `today`. */
export async function listAgencies(db: Db, today: string) {
  return db.selectFrom("agency")
    .leftJoin("agency_name", (join) => join.onRef("agency_name.agency_id", "=", "agency.id").on("from_on", "<=", today)
      .on((on) => on.or([on("to_on", "is", null), on("to_on", ">=", today)])))
    .select(["agency.id", "code", "kind", "by_consent as byConsent", "can_lead as canLead", "needs_approval as needsApproval",
      "name_uk as nameUk", "name_en as nameEn", "abbr_uk as abbrUk", "abbr_en as abbrEn"])
    .orderBy("code").execute();
}

export type AgencyRow = Awaited<ReturnType<typeof listAgencies>>[number];

/** Returns whether there is such a body. */
export async function setNeedsApproval(trx: Trx, agencyId: string, needsApproval: boolean): Promise<boolean> {
  const row = await trx.updateTable("agency").set({ needs_approval: needsApproval }).where("id", "=", agencyId).returning("id").executeTakeFirst();
  return row !== undefined;
}

export async function findAgencyId(db: Db | Trx, agencyId: string): Promise<string | null> {
  return (await db.selectFrom("agency").select("id").where("id", "=", agencyId).executeTakeFirst())?.id ?? null;
}

/** Names that bodies are known by on a day, folded (domain: foldAlias); null = on any day, the latest last. */
export async function listAliases(db: Db | Trx, on: string | null): Promise<{ aliasNorm: string; code: string }[]> {
  let query = db.selectFrom("agency_alias as l").innerJoin("agency as a", "a.id", "l.agency_id").select(["l.alias_norm as aliasNorm", "a.code"]);
  if (on !== null) query = query.where((where) => where.and([where.or([where("l.from_on", "is", null), where("l.from_on", "<=", on)]), where.or([where("l.to_on", "is", null), where("l.to_on", ">=", on)])]));
  return query.orderBy("l.from_on", (order) => order.asc().nullsFirst()).orderBy("a.code").execute();
}
