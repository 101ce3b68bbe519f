import { sql, type Kysely } from "kysely";
import type { Id } from "~/domain/facts";
import type { DB } from "../schema";

interface ValueSource {
  measurementId: Id;
  no: number;
  source: string | null;
  /** of a restricted value: the document it stands in, by digest of its text */
  referenceDigest: string | null;
}

/** What the values of indicators for the whole (breakdown "total") recorded by `asOf` rest on. Not cut: the ceiling is the domain's (rule 18). */
export async function listValueSources(db: Kysely<DB>, indicatorIds: readonly Id[], asOf: string): Promise<ValueSource[]> {
  if (indicatorIds.length === 0) return [];
  const rows = await db
    .selectFrom("measurement as m")
    .innerJoin("breakdown as b", (join) => join.onRef("b.id", "=", "m.breakdown_id").on("b.key", "=", "total"))
    .innerJoin("measurement_version as v", "v.measurement_id", "m.id")
    .select(["m.id", "v.no", "v.source", "v.reference_digest"])
    .where("m.indicator_id", "in", indicatorIds)
    .where("v.recorded_at", "<=", asOf)
    .where((eb) => eb.or([eb("v.source", "is not", null), eb("v.reference_digest", "is not", null)]))
    .execute();
  return rows.map((row) => ({ measurementId: row.id, no: row.no, source: row.source, referenceDigest: row.reference_digest }));
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

/** What stood in the way, by the versions in which a body named it: "measurement/no" → code. */
export async function listObstacles(db: Kysely<DB>, versions: readonly { measurementId: Id; no: number }[]): Promise<Map<string, string>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom("measurement_version")
    .select(["measurement_id", "no", "obstacle"])
    .where("measurement_id", "in", [...new Set(versions.map(({ measurementId }) => measurementId))])
    .where("obstacle", "is not", null)
    .execute();
  const asked = new Set(versions.map(({ measurementId, no }) => `${measurementId}/${no}`));
  return new Map(rows.flatMap(({ measurement_id, no, obstacle }) => (obstacle !== null && asked.has(`${measurement_id}/${no}`) ? [[`${measurement_id}/${no}`, obstacle] as const] : [])));
}
