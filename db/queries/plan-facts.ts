import { type Kysely, sql } from "kysely";
import { COVERAGE_POLICY, type CoveragePolicy } from "../../app/domain/coverage";
import { exact, HUNDRED } from "../../app/domain/exact";
import type { Content, DisruptionFact, Missing, ReasonCode, ValueFact } from "../../app/domain/facts";
import type { DB } from "../schema";

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
  agencies: AgencyLabel[];
  /** the rules version recorded by then, with its thresholds (data; rule 11) */
  method: { rulesVersion: number; policy: CoveragePolicy };
}

/**
 * What was known at `knownAt` (ISO instant) about a plan, in one select (rules 9 and 19): the official value is the
 * greatest version whose last verification recorded by then is "accepted"; a submitted version above it that was not
 * returned awaits verification. Nothing is cut here: the ceiling is the domain's (rule 18).
 */
export async function getPlanFacts(db: Kysely<DB>, planId: string, knownAt: string): Promise<PlanFacts> {
  const result = await sql<{ facts: RawFacts }>`
    with version as (
      select m.indicator_id, m.agency_id, m.period_key, v.*,
        (select d.decision from verification d where d.measurement_id = v.measurement_id and d.no = v.no
          and d.recorded_at <= ${knownAt}::timestamptz order by d.seq desc limit 1) as decision,
        exists (select from submission_item si join submission s on s.id = si.submission_id
          where si.measurement_id = v.measurement_id and si.no = v.no and s.submitted_at <= ${knownAt}::timestamptz) as submitted
      from measurement m
      join indicator i on i.id = m.indicator_id and i.plan_id = ${planId}
      join breakdown b on b.id = m.breakdown_id and b.key = 'total'
      join measurement_version v on v.measurement_id = m.id and v.recorded_at <= ${knownAt}::timestamptz
    ), picked as (
      select distinct on (measurement_id) *, true as verified from version
        where decision = 'accepted' order by measurement_id, no desc
    ), newest as (
      select distinct on (measurement_id) *, false as verified from version
        where submitted order by measurement_id, no desc
    ), waiting as (
      select * from newest n where decision is null
        and not exists (select from picked p where p.measurement_id = n.measurement_id and p.no > n.no)
    ), facts as (select * from picked union all select * from waiting)
    select jsonb_build_object(
      'values', coalesce((select jsonb_agg(jsonb_build_object(
          'indicatorId', indicator_id, 'agencyId', agency_id, 'periodKey', period_key, 'measurementId', measurement_id,
          'no', no, 'kind', kind, 'value', trim_scale(value)::text, 'numerator', trim_scale(numerator)::text,
          'denominator', trim_scale(denominator)::text, 'stageNo', stage_no, 'scalePosition', scale_position,
          'yesNo', yes_no, 'reason', reason_code, 'qualifier', qualifier, 'observedOn', observed_on,
          'verified', verified, 'access', access) order by indicator_id, period_key, agency_id, no) from facts), '[]'),
      'disruptions', coalesce((select jsonb_agg(jsonb_build_object(
          'id', d.disruption_id, 'from', d.from_on, 'to', d.to_on,
          'what', jsonb_build_object('uk', d.what_uk, 'en', d.what_en), 'legalBasis', d.legal_basis,
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
      'agencies', (select jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code,
          'name', jsonb_build_object('uk', n.name_uk, 'en', n.name_en),
          'abbr', jsonb_build_object('uk', n.abbr_uk, 'en', n.abbr_en)) order by a.code)
        from agency a join lateral (select * from agency_name c where c.agency_id = a.id
          order by (c.to_on is null) desc, c.from_on desc limit 1) n on true),
      'method', (select jsonb_build_object('no', no,
          'withheldBelow', thresholds ->> 'coverage_withheld_below', 'finalFrom', thresholds ->> 'coverage_final_from')
        from method_version where recorded_at <= ${knownAt}::timestamptz order by no desc limit 1)
    ) as facts`.execute(db);
  const raw = result.rows[0]?.facts;
  return {
    values: (raw?.values ?? []).map(toValue),
    disruptions: raw?.disruptions ?? [],
    agencies: raw?.agencies ?? [],
    method: toMethod(raw?.method ?? null),
  };
}

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
