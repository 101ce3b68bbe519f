import { type Kysely, sql } from "kysely";
import type { Trx } from "../client.server";
import type { DB } from "../schema";

/** One obligation as it should stand. */
export interface ObligationToSet {
  id: string;
  cycleId: string;
  indicatorId: string;
  agencyId: string;
  periodKey: string;
  planVersionId: string;
  dueOn: string;
  excludedReason: string | null;
  state: string;
}

/** What was said and decided about one measurement, by its key. */
export interface MeasurementState {
  indicatorId: string;
  agencyId: string;
  periodKey: string;
  versions: { no: number; sent: boolean; decisions: { seq: number; decision: "accepted" | "returned" | "withdrawn" }[] }[];
}

/** Versions and decisions of every measurement of a plan (breakdown "total"), in one select. */
export async function listMeasurementStates(db: Kysely<DB>, planId: string): Promise<MeasurementState[]> {
  const result = await sql<MeasurementState>`
    select m.indicator_id as "indicatorId", m.agency_id as "agencyId", m.period_key as "periodKey",
      jsonb_agg(jsonb_build_object('no', v.no,
        'sent', exists (select from submission_item si where si.measurement_id = v.measurement_id and si.no = v.no),
        'decisions', coalesce((select jsonb_agg(jsonb_build_object('seq', d.seq, 'decision', d.decision) order by d.seq)
          from verification d where d.measurement_id = v.measurement_id and d.no = v.no), '[]')) order by v.no) as versions
    from measurement m
    join indicator i on i.id = m.indicator_id and i.plan_id = ${planId}
    join breakdown b on b.id = m.breakdown_id and b.key = 'total'
    join measurement_version v on v.measurement_id = m.id
    group by m.id`.execute(db);
  return result.rows;
}

export function listCyclesOf(db: Kysely<DB>, planId: string) {
  return db.selectFrom("cycle").select(["id", "period_key", "due_on"]).where("plan_id", "=", planId).orderBy("opens_on").orderBy("id").execute();
}

/** One statement takes so many rows. */
const BATCH = 500;

/** Adds and updates obligations; a row that already says the same is not touched. */
export async function setObligations(trx: Trx, obligations: readonly ObligationToSet[], now: string): Promise<void> {
  const rows = obligations.map((each) => ({
    id: each.id, cycle_id: each.cycleId, indicator_id: each.indicatorId, agency_id: each.agencyId, period_key: each.periodKey,
    plan_version_id: each.planVersionId, due_on: each.dueOn, excluded_reason: each.excludedReason, state: each.state, updated_at: now,
  }));
  for (let from = 0; from < rows.length; from += BATCH) {
    await trx
      .insertInto("obligation")
      .values(rows.slice(from, from + BATCH))
      .onConflict((conflict) =>
        conflict
          .columns(["cycle_id", "indicator_id", "agency_id", "period_key"])
          .doUpdateSet((eb) => ({
            plan_version_id: eb.ref("excluded.plan_version_id"),
            due_on: eb.ref("excluded.due_on"),
            excluded_reason: eb.ref("excluded.excluded_reason"),
            state: eb.ref("excluded.state"),
            updated_at: eb.ref("excluded.updated_at"),
          }))
          .where(sql<boolean>`(obligation.plan_version_id, obligation.due_on, obligation.excluded_reason, obligation.state)
            is distinct from (excluded.plan_version_id, excluded.due_on, excluded.excluded_reason, excluded.state)`),
      )
      .execute();
  }
}

/** Removes obligations of the rounds that are owed no longer; one with a draft stays, so that nothing typed is lost. */
export async function deleteObligationsExcept(trx: Trx, cycleIds: readonly string[], keepIds: readonly string[]): Promise<void> {
  if (cycleIds.length === 0) return;
  await sql`delete from obligation o where o.cycle_id = any(${[...cycleIds]}::uuid[]) and not (o.id = any(${[...keepIds]}::uuid[]))
    and not exists (select from draft d where d.obligation_id = o.id)`.execute(trx);
}
