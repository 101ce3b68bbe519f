import type { Insertable, Selectable } from "kysely";
import type { Db, Trx } from "../client.server";
import type { MeasurementVersion, Verification } from "../schema";
import { bodyName } from "./body-name";
import { closedSince, strictestLevel } from "./closed-since";

export type VersionRow = Selectable<MeasurementVersion>;
type NewVersion = Insertable<MeasurementVersion>;
export type VerificationRow = Selectable<Verification>;

/** What a measurement is about. */
export interface MeasurementKey {
  indicatorId: string;
  agencyId: string;
  periodKey: string;
}

const TOTAL = "total";

/** Id of the whole, not broken down; made when it is not there yet (reference data has it always). */
async function totalBreakdown(trx: Trx): Promise<string> {
  const found = await trx.selectFrom("breakdown").select("id").where("key", "=", TOTAL).executeTakeFirst();
  if (found) return found.id;
  await trx.insertInto("breakdown").values({ key: TOTAL }).onConflict((oc) => oc.column("key").doNothing()).execute();
  return (await trx.selectFrom("breakdown").select("id").where("key", "=", TOTAL).executeTakeFirstOrThrow()).id;
}

/** Id of the measurement, null when nobody has said anything of it yet. */
export async function findMeasurementId(db: Db | Trx, key: MeasurementKey): Promise<string | null> {
  const found = await db
    .selectFrom("measurement as m")
    .innerJoin("breakdown as b", "b.id", "m.breakdown_id")
    .select("m.id")
    .where("b.key", "=", TOTAL)
    .where("m.indicator_id", "=", key.indicatorId)
    .where("m.agency_id", "=", key.agencyId)
    .where("m.period_key", "=", key.periodKey)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Id of the measurement, made when new; two writers at once get the same one. */
export async function lockMeasurement(trx: Trx, key: MeasurementKey): Promise<string> {
  await trx
    .insertInto("measurement")
    .values({
      indicator_id: key.indicatorId,
      agency_id: key.agencyId,
      period_key: key.periodKey,
      breakdown_id: await totalBreakdown(trx),
    })
    .onConflict((oc) => oc.columns(["indicator_id", "agency_id", "period_key", "breakdown_id"]).doNothing())
    .execute();
  const id = await findMeasurementId(trx, key);
  if (id === null) throw new Error("measurement was not kept");
  return id;
}

export function findMeasurement(db: Db | Trx, id: string) {
  return db.selectFrom("measurement").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Newest first. */
export function listVersions(db: Db | Trx, measurementId: string): Promise<VersionRow[]> {
  return db
    .selectFrom("measurement_version")
    .selectAll()
    .where("measurement_id", "=", measurementId)
    .orderBy("no", "desc")
    .execute();
}

/** The newest first of each measurement, with what it is about; for pages that look at a whole measure. */
export function listVersionsOf(db: Db | Trx, measurementIds: readonly string[]) {
  if (measurementIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom("measurement_version as v")
    .innerJoin("measurement as m", "m.id", "v.measurement_id")
    .selectAll("v")
    .select(["m.indicator_id", "m.agency_id", "m.period_key"])
    .where("v.measurement_id", "in", [...measurementIds])
    .orderBy("v.measurement_id")
    .orderBy("v.no", "desc")
    .execute();
}

export function findVersion(db: Db | Trx, measurementId: string, no: number): Promise<VersionRow | undefined> {
  return db
    .selectFrom("measurement_version")
    .selectAll()
    .where("measurement_id", "=", measurementId)
    .where("no", "=", no)
    .executeTakeFirst();
}

/** The version that a repeated post of the same form made the first time. */
export function findVersionByPost(db: Db | Trx, authorId: string, idemKey: string): Promise<VersionRow | undefined> {
  return db
    .selectFrom("measurement_version")
    .selectAll()
    .where("author_id", "=", authorId)
    .where("idem_key", "=", idemKey)
    .executeTakeFirst();
}

/** Adds a version; the second of two writers of one number violates the key (23505). */
export async function insertVersion(trx: Trx, version: NewVersion): Promise<void> {
  await trx.insertInto("measurement_version").values(version).execute();
}

/** Every decision about every version, in the order they were taken. */
export function listVerifications(db: Db | Trx, measurementId: string): Promise<VerificationRow[]> {
  return db
    .selectFrom("verification")
    .selectAll()
    .where("measurement_id", "=", measurementId)
    .orderBy("no")
    .orderBy("seq")
    .execute();
}

/** Adds a decision; the second of two deciders of one sequence number violates the key (23505). */
export async function insertVerification(
  trx: Trx,
  decision: { measurementId: string; no: number; seq: number; decision: "accepted" | "returned" | "withdrawn"; reasonDigest: string | null; byId: string; now: string },
): Promise<void> {
  await trx
    .insertInto("verification")
    .values({
      measurement_id: decision.measurementId,
      no: decision.no,
      seq: decision.seq,
      decision: decision.decision,
      reason_digest: decision.reasonDigest,
      by_id: decision.byId,
      recorded_at: decision.now,
    })
    .execute();
}

/**
 * Latest value of each earlier or later period of the same indicator and agency as known at a moment, in period order of
 * its key; `closed_since`: the strictest level of what was accepted after it, as of now.
 */
export function listSeries(db: Db | Trx, indicatorId: string, agencyId: string, knownAt: string) {
  return db
    .selectFrom("measurement as m")
    .innerJoin("breakdown as b", "b.id", "m.breakdown_id")
    .innerJoin("period as p", "p.key", "m.period_key")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("measurement_version as v")
          .selectAll("v")
          .whereRef("v.measurement_id", "=", "m.id")
          .where("v.recorded_at", "<=", knownAt)
          .orderBy("v.no", "desc")
          .limit(1)
          .as("v"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("verification as d")
          .select(["d.decision"])
          .whereRef("d.measurement_id", "=", "v.measurement_id")
          .whereRef("d.no", "=", "v.no")
          .where("d.recorded_at", "<=", knownAt)
          .orderBy("d.seq", "desc")
          .limit(1)
          .as("d"),
      (join) => join.onTrue(),
    )
    .where("b.key", "=", TOTAL)
    .where("m.indicator_id", "=", indicatorId)
    .where("m.agency_id", "=", agencyId)
    .orderBy("p.ends_on")
    .orderBy("p.starts_on", "desc")
    .selectAll("v")
    .select(["m.period_key", "p.ends_on", "d.decision"])
    .select(strictestLevel(closedSince("v", null)).as("closed_since"))
    .execute();
}

/** Bodies of people by role, for "who": a decision is named by role and body, never by a person's name. */
export async function listRoleBodies(db: Db | Trx, userIds: readonly string[]) {
  if (userIds.length === 0) return [];
  return db
    .selectFrom("role_grant as g")
    .leftJoinLateral(bodyName("g.agency_id"), (join) => join.onTrue())
    .select(["g.user_id", "g.role", "an.abbr_uk", "an.abbr_en"])
    .where("g.user_id", "in", [...userIds])
    .orderBy("g.from_at")
    .execute();
}
