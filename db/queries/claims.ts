import type { Insertable } from "kysely";
import type { Id } from "~/domain/facts";
import type { Db, Trx } from "../client.server";
import type { MeasureClaim } from "../schema";

export type ClaimRow = Awaited<ReturnType<typeof listClaims>>[number];

/** Everything bodies have claimed of a measure, newest first. */
export function listClaims(db: Db | Trx, measureId: Id, knownAt: string) {
  return db
    .selectFrom("measure_claim as k")
    .innerJoin("cycle as c", "c.id", "k.cycle_id")
    .selectAll("k")
    .select("c.period_key")
    .where("k.measure_id", "=", measureId)
    .where("k.recorded_at", "<=", knownAt)
    .orderBy("k.recorded_at", "desc")
    .orderBy("k.seq", "desc")
    .execute();
}

/** What a repeated post of the same form made the first time. */
export function findClaimByPost(db: Db | Trx, authorId: Id, idemKey: string): Promise<{ id: Id } | undefined> {
  return db.selectFrom("measure_claim").select("id").where("author_id", "=", authorId).where("idem_key", "=", idemKey).executeTakeFirst();
}

/** Adds a claim; the second of two writers of one number violates the key (23505). */
export async function insertClaim(trx: Trx, claim: Insertable<MeasureClaim>): Promise<void> {
  await trx.insertInto("measure_claim").values(claim).execute();
}
