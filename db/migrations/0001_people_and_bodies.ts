import { type Kysely, sql } from "kysely";

/**
 * Installation stamp, shared vocabularies, agencies, accounts and sessions.
 * Identity (agency, user_account) is apart from wording and from the ways to prove it (user_identity), so that
 * single sign-on adds rows, not columns.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);

  await sql.raw(`
  create domain agency_code as text check (value ~ '^[A-Z][A-Z0-9_]{1,15}$');
  create domain code_text as text check (value ~ '^[a-z0-9_]{1,40}$');
  create domain access_level as text check (value in ('public', 'internal', 'restricted'));
  create domain language_code as text check (value in ('uk', 'en'));
  create domain sha256_hex as text check (value ~ '^[0-9a-f]{64}$');
  create domain period_key as text
    check (value ~ '^[0-9]{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$');

  create table installation (
    id boolean primary key default true check (id),
    kind text not null check (kind in ('demo', 'production')),
    signing_secret text not null check (length(signing_secret) >= 43),
    setup_code_hash sha256_hex,
    created_at timestamptz not null default now()
  );

  create table setting (
    key code_text primary key,
    value jsonb not null,
    recorded_at timestamptz not null default now(),
    recorded_by uuid
  );

  -- content by digest: texts and files live here, facts point to them; a lawful purge empties the body
  create table content (
    digest sha256_hex primary key,
    body bytea,
    media_type text not null,
    size_bytes integer not null check (size_bytes >= 0),
    recorded_at timestamptz not null default now(),
    purge_id uuid,
    check ((body is null) = (purge_id is not null)),
    check (body is null or (encode(sha256(body), 'hex') = digest and octet_length(body) = size_bytes))
  );

  create table unit (code code_text primary key, name_uk text not null, name_en text not null);
  create table data_source (code text primary key, name_uk text not null, name_en text not null, url text);
  create table component (
    code text primary key,
    kind text not null check (kind in ('eibm_component', 'ibm_pillar')),
    position integer not null,
    name_uk text not null,
    name_en text not null
  );
  create table period (
    key period_key primary key,
    kind text not null check (kind in ('year', 'half', 'quarter', 'month')),
    starts_on date not null,
    ends_on date not null,
    check (starts_on <= ends_on)
  );
  create table non_working_day (day date primary key, name_uk text not null, name_en text not null);

  create table dimension_item (
    id uuid primary key default gen_random_uuid(),
    dimension code_text not null,
    code text not null,
    parent_id uuid references dimension_item,
    name_uk text not null,
    name_en text not null,
    from_on date,
    to_on date,
    unique (dimension, code)
  );
  create table breakdown (
    id uuid primary key default gen_random_uuid(),
    key text not null unique
  );
  create table breakdown_item (
    breakdown_id uuid not null references breakdown,
    dimension_item_id uuid not null references dimension_item,
    primary key (breakdown_id, dimension_item_id)
  );

  create table agency (
    id uuid primary key default gen_random_uuid(),
    code agency_code not null unique,
    kind code_text not null,
    by_consent boolean not null default false,
    can_lead boolean not null default true,
    needs_approval boolean not null default false
  );
  create table agency_name (
    agency_id uuid not null references agency,
    from_on date not null default '1991-08-24',
    to_on date,
    name_uk text not null,
    name_en text not null,
    abbr_uk text not null,
    abbr_en text not null,
    primary key (agency_id, from_on)
  );
  create table agency_alias (
    id uuid primary key default gen_random_uuid(),
    agency_id uuid not null references agency,
    alias text not null,
    alias_norm text not null,
    from_on date,
    to_on date
  );
  create unique index agency_alias_uq on agency_alias (alias_norm, agency_id, from_on) nulls not distinct;
  create table agency_succession (
    from_agency_id uuid not null references agency,
    to_agency_id uuid not null references agency,
    "on" date not null,
    primary key (from_agency_id, to_agency_id, "on")
  );

  create table user_account (
    id uuid primary key default gen_random_uuid(),
    login text not null,
    email text,
    name_uk text not null,
    name_en text not null,
    language language_code not null default 'uk',
    ceiling access_level not null default 'internal',
    ends_on date,
    created_at timestamptz not null default now(),
    created_by uuid references user_account
  );
  create unique index user_account_login_uq on user_account (lower(login));
  create table user_identity (
    user_id uuid not null references user_account,
    provider code_text not null,
    subject text not null,
    linked_at timestamptz not null default now(),
    primary key (provider, subject)
  );
  create table password_credential (
    user_id uuid primary key references user_account,
    hash text not null check (hash like '$argon2id$%'),
    must_change boolean not null default false,
    changed_at timestamptz not null default now()
  );
  create table reset_link (
    token_hash sha256_hex primary key,
    user_id uuid not null references user_account,
    created_at timestamptz not null default now(),
    created_by uuid references user_account,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create table role_grant (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references user_account,
    role code_text not null check (role in ('focal_point', 'agency_approver', 'coordinator', 'evaluator',
      'leadership', 'reader', 'security_administrator', 'administrator')),
    agency_id uuid references agency,
    from_at timestamptz not null default now(),
    to_at timestamptz,
    granted_by uuid references user_account,
    ended_by uuid references user_account,
    check (to_at is null or to_at >= from_at),
    check (role not in ('focal_point', 'agency_approver') or agency_id is not null)
  );
  create unique index role_grant_open_uq on role_grant (user_id, role, agency_id) nulls not distinct
    where to_at is null;

  create table session (
    token_hash sha256_hex primary key,
    user_id uuid not null references user_account,
    device_hash sha256_hex not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    network text
  );
  create index session_user_ix on session (user_id);
  create table known_device (
    user_id uuid not null references user_account,
    device_hash sha256_hex not null,
    seen_at timestamptz not null default now(),
    primary key (user_id, device_hash)
  );
  create table sign_in_throttle (
    key text primary key,
    failures integer not null check (failures >= 0),
    last_failed_at timestamptz not null,
    blocked_until timestamptz
  );
  -- what was typed into a form whose post could not be taken (expired session, change of language): one hour
  create table kept_post (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references user_account,
    path text not null,
    fields jsonb not null,
    kept_at timestamptz not null,
    expires_at timestamptz not null
  );
  create table idempotency (
    user_id uuid not null references user_account,
    key text not null,
    path text not null,
    fingerprint sha256_hex not null,
    location text,
    started_at timestamptz not null,
    primary key (user_id, key)
  );
  create table outbox (
    id uuid primary key default gen_random_uuid(),
    kind code_text not null,
    user_id uuid references user_account,
    subject jsonb not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz
  );
  create table method_version (
    no integer primary key check (no > 0),
    thresholds jsonb not null,
    bands jsonb not null,
    in_force_from date not null,
    decision_ref text,
    recorded_at timestamptz not null default now()
  );
  `).execute(db);
}
