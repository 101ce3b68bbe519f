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
