import { type Kysely, sql } from "kysely";
import { appendOnly } from "../append-only";

/**
 * Evaluation: what the lead says of the whole measure, what an evaluator judges of each executor's part, what the body
 * replies. Rows are added, never changed: a verdict is a draft first, the body has its right of reply, then a final row
 * says the same. Nobody judges a measure their own body leads or is obliged to execute, and nobody answers themselves.
 */

/** table → its key columns */
const AUDITED: Record<string, string> = {
  measure_claim: "id",
  verdict: "id",
  verdict_basis: "verdict_id,measurement_id,no",
  verdict_source: "id",
  verdict_reply: "id",
};

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
  create table measure_claim (
    id uuid primary key default gen_random_uuid(),
    measure_id uuid not null references measure,
    cycle_id uuid not null references cycle,
    agency_id uuid not null references agency,
    seq integer not null check (seq > 0),
    status code_text not null check (status in ('not_started', 'in_progress', 'partially_implemented', 'implemented', 'not_implemented')),
    document_no text,
    document_on date,
    narrative_digest sha256_hex references content,
    author_id uuid not null references user_account,
    idem_key text not null,
    recorded_at timestamptz not null default now(),
    unique (measure_id, cycle_id, agency_id, seq),
    unique (author_id, idem_key),
    check (document_on is null or document_no is not null)
  );

  create table verdict (
    id uuid primary key default gen_random_uuid(),
    measure_id uuid not null references measure,
    cycle_id uuid not null references cycle,
    agency_id uuid not null references agency,
    seq integer not null check (seq > 0),
    stage text not null check (stage in ('draft', 'final')),
    -- the draft a final verdict makes final
    draft_id uuid references verdict,
    status code_text not null check (status in ('not_started', 'in_progress', 'partially_implemented', 'implemented',
      'not_implemented', 'suspended', 'cannot_be_assessed', 'no_longer_relevant')),
    suggested code_text check (suggested in ('not_started', 'in_progress', 'partially_implemented', 'implemented',
      'not_implemented', 'suspended', 'cannot_be_assessed', 'no_longer_relevant')),
    differs_reason_digest sha256_hex references content,
    text_digest sha256_hex references content,
    evidence_grade code_text not null check (evidence_grade in ('document_seen', 'independent_source', 'own_visit', 'reported_only', 'none')),
    legal_basis text,
    from_on date,
    to_on date,
    amendment_id uuid references plan_version,
    method_no integer not null references method_version,
    -- the agency has until the end of this day to comment
    reply_until date not null,
    evaluator_id uuid not null references user_account,
    idem_key text not null,
    recorded_at timestamptz not null default now(),
    unique (measure_id, cycle_id, agency_id, seq),
    unique (evaluator_id, idem_key, agency_id),
    check ((stage = 'final') = (draft_id is not null)),
    check (suggested is null or suggested = status or differs_reason_digest is not null),
    check (status <> 'suspended' or (legal_basis is not null and from_on is not null)),
    check (status <> 'cannot_be_assessed' or text_digest is not null),
    check (status <> 'no_longer_relevant' or amendment_id is not null),
    check (to_on is null or from_on <= to_on)
  );
  -- a draft becomes final once
  create unique index verdict_draft_uq on verdict (draft_id) where draft_id is not null;
  create index verdict_cycle_ix on verdict (cycle_id, measure_id);
  create table verdict_basis (
    verdict_id uuid not null references verdict,
    measurement_id uuid not null,
    no integer not null,
    primary key (verdict_id, measurement_id, no),
    foreign key (measurement_id, no) references measurement_version
  );
  create table verdict_source (
    id uuid primary key default gen_random_uuid(),
    verdict_id uuid not null references verdict,
    kind text not null check (kind in ('link', 'document', 'visit')),
    url text check (url ~ '^https?://'),
    title_digest sha256_hex references content,
    seen_on date,
    check ((kind = 'link') = (url is not null)),
    check (kind = 'link' or title_digest is not null)
  );
  create index verdict_source_ix on verdict_source (verdict_id);
  create table verdict_reply (
    id uuid primary key default gen_random_uuid(),
    verdict_id uuid not null unique references verdict,
    agency_id uuid not null references agency,
    agreed boolean not null,
    text_digest sha256_hex references content,
    by_id uuid not null references user_account,
    recorded_at timestamptz not null default now(),
    check (agreed or text_digest is not null)
  );

  create function guard_own_body() returns trigger
  language plpgsql as $$
  begin
    if exists (
      select from role_grant g
      where g.user_id = new.evaluator_id and g.from_at <= new.recorded_at and (g.to_at is null or g.to_at > new.recorded_at)
        and (g.agency_id = new.agency_id or exists (
          select from measure_executor e
          join plan_version v on v.id = e.plan_version_id and v.accepted_at <= new.recorded_at
          where e.agency_id = g.agency_id and e.measure_id = new.measure_id and not e.by_consent
            -- by the last version that has the measure: one that an amendment took out has executors still
            and not exists (select from measure_version m join plan_version later on later.id = m.plan_version_id
              where m.measure_id = new.measure_id and later.plan_id = v.plan_id and later.accepted_at <= new.recorded_at and later.no > v.no)))
    ) then
      raise exception 'four_eyes: nobody judges a measure their own body executes' using errcode = 'IB003';
    end if;
    return new;
  end $$;
  create trigger verdict_own_body before insert on verdict for each row execute function guard_own_body();

  -- a final verdict says what its draft said, after the body has answered or its last day is over
  create function guard_final_verdict() returns trigger
  language plpgsql as $$
  begin
    if new.stage = 'final' and not exists (
      select from verdict d where d.id = new.draft_id and d.stage = 'draft' and d.seq = new.seq - 1
        and d.measure_id = new.measure_id and d.cycle_id = new.cycle_id and d.agency_id = new.agency_id
        and d.status = new.status and d.suggested is not distinct from new.suggested
        and d.evidence_grade = new.evidence_grade and d.text_digest is not distinct from new.text_digest
        and d.differs_reason_digest is not distinct from new.differs_reason_digest
        and d.legal_basis is not distinct from new.legal_basis and d.from_on is not distinct from new.from_on
        and d.to_on is not distinct from new.to_on and d.amendment_id is not distinct from new.amendment_id
        and ((new.recorded_at at time zone 'Europe/Kyiv')::date > d.reply_until
          or exists (select from verdict_reply r where r.verdict_id = d.id and r.recorded_at <= new.recorded_at))
    ) then
      raise exception 'a final verdict repeats the draft the body has seen' using errcode = 'IB005';
    end if;
    return new;
  end $$;
  create trigger verdict_final before insert on verdict for each row execute function guard_final_verdict();

  create function guard_reply() returns trigger
  language plpgsql as $$
  begin
    if exists (select from verdict v where v.id = new.verdict_id
      and (v.evaluator_id = new.by_id or v.agency_id <> new.agency_id or v.stage <> 'draft'))
    then
      raise exception 'four_eyes: a draft is answered by the body it judges' using errcode = 'IB003';
    end if;
    if exists (select from verdict v join verdict later using (measure_id, cycle_id, agency_id) where v.id = new.verdict_id and later.seq > v.seq) then
      raise exception 'a reply comes before the final verdict, and to the newest draft' using errcode = 'IB005';
    end if;
    return new;
  end $$;
  create trigger verdict_reply_four_eyes before insert on verdict_reply for each row execute function guard_reply();
  `).execute(db);

  await appendOnly(db, AUDITED);
}
