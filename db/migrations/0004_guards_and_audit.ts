import { type Kysely, sql } from "kysely";

/**
 * The database as guard: facts are added, never changed; nobody verifies what they wrote or submitted; every row of
 * a fact table leaves an entry in a hash chain. The chain holds digests only, so that content can be purged under an
 * act without breaking it. Entries are written by triggers that run at commit, which keeps the chain's lock the last
 * lock a transaction takes. New columns on audited tables must be nullable: a row digest leaves nulls out.
 */

/** table → its key columns, columns left out of the digest, columns that may be set once (null → value), or "mutable" */
const AUDITED: Record<string, { key: string; omit?: string; once?: string; mutable?: true }> = {
  agency: { key: "id", mutable: true },
  agency_name: { key: "agency_id,from_on", once: "to_on" },
  agency_alias: { key: "id", once: "to_on" },
  agency_succession: { key: "from_agency_id,to_agency_id,on" },
  user_account: { key: "id", mutable: true },
  user_identity: { key: "provider,subject", mutable: true },
  password_credential: { key: "user_id", omit: "hash", mutable: true },
  reset_link: { key: "token_hash", once: "used_at" },
  role_grant: { key: "id", once: "to_at,ended_by" },
  setting: { key: "key", mutable: true },
  method_version: { key: "no" },
  content: { key: "digest", omit: "body" },
  strategy: { key: "id" },
  plan: { key: "id" },
  plan_level: { key: "plan_id,depth" },
  plan_version: { key: "id", once: "accepted_at" },
  node: { key: "id" },
  measure: { key: "id" },
  indicator: { key: "id" },
  node_version: { key: "plan_version_id,node_id" },
  node_component: { key: "plan_version_id,node_id,component_code" },
  measure_version: { key: "plan_version_id,measure_id" },
  measure_executor: { key: "plan_version_id,measure_id,agency_id" },
  measure_funding: { key: "id" },
  measure_spending: { key: "id" },
  indicator_version: { key: "plan_version_id,indicator_id" },
  indicator_baseline: { key: "plan_version_id,indicator_id" },
  indicator_target: { key: "id" },
  indicator_profile: { key: "plan_version_id,indicator_id" },
  indicator_reporter: { key: "plan_version_id,indicator_id,agency_id" },
  indicator_stage: { key: "plan_version_id,indicator_id,no" },
  crossref: { key: "id" },
  cycle: { key: "id", mutable: true },
  measurement: { key: "id" },
  measurement_version: { key: "measurement_id,no" },
  submission: { key: "id" },
  submission_item: { key: "submission_id,measurement_id,no" },
  verification: { key: "measurement_id,no,seq" },
  evidence: { key: "id" },
  discrepancy: { key: "id" },
  disruption: { key: "id" },
  disruption_version: { key: "disruption_id,no" },
  disruption_scope: { key: "id" },
  purge: { key: "id", once: "confirmed_by,confirmed_at" },
};

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  create table audit_entry (
    seq bigint primary key check (seq > 0),
    at timestamptz not null,
    actor_id uuid,
    action code_text not null,
    row_table text,
    row_key text,
    row_digest sha256_hex,
    detail jsonb,
    prev_hash sha256_hex not null,
    hash sha256_hex not null
  );
  create index audit_entry_row_ix on audit_entry (row_table, row_key, seq desc);
  create index audit_entry_actor_ix on audit_entry (actor_id, seq desc);

  create function audit_row_key(data jsonb, key_columns text) returns text
  language sql immutable as $$
    select jsonb_object_agg(column_name, data -> column_name)::text
    from unnest(string_to_array(key_columns, ',')) as column_name
  $$;

  create function audit_row_digest(data jsonb, omitted text) returns text
  language sql immutable as $$
    select encode(sha256(convert_to(
      (jsonb_strip_nulls(data) - string_to_array(coalesce(omitted, ''), ','))::text, 'UTF8')), 'hex')
  $$;

  create function audit_hash(prev text, seq bigint, at timestamptz, actor uuid, action text,
    row_table text, row_key text, row_digest text, detail jsonb) returns text
  language sql stable as $$
    select encode(sha256(convert_to(jsonb_build_array(
      prev, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action,
      row_table, row_key, row_digest, detail)::text, 'UTF8')), 'hex')
  $$;

  create function audit_append(act text, tbl text, key text, digest text, info jsonb) returns void
  language plpgsql as $$
  declare
    last_seq bigint;
    last_hash text;
    moment timestamptz;
    who uuid;
  begin
    perform pg_advisory_xact_lock(4713, 1);
    select seq, hash into last_seq, last_hash from audit_entry order by seq desc limit 1;
    last_seq := coalesce(last_seq, 0);
    last_hash := coalesce(last_hash, repeat('0', 64));
    moment := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
    who := nullif(current_setting('app.actor', true), '')::uuid;
    insert into audit_entry (seq, at, actor_id, action, row_table, row_key, row_digest, detail, prev_hash, hash)
    values (last_seq + 1, moment, who, act, tbl, key, digest, info, last_hash,
      audit_hash(last_hash, last_seq + 1, moment, who, act, tbl, key, digest, info));
  end $$;

  create function audit_row() returns trigger
  language plpgsql set timezone = 'UTC' as $$
  declare
    data jsonb := to_jsonb(new);
  begin
    perform audit_append(
      coalesce(nullif(current_setting('app.action', true), ''), lower(tg_op)),
      tg_table_name, audit_row_key(data, tg_argv[0]), audit_row_digest(data, tg_argv[1]), null);
    return null;
  end $$;

  create function forbid_change() returns trigger
  language plpgsql as $$
  declare
    once text[] := string_to_array(coalesce(tg_argv[0], ''), ',');
    col text;
  begin
    if tg_op = 'UPDATE' and (to_jsonb(new) - once) = (to_jsonb(old) - once) then
      foreach col in array once loop
        if to_jsonb(old) ->> col is not null and to_jsonb(old) -> col <> to_jsonb(new) -> col then
          raise exception 'append_only: % of % is set once', col, tg_table_name using errcode = 'IB001';
        end if;
      end loop;
      return new;
    end if;
    raise exception 'append_only: rows of % are added, never changed or deleted', tg_table_name using errcode = 'IB001';
  end $$;

  create function forbid_delete() returns trigger
  language plpgsql as $$
  begin
    raise exception 'append_only: rows of % are not deleted', tg_table_name using errcode = 'IB001';
  end $$;

  -- the one change content knows: its body is emptied under a purge confirmed by a second person
  create function guard_content() returns trigger
  language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and new.digest = old.digest and new.media_type = old.media_type
      and new.size_bytes = old.size_bytes and new.recorded_at = old.recorded_at
      and new.body is null and old.purge_id is null
      and exists (select from purge p where p.id = new.purge_id and p.digest = old.digest and p.confirmed_at is not null)
    then
      return new;
    end if;
    raise exception 'append_only: content is emptied only by a confirmed purge' using errcode = 'IB001';
  end $$;
  create trigger content_guard before update or delete on content for each row execute function guard_content();

  create function guard_four_eyes() returns trigger
  language plpgsql as $$
  begin
    if exists (select from measurement_version v
        where v.measurement_id = new.measurement_id and v.no = new.no and v.author_id = new.by_id)
      or exists (select from submission_item i join submission s on s.id = i.submission_id
        where i.measurement_id = new.measurement_id and i.no = new.no and s.submitted_by = new.by_id)
    then
      raise exception 'four_eyes: nobody verifies their own submission' using errcode = 'IB002';
    end if;
    return new;
  end $$;
  create trigger verification_four_eyes before insert on verification
    for each row execute function guard_four_eyes();

  create trigger audit_entry_guard before update or delete on audit_entry
    for each row execute function forbid_change();
  `).execute(db);

  for (const [table, rule] of Object.entries(AUDITED)) {
    const guard = rule.mutable
      ? `create trigger ${table}_guard before delete on ${table} for each row execute function forbid_delete();`
      : `create trigger ${table}_guard before update or delete on ${table}
           for each row execute function forbid_change('${rule.once ?? ""}');`;
    await sql.raw(`
      ${table === "content" ? "" : guard}
      create constraint trigger ${table}_audit after insert or update on ${table}
        deferrable initially deferred for each row execute function audit_row('${rule.key}', '${rule.omit ?? ""}');
    `).execute(db);
  }
}
