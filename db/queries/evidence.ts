import type { Insertable, Selectable } from "kysely";
import type { Db, Trx } from "../client.server";
import type { Evidence } from "../schema";

export type EvidenceRow = Selectable<Evidence>;

export async function insertEvidence(trx: Trx, evidence: Insertable<Evidence>): Promise<void> {
  await trx.insertInto("evidence").values(evidence).execute();
}

/** Evidence of every version of a measurement, newest version first, in the order it was added. */
export function listEvidence(db: Db | Trx, measurementId: string): Promise<EvidenceRow[]> {
  return db
    .selectFrom("evidence")
    .selectAll()
    .where("measurement_id", "=", measurementId)
    .orderBy("no", "desc")
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
}

export function findEvidence(db: Db | Trx, id: string): Promise<EvidenceRow | undefined> {
  return db.selectFrom("evidence").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Recorded disagreements about a measurement, oldest first. */
export function listDiscrepancies(db: Db | Trx, measurementId: string) {
  return db
    .selectFrom("discrepancy")
    .selectAll()
    .where("measurement_id", "=", measurementId)
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
}
