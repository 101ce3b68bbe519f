import { type Kysely, sql } from "kysely";
import { COVERAGE_POLICY, type CoveragePolicy } from "../../app/domain/coverage";
import { exact, HUNDRED } from "../../app/domain/exact";
import type { ClaimFact, Content, DisruptionFact, Missing, ObligationFact, ReasonCode, ValueFact, VerdictFact } from "../../app/domain/facts";
import type { DB } from "../schema";
import { closedSince, levelRank, strictestLevel } from "./closed-since";

/** A body as the reader should see it named on a day. */
export interface AgencyLabel {
  id: string;
  code: string;
  name: { uk: string; en: string };
  abbr: { uk: string; en: string };
}

export interface PlanFacts {
  /**
   * per indicator, body and period: the official version (verified), and the newest submitted one that awaits
   * verification, where there is one; breakdown "total"
   */
  values: ValueFact[];
  disruptions: DisruptionFact[];
  /** per measure, executor and cycle: the last final verdict, and the last draft where it is newer */
  verdicts: VerdictFact[];
  /** per measure, body and cycle: the last claim */
  claims: ClaimFact[];
  /** of rounds opened by then */
  obligations: ObligationFact[];
  agencies: AgencyLabel[];
  /** the rules version recorded by then, with its thresholds (data; rule 11) */
  method: { rulesVersion: number; policy: CoveragePolicy };
}

/**
 * What was known at `knownAt` (ISO instant) about a plan, in one select (rules 9 and 19): the official value is the
 * greatest version whose last verification recorded by then is "accepted"; a submitted version above it that was not
 * returned awaits verification. Nothing is cut here: the ceiling is the domain's (rule 18). `levelsAt`: the moment whose access levels
 * hold; a live reading as of an earlier day hides what has been closed since, an edition keeps those of its cut-off.
 */
export async function getPlanFacts(db: Kysely<DB>, planId: string, knownAt: string, levelsAt: string = knownAt): Promise<PlanFacts> {
  const result = await sql<{ facts: RawFacts }>`
    with version as (
      select m.indicator_id, m.agency_id, m.period_key, v.*,
        (select d.decision from verification d where d.measurement_id = v.measurement_id and d.no = v.no
          and d.recorded_at <= ${knownAt}::timestamptz order by d.seq desc limit 1) as decision
      from measurement m
      join indicator i on i.id = m.indicator_id and i.plan_id = ${planId}
      join breakdown b on b.id = m.breakdown_id and b.key = 'total'
      join measurement_version v on v.measurement_id = m.id and v.recorded_at <= ${knownAt}::timestamptz
    ), picked as (
      select distinct on (measurement_id) *, true as verified from version
        where decision = 'accepted' order by measurement_id, no desc
    ), waiting as (
      -- submitted and undecided, the newest of its measurement that was submitted; few are, so that is asked of few
      select n.*, false as verified from version n where decision is null and ${isSubmitted("n", knownAt)}
        and not exists (select from version l where l.measurement_id = n.measurement_id and l.no > n.no and (l.decision = 'accepted' or ${isSubmitted("l", knownAt)}))
    ), sent as (
      select m.indicator_id, m.agency_id, m.period_key, min(s.submitted_at) as first_at
      from indicator i
      join measurement m on m.indicator_id = i.id
      join submission_item si on si.measurement_id = m.id
      join submission s on s.id = si.submission_id and s.submitted_at <= ${knownAt}::timestamptz
      where i.plan_id = ${planId}
      group by m.indicator_id, m.agency_id, m.period_key
    ), facts as (
      select u.*, case when ${levelsAt}::timestamptz > ${knownAt}::timestamptz then ${closedSince("u", levelsAt)} end as closed_since
      from (select * from picked union all select * from waiting) u
    )
    select json_build_object(
      'values', coalesce((select json_agg(json_build_object(
          'indicatorId', indicator_id, 'agencyId', agency_id, 'periodKey', period_key, 'measurementId', measurement_id,
          'no', no, 'kind', kind, 'value', trim_scale(value)::text, 'numerator', trim_scale(numerator)::text,
          'denominator', trim_scale(denominator)::text, 'stageNo', stage_no, 'scalePosition', scale_position,
          'yesNo', yes_no, 'reason', reason_code, 'qualifier', qualifier, 'observedOn', observed_on,
          'verified', verified, 'access',
          ${strictestLevel(levelRank(sql`access`), sql`closed_since`)}) order by indicator_id, period_key, agency_id, no) from facts), '[]'),
      'disruptions', coalesce((select json_agg(json_build_object(
          'id', d.disruption_id, 'from', d.from_on, 'to', d.to_on,
          'what', json_build_object('uk', d.what_uk, 'en', d.what_en), 'legalBasis', d.legal_basis,
          'scopeKind', case when s.territory_id is not null then 'territory' when s.agency_id is not null then 'agency'
            when s.node_id is not null then 'node' when s.measure_id is not null then 'measure' else 'indicator' end,
          'scopeId', coalesce(s.territory_id, s.agency_id, s.node_id, s.measure_id, s.indicator_id),
          'effect', s.effect) order by d.from_on, s.id)
        from (select distinct on (disruption_id) * from disruption_version
            where recorded_at <= ${knownAt}::timestamptz order by disruption_id, no desc) d
        join disruption_scope s on s.disruption_id = d.disruption_id and s.no = d.no
        where not d.withdrawn and (s.agency_id is not null or s.territory_id is not null
          or exists (select from node n where n.id = s.node_id and n.plan_id = ${planId})
          or exists (select from measure n where n.id = s.measure_id and n.plan_id = ${planId})
          or exists (select from indicator n where n.id = s.indicator_id and n.plan_id = ${planId}))), '[]'),
      'verdicts', coalesce((select json_agg(json_build_object(
          'id', w.id, 'measureId', w.measure_id, 'agencyId', w.agency_id, 'periodKey', w.period_key, 'stage', w.stage,
          'status', w.status, 'suggested', w.suggested, 'grade', w.evidence_grade, 'evaluatorId', w.evaluator_id,
          'amendedOn', (select a.in_force_from from plan_version a where a.id = w.amendment_id))
          order by w.measure_id, w.period_key, w.agency_id, w.seq)
        from (select distinct on (v.measure_id, v.agency_id, c.period_key, v.stage) v.*, c.period_key,
              max(v.seq) over (partition by v.measure_id, v.agency_id, c.period_key) as last_seq
            from verdict v join cycle c on c.id = v.cycle_id and c.plan_id = ${planId}
            where v.recorded_at <= ${knownAt}::timestamptz
            order by v.measure_id, v.agency_id, c.period_key, v.stage, v.seq desc) w
        where w.stage = 'final' or w.seq = w.last_seq), '[]'),
      'claims', coalesce((select json_agg(json_build_object('measureId', w.measure_id, 'agencyId', w.agency_id,
          'periodKey', w.period_key, 'status', w.status, 'documentNo', w.document_no) order by w.measure_id, w.period_key, w.agency_id)
        from (select distinct on (k.measure_id, k.agency_id, c.period_key) k.*, c.period_key
            from measure_claim k join cycle c on c.id = k.cycle_id and c.plan_id = ${planId}
            where k.recorded_at <= ${knownAt}::timestamptz
            order by k.measure_id, k.agency_id, c.period_key, k.seq desc) w), '[]'),
      'obligations', coalesce((select json_agg(json_build_object('indicatorId', o.indicator_id, 'agencyId', o.agency_id,
          'periodKey', o.period_key, 'dueOn', o.due_on + c.grace_days, 'excluded', o.excluded_reason is not null,
          'submittedAt', to_char(f.first_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by o.indicator_id, o.period_key, o.agency_id)
        from obligation o join cycle c on c.id = o.cycle_id and c.plan_id = ${planId}
        left join sent f on f.indicator_id = o.indicator_id and f.agency_id = o.agency_id and f.period_key = o.period_key
        where c.recorded_at <= ${knownAt}::timestamptz), '[]'),
      'agencies', (select json_agg(json_build_object('id', a.id, 'code', a.code,
          'name', json_build_object('uk', n.name_uk, 'en', n.name_en),
          'abbr', json_build_object('uk', n.abbr_uk, 'en', n.abbr_en)) order by a.code)
        from agency a join lateral (select * from agency_name c where c.agency_id = a.id
          order by (c.to_on is null) desc, c.from_on desc limit 1) n on true),
      'method', (select json_build_object('no', no,
          'withheldBelow', thresholds ->> 'coverage_withheld_below', 'finalFrom', thresholds ->> 'coverage_final_from')
        from method_version where recorded_at <= ${knownAt}::timestamptz order by no desc limit 1)
    ) as facts`.execute(db);
  const raw = result.rows[0]?.facts;
  return {
    values: (raw?.values ?? []).map(toValue),
    disruptions: raw?.disruptions ?? [],
    verdicts: raw?.verdicts ?? [],
    claims: raw?.claims ?? [],
    obligations: raw?.obligations ?? [],
    agencies: raw?.agencies ?? [],
    method: toMethod(raw?.method ?? null),
  };
}

/** A version of the measurement left its body by the moment. */
const isSubmitted = (version: string, knownAt: string) => sql`exists (select from submission_item si join submission s on s.id = si.submission_id
  where si.measurement_id = ${sql.ref(`${version}.measurement_id`)} and si.no = ${sql.ref(`${version}.no`)} and s.submitted_at <= ${knownAt}::timestamptz)`;

/** Thresholds are stored in per cent. An installation without a recorded rules version reads by the first one. */
function toMethod(raw: RawFacts["method"]): PlanFacts["method"] {
  if (raw === null) return { rulesVersion: 1, policy: COVERAGE_POLICY };
  return {
    rulesVersion: raw.no,
    policy: { coverageWithheldBelow: exact(raw.withheldBelow).div(HUNDRED), coverageFinalFrom: exact(raw.finalFrom).div(HUNDRED) },
  };
}

interface RawValue extends Omit<ValueFact, "content"> {
  kind: Content["kind"] | "missing";
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  stageNo: number | null;
  scalePosition: number | null;
  yesNo: boolean | null;
  reason: ReasonCode | null;
}
interface RawFacts {
  values: RawValue[];
  disruptions: DisruptionFact[];
  verdicts: VerdictFact[];
  claims: ClaimFact[];
  obligations: ObligationFact[];
  agencies: AgencyLabel[] | null;
  method: { no: number; withheldBelow: string; finalFrom: string } | null;
}

function toValue(raw: RawValue): ValueFact {
  const { indicatorId, agencyId, periodKey, measurementId, no, qualifier, observedOn, verified, access } = raw;
  return { indicatorId, agencyId, periodKey, measurementId, no, qualifier, observedOn, verified, access, content: contentOf(raw) };
}

/** The stored columns as a value; the table's checks guarantee that just one kind of content is there. */
export function contentOf(
  raw: Pick<RawValue, "kind" | "value" | "numerator" | "denominator" | "stageNo" | "scalePosition" | "yesNo" | "reason">,
): Content | Missing {
  switch (raw.kind) {
    case "number":
    case "share":
      return { kind: raw.kind, value: exact(raw.value ?? "") };
    case "parts":
      return { kind: "parts", numerator: exact(raw.numerator ?? ""), denominator: exact(raw.denominator ?? "") };
    case "stage":
      return { kind: "stage", no: raw.stageNo ?? 0 };
    case "scale":
      return { kind: "scale", position: raw.scalePosition ?? 0 };
    case "yes_no":
      return { kind: "yes_no", value: raw.yesNo === true };
    case "missing":
      return { kind: "missing", reason: raw.reason ?? "not_reported" };
  }
}
