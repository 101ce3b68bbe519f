import { type Kysely, sql } from "kysely";

/**
 * The reporting cycle. A measurement is keyed by what it is about; what was said of it are versions, and what was
 * decided about a version are verifications: rows are added, never changed. Two writers of the same version number,
 * or two deciders of the same sequence number, collide on a key, and the later one is shown a conflict.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  create table cycle (
    id uuid primary key default gen_random_uuid(),
    plan_id uuid not null references plan,
    period_key period_key not null references period,
    kind text not null check (kind in ('annual', 'half_yearly', 'quarterly', 'custom')),
    opens_on date not null,
    due_on date not null,
    grace_days integer not null default 0 check (grace_days >= 0),
    review_until date,
    consolidate_by date,
    recorded_at timestamptz not null default now(),
    unique (plan_id, period_key, kind),
    check (opens_on <= due_on)
  );
  -- the only mutable fact: a list of who owes what, rebuildable from the plan, the cycle and the facts below
  create table obligation (
    id uuid primary key default gen_random_uuid(),
    cycle_id uuid not null references cycle,
    indicator_id uuid not null references indicator,
    agency_id uuid not null references agency,
    period_key period_key not null references period,
    plan_version_id uuid not null references plan_version,
    due_on date not null,
    excluded_reason code_text,
    state text not null default 'open' check (state in ('open', 'awaiting_approval', 'submitted', 'returned', 'verified', 'excluded')),
    updated_at timestamptz not null default now(),
    unique (cycle_id, indicator_id, agency_id, period_key),
    check ((state = 'excluded') = (excluded_reason is not null))
  );
  create index obligation_agency_ix on obligation (agency_id, state);
  create index obligation_indicator_ix on obligation (indicator_id, agency_id, period_key);

  create table measurement (
    id uuid primary key default gen_random_uuid(),
    indicator_id uuid not null references indicator,
    agency_id uuid not null references agency,
    period_key period_key not null references period,
    breakdown_id uuid not null references breakdown,
    unique (indicator_id, agency_id, period_key, breakdown_id)
  );
  create table measurement_version (
    measurement_id uuid not null references measurement,
    no integer not null check (no > 0),
    base_no integer,
    kind text not null check (kind in ('number', 'parts', 'share', 'stage', 'scale', 'yes_no', 'missing')),
    value numeric(30,10),
    numerator numeric(30,10),
    denominator numeric(30,10),
    stage_no integer check (stage_no >= 0),
    scale_position integer check (scale_position > 0),
    yes_no boolean,
    reason_code code_text check (reason_code in ('not_reported', 'dash_unclear', 'no_data', 'not_collected', 'lost',
      'not_applicable', 'cannot_exist', 'suspended', 'restricted')),
    qualifier text check (qualifier in ('at_least')),
    observed_on date,
    source text,
    unchanged_since date,
    narrative_digest sha256_hex references content,
    comment_digest sha256_hex references content,
    correction_reason_digest sha256_hex references content,
    reference_digest sha256_hex references content,
    obstacle code_text check (obstacle in ('money', 'law', 'procurement', 'security', 'coordination', 'staff', 'partner', 'other')),
    will_meet text check (will_meet in ('yes', 'doubtful', 'no')),
    access access_level not null default 'public',
    author_id uuid not null references user_account,
    idem_key text not null,
    recorded_at timestamptz not null default now(),
    primary key (measurement_id, no),
    unique (author_id, idem_key),
    foreign key (measurement_id, base_no) references measurement_version (measurement_id, no),
    check (no = coalesce(base_no, 0) + 1),
    check ((kind in ('number', 'share')) = (value is not null)),
    check ((kind = 'parts') = (numerator is not null) and (kind = 'parts') = (denominator is not null)),
    check ((kind = 'stage') = (stage_no is not null)),
    check ((kind = 'scale') = (scale_position is not null)),
    check ((kind = 'yes_no') = (yes_no is not null)),
    check ((kind = 'missing') = (reason_code is not null))
  );
  create table submission (
    id uuid primary key default gen_random_uuid(),
    cycle_id uuid not null references cycle,
    agency_id uuid not null references agency,
    no integer not null check (no > 0),
    receipt_no text not null unique,
    submitted_at timestamptz not null default now(),
    submitted_by uuid not null references user_account,
    receipt_hash sha256_hex not null,
    letter_out_no text,
    letter_out_on date,
    letter_in_no text,
    letter_in_on date,
    signatory text,
    unique (cycle_id, agency_id, no)
  );
  create table submission_item (
    submission_id uuid not null references submission,
    measurement_id uuid not null,
    no integer not null,
    primary key (submission_id, measurement_id, no),
    foreign key (measurement_id, no) references measurement_version,
    unique (measurement_id, no)
  );
  create table verification (
    measurement_id uuid not null,
    no integer not null,
    seq integer not null check (seq > 0),
    decision text not null check (decision in ('accepted', 'returned', 'withdrawn')),
    reason_digest sha256_hex references content,
    by_id uuid not null references user_account,
    recorded_at timestamptz not null default now(),
    primary key (measurement_id, no, seq),
    foreign key (measurement_id, no) references measurement_version,
    check (decision = 'accepted' or reason_digest is not null)
  );
  create table evidence (
    id uuid primary key default gen_random_uuid(),
    measurement_id uuid not null,
    no integer not null,
    kind text not null check (kind in ('link', 'document', 'file')),
    url text check (url ~ '^https?://'),
    title_digest sha256_hex references content,
    file_digest sha256_hex references content,
    access access_level not null default 'public',
    personal_data boolean not null default false,
    declared_unrestricted boolean not null,
    recorded_at timestamptz not null default now(),
    recorded_by uuid not null references user_account,
    foreign key (measurement_id, no) references measurement_version,
    check ((kind = 'link') = (url is not null)),
    check ((kind = 'file') = (file_digest is not null)),
    check (kind = 'link' or title_digest is not null)
  );
  create index evidence_measurement_ix on evidence (measurement_id, no);
  -- two bodies giving different values for one fact; the deciding source is named
  create table discrepancy (
    id uuid primary key default gen_random_uuid(),
    indicator_id uuid not null references indicator,
    period_key period_key not null references period,
    measurement_id uuid not null references measurement,
    other_source text not null,
    other_value text not null,
    deciding_agency_id uuid references agency,
    note_digest sha256_hex references content,
    recorded_at timestamptz not null default now(),
    recorded_by uuid not null references user_account
  );

  create table disruption (id uuid primary key default gen_random_uuid());
  create table disruption_version (
    disruption_id uuid not null references disruption,
    no integer not null check (no > 0),
    what_uk text,
    what_en text,
    legal_basis text,
    from_on date not null,
    to_on date,
    withdrawn boolean not null default false,
    recorded_at timestamptz not null default now(),
    recorded_by uuid references user_account,
    primary key (disruption_id, no),
    check (what_uk is not null or what_en is not null),
    check (to_on is null or from_on <= to_on)
  );
  create table disruption_scope (
    id uuid primary key default gen_random_uuid(),
    disruption_id uuid not null,
    no integer not null,
    territory_id uuid references dimension_item,
    agency_id uuid references agency,
    node_id uuid references node,
    measure_id uuid references measure,
    indicator_id uuid references indicator,
    effect text not null check (effect in ('waive', 'pause', 'gap', 'break', 'target')),
    foreign key (disruption_id, no) references disruption_version,
    check (num_nonnulls(territory_id, agency_id, node_id, measure_id, indicator_id) = 1)
  );

  -- mutable, outside audit and roll-up
  create table draft (
    user_id uuid not null references user_account,
    obligation_id uuid not null references obligation,
    body jsonb not null,
    base_no integer,
    updated_at timestamptz not null default now(),
    primary key (user_id, obligation_id)
  );

  create table purge (
    id uuid primary key default gen_random_uuid(),
    digest sha256_hex not null references content,
    act_no text not null,
    act_on date not null,
    requested_by uuid not null references user_account,
    requested_at timestamptz not null default now(),
    confirmed_by uuid references user_account,
    confirmed_at timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_by is null or confirmed_by <> requested_by)
  );
  create unique index purge_open_uq on purge (digest) where confirmed_at is null;
  alter table content add foreign key (purge_id) references purge deferrable initially deferred;
  `).execute(db);
}
