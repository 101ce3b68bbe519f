import { type Kysely, sql } from "kysely";

/**
 * The plan as a versioned legal text. Identity rows (node, measure, indicator) never change; wording, dates,
 * executors, passports and targets belong to a plan version. A version is in force from its date until the next
 * accepted version's date: the end is read, not stored, so that accepting an amendment changes no earlier row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  create table strategy (
    id uuid primary key default gen_random_uuid(),
    code text not null unique,
    title_uk text not null,
    title_en text not null
  );
  create table plan (
    id uuid primary key default gen_random_uuid(),
    strategy_id uuid references strategy,
    code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
    starts_on date not null,
    ends_on date,
    illustrative boolean not null default false,
    note_uk text,
    note_en text,
    coordinator_agency_id uuid references agency,
    check (ends_on is null or starts_on <= ends_on)
  );
  create table plan_level (
    plan_id uuid not null references plan,
    depth integer not null check (depth > 0),
    key code_text not null,
    role text not null check (role in ('group', 'goal', 'objective')),
    label_uk text not null,
    label_en text not null,
    primary key (plan_id, depth)
  );
  create table plan_version (
    id uuid primary key default gen_random_uuid(),
    plan_id uuid not null references plan,
    no integer not null check (no > 0),
    title_uk text not null,
    title_en text not null,
    act_no text,
    act_on date,
    in_force_from date not null,
    recorded_at timestamptz not null default now(),
    accepted_at timestamptz,
    unique (plan_id, no)
  );
  create unique index plan_version_in_force_uq on plan_version (plan_id, in_force_from)
    where accepted_at is not null;

  create table node (id uuid primary key default gen_random_uuid(), plan_id uuid not null references plan);
  create table measure (id uuid primary key default gen_random_uuid(), plan_id uuid not null references plan);
  create table indicator (
    id uuid primary key default gen_random_uuid(),
    plan_id uuid not null references plan,
    series_of uuid references indicator
  );

  create table node_version (
    plan_version_id uuid not null references plan_version,
    node_id uuid not null references node,
    parent_id uuid,
    depth integer not null check (depth > 0),
    position integer not null,
    code_printed text not null,
    label_printed text,
    title_uk text,
    title_en text,
    weight numeric(30,10) check (weight >= 0),
    access access_level not null default 'public',
    primary key (plan_version_id, node_id),
    foreign key (plan_version_id, parent_id) references node_version (plan_version_id, node_id),
    unique (plan_version_id, code_printed),
    check (title_uk is not null or title_en is not null),
    check ((parent_id is null) = (depth = 1))
  );
  create table node_component (
    plan_version_id uuid not null,
    node_id uuid not null,
    component_code text not null references component,
    primary key (plan_version_id, node_id, component_code),
    foreign key (plan_version_id, node_id) references node_version
  );
  create table measure_version (
    plan_version_id uuid not null references plan_version,
    measure_id uuid not null references measure,
    node_id uuid not null,
    position integer not null,
    code_printed text not null,
    title_uk text,
    title_en text,
    starts_on date,
    due_on date,
    due_text text,
    weight numeric(30,10) check (weight >= 0),
    access access_level not null default 'public',
    joint_rule text not null default 'by_executors' check (joint_rule in ('lead', 'by_executors')),
    funding_kind text check (funding_kind in ('amount', 'not_separately_funded', 'within_budget', 'donor', 'budget_and_donor')),
    note_uk text,
    note_en text,
    primary key (plan_version_id, measure_id),
    foreign key (plan_version_id, node_id) references node_version (plan_version_id, node_id),
    unique (plan_version_id, code_printed),
    check (title_uk is not null or title_en is not null),
    check (starts_on is null or due_on is null or starts_on <= due_on)
  );
  create table measure_executor (
    plan_version_id uuid not null,
    measure_id uuid not null,
    agency_id uuid not null references agency,
    position integer not null,
    role text not null check (role in ('lead', 'co')),
    by_consent boolean not null default false,
    text_printed text,
    primary key (plan_version_id, measure_id, agency_id),
    foreign key (plan_version_id, measure_id) references measure_version
  );
  create unique index measure_executor_one_lead on measure_executor (plan_version_id, measure_id) where role = 'lead';
  -- no row = the plan is silent (blank); kind not_separately_funded = the plan says so
  create table measure_funding (
    id uuid primary key default gen_random_uuid(),
    plan_version_id uuid not null,
    measure_id uuid not null,
    year integer check (year between 1990 and 2100),
    source text,
    programme_code text,
    kind text not null check (kind in ('planned', 'not_separately_funded')),
    planned numeric(30,10),
    unit text references unit (code),
    foreign key (plan_version_id, measure_id) references measure_version,
    check ((kind = 'planned') = (planned is not null)),
    check (planned is null or unit is not null)
  );
  create unique index measure_funding_uq on measure_funding (plan_version_id, measure_id, year, source, programme_code)
    nulls not distinct;
  create table measure_spending (
    id uuid primary key default gen_random_uuid(),
    measure_id uuid not null references measure,
    year integer not null check (year between 1990 and 2100),
    source text not null,
    no integer not null check (no > 0),
    approved numeric(30,10),
    spent numeric(30,10),
    unit text not null references unit (code),
    recorded_at timestamptz not null default now(),
    recorded_by uuid not null references user_account,
    unique (measure_id, year, source, no),
    check (approved is not null or spent is not null)
  );

  create table indicator_version (
    plan_version_id uuid not null references plan_version,
    indicator_id uuid not null references indicator,
    measure_id uuid,
    node_id uuid,
    position integer not null,
    code_printed text not null,
    name_uk text,
    name_en text,
    kind text check (kind in ('context', 'process', 'output', 'outcome')),
    value_type text not null check (value_type in ('number', 'percentage', 'ratio', 'yes_no', 'stages', 'scale')),
    direction text check (direction in ('increase', 'decrease', 'hold')),
    aggregation text check (aggregation in ('flow', 'stock', 'cumulative_entered', 'average', 'maximum', 'ratio_of_sums')),
    unit text references unit (code),
    precision integer not null default 0 check (precision between 0 and 10),
    frequency text not null check (frequency in ('annual', 'half_yearly', 'quarterly', 'monthly')),
    responsible_agency_id uuid references agency,
    weight numeric(30,10) check (weight >= 0),
    access access_level not null default 'public',
    hold_low numeric(30,10),
    hold_high numeric(30,10),
    scale jsonb,
    total_target numeric(30,10),
    carry_forward boolean not null default false,
    data_source text references data_source (code),
    territorial_scope code_text,
    definition_uk text,
    definition_en text,
    numerator_uk text,
    numerator_en text,
    denominator_uk text,
    denominator_en text,
    note_uk text,
    note_en text,
    primary key (plan_version_id, indicator_id),
    foreign key (plan_version_id, measure_id) references measure_version,
    foreign key (plan_version_id, node_id) references node_version (plan_version_id, node_id),
    unique (plan_version_id, code_printed),
    check ((measure_id is null) <> (node_id is null)),
    check (name_uk is not null or name_en is not null),
    check ((hold_low is null) = (hold_high is null) and (hold_low is null or hold_low <= hold_high))
  );
  create table indicator_baseline (
    plan_version_id uuid not null,
    indicator_id uuid not null,
    value numeric(30,10),
    numerator numeric(30,10),
    denominator numeric(30,10),
    stage_no integer check (stage_no >= 0),
    yes_no boolean,
    "on" date,
    year integer,
    basis code_text,
    source text,
    comment_uk text,
    comment_en text,
    primary key (plan_version_id, indicator_id),
    foreign key (plan_version_id, indicator_id) references indicator_version,
    check (num_nonnulls(value, numerator, stage_no, yes_no) <= 1),
    check ((numerator is null) = (denominator is null))
  );
  create table indicator_target (
    id uuid primary key default gen_random_uuid(),
    plan_version_id uuid not null,
    indicator_id uuid not null,
    period_key period_key references period,
    by_on date,
    value numeric(30,10),
    numerator numeric(30,10),
    denominator numeric(30,10),
    stage_no integer check (stage_no >= 0),
    yes_no boolean,
    low numeric(30,10),
    high numeric(30,10),
    text_printed text,
    qualifier text check (qualifier in ('at_least', 'at_most', 'range')),
    basis code_text,
    source text,
    disputed_uk text,
    disputed_en text,
    foreign key (plan_version_id, indicator_id) references indicator_version,
    check (num_nonnulls(value, numerator, stage_no, yes_no, low) = 1),
    check ((numerator is null) = (denominator is null)),
    check ((low is null) = (high is null) and (low is null or low <= high))
  );
  create unique index indicator_target_uq on indicator_target (plan_version_id, indicator_id, period_key, by_on)
    nulls not distinct;
  create table indicator_profile (
    plan_version_id uuid not null,
    indicator_id uuid not null,
    q1 numeric(30,10) not null check (q1 >= 0),
    q2 numeric(30,10) not null check (q2 >= 0),
    q3 numeric(30,10) not null check (q3 >= 0),
    q4 numeric(30,10) not null check (q4 >= 0),
    primary key (plan_version_id, indicator_id),
    foreign key (plan_version_id, indicator_id) references indicator_version,
    check (q1 + q2 + q3 + q4 = 1)
  );
  create table indicator_reporter (
    plan_version_id uuid not null,
    indicator_id uuid not null,
    agency_id uuid not null references agency,
    position integer not null,
    primary key (plan_version_id, indicator_id, agency_id),
    foreign key (plan_version_id, indicator_id) references indicator_version
  );
  create table indicator_stage (
    plan_version_id uuid not null,
    indicator_id uuid not null,
    no integer not null check (no > 0),
    code text not null,
    label_uk text,
    label_en text,
    weight numeric(30,10) check (weight >= 0),
    primary key (plan_version_id, indicator_id, no),
    foreign key (plan_version_id, indicator_id) references indicator_version
  );
  create table crossref (
    id uuid primary key default gen_random_uuid(),
    measure_id uuid not null references measure,
    system text not null,
    act text,
    code text not null,
    link text,
    unique (measure_id, system, code)
  );
  `).execute(db);
}
