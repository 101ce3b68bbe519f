import { sql } from "kysely";
import type { Db } from "~db/client.server";
import type { ReportingStory } from "./reporting-story";

/** A second version of the plan, in force and accepted from a day on: the same with one indicator raised to internal. */
export async function closeByAmendment(db: Db, { planId, planVersionId, indicatorId }: ReportingStory, code: string, from: string): Promise<void> {
  const { rows: [added] } = await sql<{ id: string }>`insert into plan_version (plan_id, no, title_uk, title_en, in_force_from, recorded_at, accepted_at)
    values (${planId}, 2, 'План', 'Plan', ${from}, ${`${from}T08:00:00Z`}, ${`${from}T08:00:00Z`}) returning id`.execute(db);
  const copy = async (table: string, change = "") => {
    const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns where table_name = ${table} and column_name not in ('plan_version_id', 'id') and is_generated = 'NEVER'`.execute(db);
    const names = columns.rows.map(({ name }) => `"${name}"`);
    const values = names.map((name) => (name === '"access"' && change ? change : name));
    await sql`insert into ${sql.table(table)} (plan_version_id, ${sql.raw(names.join(", "))}) select ${added?.id ?? ""}, ${sql.raw(values.join(", "))} from ${sql.table(table)} where plan_version_id = ${planVersionId}`.execute(db);
  };
  await copy("node_version");
  await copy("measure_version");
  await copy("measure_executor");
  await copy("indicator_version", `case when indicator_id = '${indicatorId(code)}' then 'internal' else access end`);
  for (const table of ["indicator_baseline", "indicator_target"]) await copy(table);
}
