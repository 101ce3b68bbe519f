import type { Insertable, Selectable } from "kysely";
import type { Db, Trx } from "../client.server";
import type { Evidence } from "../schema";

export type EvidenceRow = Selectable<Evidence>;

/** Acts under which files were removed, by digest. */
export async function listRemovedFiles(db: Db | Trx, digests: readonly string[]): Promise<Map<string, { actNo: string; actOn: string }>> {
  if (digests.length === 0) return new Map();
  const rows = await db
    .selectFrom("content as c")
    .innerJoin("purge as p", "p.id", "c.purge_id")
    .select(["c.digest", "p.act_no", "p.act_on"])
    .where("c.digest", "in", [...digests])
    .execute();
  return new Map(rows.map((row) => [row.digest, { actNo: row.act_no, actOn: row.act_on }]));
}

export async function insertEvidence(trx: Trx, evidence: Insertable<Evidence>): Promise<void> {
  await trx.insertInto("evidence").values(evidence).execute();
}

/** Evidence of every version of one measurement or several, newest version first, in the order it was added. */
export function listEvidence(db: Db | Trx, ...measurementIds: string[]): Promise<EvidenceRow[]> {
  if (measurementIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom("evidence")
    .selectAll()
    .where("measurement_id", "in", measurementIds)
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
