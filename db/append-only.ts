import { type Kysely, sql } from "kysely";

/**
 * Guards of tables whose rows are added and never changed: refused changes and truncation, an audit entry at commit.
 * Frozen like the migrations that call it. `tables`: table → its key columns.
 */
export async function appendOnly(db: Kysely<unknown>, tables: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, key] of Object.entries(tables)) {
    await sql.raw(`
      create trigger ${table}_guard before update or delete on ${table} for each row execute function forbid_change('');
      create constraint trigger ${table}_audit after insert or update on ${table}
        deferrable initially deferred for each row execute function audit_row('${key}', '');
      create trigger ${table}_truncation before truncate on ${table} for each statement execute function forbid_truncation();
    `).execute(db);
  }
}
