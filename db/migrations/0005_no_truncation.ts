import { type Kysely, sql } from "kysely";

/**
 * Emptying a table at one stroke passes by guards that look at rows. Every table that is audited, and the chain itself,
 * refuses it as it refuses a deleted row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  create function forbid_truncation() returns trigger
  language plpgsql as $$
  begin
    raise exception 'append_only: rows of % are not deleted', tg_table_name using errcode = 'IB001';
  end $$;
  `).execute(db);
  const { rows } = await sql<{ name: string }>`
    select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'audit_row' and c.relnamespace = current_schema::regnamespace order by 1`.execute(db);
  for (const name of [...rows.map((row) => row.name), "audit_entry"]) {
    await sql.raw(`create trigger ${name}_truncation before truncate on ${name} for each statement execute function forbid_truncation()`).execute(db);
  }
}
