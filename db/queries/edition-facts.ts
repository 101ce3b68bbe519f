import { type Kysely, sql } from "kysely";
import type { DB } from "../schema";
import type { EditionCeiling } from "./editions";

/** Who gave a final verdict, with the bodies they belonged to then. */
export interface JudgeRow {
  verdictId: string;
  recordedAt: string;
  agencyIds: string[];
}

export async function listJudges(db: Kysely<DB>, planId: string, knownAt: string): Promise<JudgeRow[]> {
  const { rows } = await sql<JudgeRow>`
    select v.id as "verdictId", v.recorded_at as "recordedAt", array_agg(distinct g.agency_id::text) as "agencyIds"
    from verdict v join cycle c on c.id = v.cycle_id and c.plan_id = ${planId}
    join role_grant g on g.user_id = v.evaluator_id and g.agency_id is not null and g.from_at <= v.recorded_at and (g.to_at is null or g.to_at > v.recorded_at)
    where v.stage = 'final' and v.recorded_at <= ${knownAt}::timestamptz
    group by v.id order by v.id`.execute(db);
  return rows;
}

/** Why a version corrects the one before, as a digest; by "measurement/no". */
export async function listCorrectionReasons(db: Kysely<DB>, planId: string, knownAt: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom("measurement_version as v").innerJoin("measurement as m", "m.id", "v.measurement_id").innerJoin("indicator as i", "i.id", "m.indicator_id")
    .select(["v.measurement_id", "v.no", "v.correction_reason_digest as digest"])
    .where("i.plan_id", "=", planId).where("v.correction_reason_digest", "is not", null).where("v.recorded_at", "<=", knownAt).execute();
  return new Map(rows.flatMap(({ measurement_id, no, digest }) => (digest === null ? [] : [[`${measurement_id}/${no}`, digest] as const])));
}

/** Editions whose pages may show the text: as a foreword, as the reason of a change, in a verdict of their plan, its reply or its sources. */
export async function listEditionsWithText(db: Kysely<DB>, ceiling: EditionCeiling, digest: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with judged as (
      select c.plan_id from verdict v join cycle c on c.id = v.cycle_id
      where ${digest} in (v.text_digest, v.differs_reason_digest)
        or exists (select from verdict_reply r where r.verdict_id = v.id and r.text_digest = ${digest})
        or exists (select from verdict_source s where s.verdict_id = v.id and s.title_digest = ${digest})
    )
    select e.id from edition e join edition_preparation p on p.id = e.id
    where e.ceiling = ${ceiling} and (${digest} in (p.note_uk_digest, p.note_en_digest) or position(${digest} in e.changes::text) > 0
      or e.plan_id in (select plan_id from judged))
    order by e.released_at, e.no, e.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Keys of years, halves and quarters that begin between the two days, the latest first and the longer before its parts. */
export async function listBegunPeriods(db: Kysely<DB>, from: string, to: string): Promise<string[]> {
  const rows = await db.selectFrom("period").select("key").where("kind", "in", ["year", "half", "quarter"]).where("ends_on", ">=", from).where("starts_on", "<=", to)
    .orderBy(sql`extract(year from starts_on)`, "desc").orderBy(sql`kind = 'year'`, "desc").orderBy("ends_on", "desc").orderBy("starts_on").execute();
  return rows.map(({ key }) => key);
}
