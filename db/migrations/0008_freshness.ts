import { type Kysely, sql } from "kysely";

/**
 * What lets a server keep figures and pages in memory without ever showing an older one. The head of the audit chain is a
 * digest of every recorded row; rows that pages read and the audit does not record are counted here, a number more for each
 * transaction that changed any. Both are written at commit under the chain's lock, so whoever sees a change sees its mark.
 */

/** Read by pages, not audited: the list of who owes what can be made anew from the facts, the others are vocabularies. */
const COUNTED = [
  "obligation", "unit", "data_source", "component", "period", "non_working_day", "dimension_item", "breakdown", "breakdown_item",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  -- the newest entry about a row: acts that leave none (an export, a signing in) change no figure
  create index audit_entry_newest_row_ix on audit_entry (seq desc) where row_table is not null;

  create table change_count (
    id boolean primary key default true check (id),
    no bigint not null
  );
  insert into change_count (no) values (0);

  create function count_change() returns trigger
  language plpgsql as $$
  declare
    this_transaction text := pg_current_xact_id()::text;
  begin
    if current_setting('app.counted', true) is distinct from this_transaction then
      perform pg_advisory_xact_lock(4713, 1);
      insert into change_count (no) values (1) on conflict (id) do update set no = change_count.no + 1;
      perform set_config('app.counted', this_transaction, true);
    end if;
    return null;
  end $$;

  -- what a plan is made of is looked for by its plan
  create index node_plan_ix on node (plan_id);
  create index measure_plan_ix on measure (plan_id);
  create index indicator_plan_ix on indicator (plan_id);
  create index measure_claim_cycle_ix on measure_claim (cycle_id);
  create index disruption_scope_version_ix on disruption_scope (disruption_id, no);

  -- whether anything lies ahead of a moment is seen at the end of these; the other tables are short
  create index measurement_version_recorded_ix on measurement_version (recorded_at);
  create index verification_recorded_ix on verification (recorded_at);
  create index submission_submitted_ix on submission (submitted_at);
  create index evidence_recorded_ix on evidence (recorded_at);
  `).execute(db);

  for (const table of COUNTED) {
    await sql.raw(`
      create constraint trigger ${table}_count after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function count_change();
    `).execute(db);
  }
}
