import { sql, type Kysely } from "kysely";
import type { AccessLevel, CalendarDate, Content, Id, Missing, PeriodKey, ReasonCode } from "~/domain/facts";
import type { DB } from "../schema";
import { contentOf } from "./plan-facts";

/** One version of one measurement and what was decided about it last. */
interface ValueVersion {
  measurementId: Id;
  agencyId: Id;
  periodKey: PeriodKey;
  no: number;
  content: Content | Missing;
  qualifier: "at_least" | null;
  observedOn: CalendarDate | null;
  source: string | null;
  /** of a restricted value: the document it stands in, by digest of its text */
  referenceDigest: string | null;
  access: AccessLevel;
  recordedAt: string;
  /** last decision by that moment; null = none, the version waits */
  decision: "accepted" | "returned" | "withdrawn" | null;
}

/**
 * Versions of every value of an indicator for the whole (breakdown "total") submitted by `asOf`, the last period
 * first, then the newest version. Not cut: the ceiling is the domain's (rule 18).
 */
export async function listValueVersions(db: Kysely<DB>, indicatorId: Id, asOf: string): Promise<ValueVersion[]> {
  const rows = await db
    .selectFrom("measurement as m")
    .innerJoin("breakdown as b", (join) => join.onRef("b.id", "=", "m.breakdown_id").on("b.key", "=", "total"))
    .innerJoin("measurement_version as v", "v.measurement_id", "m.id")
    .innerJoin("period as p", "p.key", "m.period_key")
    .select([
      "m.id", "m.agency_id", "m.period_key", "v.no", "v.kind", "v.value", "v.numerator", "v.denominator", "v.stage_no",
      "v.scale_position", "v.yes_no", "v.reason_code", "v.qualifier", "v.observed_on", "v.source", "v.reference_digest", "v.access", "v.recorded_at",
      sql<ValueVersion["decision"]>`(
        select d.decision from verification d
        where d.measurement_id = v.measurement_id and d.no = v.no and d.recorded_at <= ${asOf}
        order by d.seq desc limit 1)`.as("decision"),
    ])
    .where("m.indicator_id", "=", indicatorId)
    .where("v.recorded_at", "<=", asOf)
    .where((eb) => eb.exists(eb.selectFrom("submission_item as i").whereRef("i.measurement_id", "=", "v.measurement_id").whereRef("i.no", "=", "v.no")))
    .orderBy("p.ends_on", "desc").orderBy("m.agency_id").orderBy("v.no", "desc")
    .execute();
  return rows.map((row) => ({
    measurementId: row.id, agencyId: row.agency_id, periodKey: row.period_key, no: row.no,
    content: contentOf({
      kind: row.kind as Content["kind"] | "missing", value: row.value, numerator: row.numerator, denominator: row.denominator,
      stageNo: row.stage_no, scalePosition: row.scale_position, yesNo: row.yes_no, reason: row.reason_code as ReasonCode | null,
    }),
    qualifier: row.qualifier as ValueVersion["qualifier"], observedOn: row.observed_on, source: row.source, referenceDigest: row.reference_digest,
    access: row.access as AccessLevel, recordedAt: row.recorded_at, decision: row.decision,
  }));
}

interface EarlierSeries {
  indicatorId: Id;
  planCode: string;
}

/** The indicators this one continues, nearest first (an earlier plan's series). */
export async function listEarlierSeries(db: Kysely<DB>, indicatorId: Id): Promise<EarlierSeries[]> {
  const { rows } = await sql<{ indicator_id: Id; plan_code: string }>`
    with recursive earlier as (
      select series_of as id, 1 as step from indicator where id = ${indicatorId} and series_of is not null
      union all
      select i.series_of, step + 1 from indicator i join earlier e on i.id = e.id where i.series_of is not null and step < 20
    )
    select e.id as indicator_id, p.code as plan_code from earlier e join indicator i on i.id = e.id join plan p on p.id = i.plan_id
    order by e.step`.execute(db);
  return rows.map((row) => ({ indicatorId: row.indicator_id, planCode: row.plan_code }));
}
