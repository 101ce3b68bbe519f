import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { databaseCode, inTransaction } from "~db/transaction.server";
import type { Db } from "~db/client.server";
import { putText } from "~db/queries/content";

/** Smallest rows that a test of the database needs, added as the application adds them: signed and audited. */
export const NOW = "2026-11-25T08:00:00.000Z";

let counter = 0;
const next = () => (counter += 1);

export async function aUser(db: Db, login = `person${next()}`): Promise<string> {
  return inTransaction(db, { actorId: null, action: "create_user", now: NOW }, async (trx) => {
    const row = await trx
      .insertInto("user_account")
      .values({ login, name_uk: login, name_en: login })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

export async function grantRole(db: Db, userId: string, role: string, agencyId: string | null = null): Promise<void> {
  await inTransaction(db, { actorId: null, action: "grant_role", now: NOW }, (trx) =>
    trx.insertInto("role_grant").values({ user_id: userId, role, agency_id: agencyId, from_at: NOW }).execute(),
  );
}

export interface Measured {
  measurementId: string;
  indicatorId: string;
  agencyId: string;
}

/** A plan of one indicator, an agency and a measurement for 2026 that has no version yet. */
export async function aMeasurement(db: Db): Promise<Measured> {
  const n = next();
  return inTransaction(db, { actorId: null, action: "prepare", now: NOW }, async (trx) => {
    const ids = { plan: randomUUID(), version: randomUUID(), node: randomUUID(), indicator: randomUUID(), agency: randomUUID() };
    await trx.insertInto("agency").values({ id: ids.agency, code: `BODY${n}`, kind: "central" }).execute();
    await trx
      .insertInto("period")
      .values({ key: "2026", kind: "year", starts_on: "2026-01-01", ends_on: "2026-12-31" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx.insertInto("plan").values({ id: ids.plan, code: `PLAN-${n}`, starts_on: "2026-01-01" }).execute();
    await trx
      .insertInto("plan_version")
      .values({ id: ids.version, plan_id: ids.plan, no: 1, title_uk: "План", title_en: "Plan", in_force_from: "2026-01-01" })
      .execute();
    await trx.insertInto("node").values({ id: ids.node, plan_id: ids.plan }).execute();
    await trx
      .insertInto("node_version")
      .values({ plan_version_id: ids.version, node_id: ids.node, depth: 1, position: 1, code_printed: "1", title_en: "Goal" })
      .execute();
    await trx.insertInto("indicator").values({ id: ids.indicator, plan_id: ids.plan }).execute();
    await trx
      .insertInto("indicator_version")
      .values({
        plan_version_id: ids.version,
        indicator_id: ids.indicator,
        node_id: ids.node,
        position: 1,
        code_printed: "1.I1",
        name_en: "Crossing points equipped",
        value_type: "number",
        frequency: "annual",
      })
      .execute();
    const breakdown = await trx
      .insertInto("breakdown")
      .values({ key: "total" })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ key: "total" }))
      .returning("id")
      .executeTakeFirstOrThrow();
    const measurement = await trx
      .insertInto("measurement")
      .values({ indicator_id: ids.indicator, agency_id: ids.agency, period_key: "2026", breakdown_id: breakdown.id })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { measurementId: measurement.id, indicatorId: ids.indicator, agencyId: ids.agency };
  });
}

/** Adds a version of the value; `baseNo` null for the first. */
export async function addVersion(
  db: Db,
  measurementId: string,
  authorId: string,
  options: { baseNo?: number | null; value?: string; narrative?: string; idemKey?: string } = {},
): Promise<number> {
  const baseNo = options.baseNo ?? null;
  const no = (baseNo ?? 0) + 1;
  await inTransaction(db, { actorId: authorId, action: "submit_value", now: NOW }, async (trx) => {
    const narrative = options.narrative === undefined ? null : await putText(trx, options.narrative);
    await trx
      .insertInto("measurement_version")
      .values({
        measurement_id: measurementId,
        no,
        base_no: baseNo,
        kind: "number",
        value: options.value ?? "12",
        narrative_digest: narrative,
        author_id: authorId,
        idem_key: options.idemKey ?? randomUUID(),
        recorded_at: NOW,
      })
      .execute();
  });
  return no;
}

export async function addVerification(
  db: Db,
  measurementId: string,
  no: number,
  byId: string,
  options: { seq?: number; decision?: "accepted" | "returned"; reason?: string } = {},
): Promise<void> {
  await inTransaction(db, { actorId: byId, action: "verify_value", now: NOW }, async (trx) => {
    const reason = options.reason === undefined ? null : await putText(trx, options.reason);
    await trx
      .insertInto("verification")
      .values({
        measurement_id: measurementId,
        no,
        seq: options.seq ?? 1,
        decision: options.decision ?? "accepted",
        reason_digest: reason,
        by_id: byId,
        recorded_at: NOW,
      })
      .execute();
  });
}

/** SQLSTATE with which the database refuses the work. */
export async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return "nothing refused";
  } catch (error) {
    return databaseCode(error);
  }
}

/** Changes rows behind the application's back, as a person with the database's password could. */
export async function tamper(db: Db, change: (trx: Db) => Promise<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await change(trx);
  });
}
