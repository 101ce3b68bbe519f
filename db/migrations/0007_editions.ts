import { type Kysely, sql } from "kysely";
import { appendOnly } from "../append-only";

/**
 * Editions: frozen readings. One person prepares (figures, cut-off, hash of exactly the input, the challenge sheet as it
 * stood), another releases. A later correction is a new edition; nothing of an earlier one changes. The pages of the
 * public site are drawn from released rows and may be drawn again (after a purge), so they lie outside the audit.
 */

/** table → its key columns */
const AUDITED: Record<string, string> = { edition_preparation: "id", edition: "id" };

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  create table edition_preparation (
    id uuid primary key default gen_random_uuid(),
    plan_id uuid not null references plan,
    period_key period_key not null references period,
    -- what is for official use alone is in no edition
    ceiling access_level not null check (ceiling <> 'restricted'),
    basis code_text not null check (basis in ('in_force_on_1_january', 'current', 'as_first_adopted')),
    plan_version_id uuid not null references plan_version,
    method_no integer not null references method_version,
    -- the cut-off: what was recorded later does not enter, whenever the edition is released
    known_at timestamptz not null,
    input_hash sha256_hex not null,
    figures jsonb not null,
    challenges jsonb not null,
    note_uk_digest sha256_hex references content,
    note_en_digest sha256_hex references content,
    prepared_by uuid not null references user_account,
    idem_key text not null,
    recorded_at timestamptz not null default now(),
    unique (prepared_by, idem_key),
    check (known_at <= recorded_at)
  );
  create index edition_preparation_plan_ix on edition_preparation (plan_id, period_key, recorded_at desc);

  create table edition (
    id uuid primary key references edition_preparation,
    plan_id uuid not null references plan,
    period_key period_key not null references period,
    ceiling access_level not null,
    no integer not null check (no > 0),
    code text not null unique check (code ~ '^[A-Z0-9]{3}-[0-9]{3}$'),
    -- what changed since the edition before; null = the first
    changes jsonb,
    audit_seq bigint not null,
    audit_head sha256_hex not null,
    released_by uuid not null references user_account,
    released_at timestamptz not null default now(),
    unique (plan_id, period_key, ceiling, no)
  );
  create index edition_released_ix on edition (released_at desc);

  create function guard_release() returns trigger
  language plpgsql as $$
  begin
    if exists (select from edition_preparation p where p.id = new.id and p.prepared_by = new.released_by) then
      raise exception 'four_eyes: an edition is released by another person than its preparer' using errcode = 'IB004';
    end if;
    if not exists (select from edition_preparation p where p.id = new.id
      and p.plan_id = new.plan_id and p.period_key = new.period_key and p.ceiling = new.ceiling)
    then
      raise exception 'an edition is of what was prepared' using errcode = 'IB004';
    end if;
    return new;
  end $$;
  create trigger edition_release before insert on edition for each row execute function guard_release();

  create table edition_page (
    edition_id uuid not null references edition,
    -- below /public, without a leading slash
    address text not null,
    -- number of the page, the same in each language and for the files taken from it: with the edition's code it is the
    -- short code of the page; 0 = the list of digests
    position integer not null,
    media_type text not null,
    etag text not null,
    plain_size integer not null,
    -- compressed with gzip
    body bytea not null,
    primary key (edition_id, address)
  );
  create unique index edition_page_address_uq on edition_page (address);
  create index edition_page_position_ix on edition_page (edition_id, position);
  `).execute(db);

  await appendOnly(db, AUDITED);
}
