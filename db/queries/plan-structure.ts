import { type Kysely, sql } from "kysely";
import { exact } from "../../app/domain/exact";
import type {
  Baseline, Content, IndicatorFact, LocalText, MeasureFact, NodeFact, PlanStructure, Stage, Target,
} from "../../app/domain/facts";
import type { DB } from "../schema";

/** A plan with every version of it accepted by the moment asked for, oldest first. */
export interface PlanRecord {
  id: string;
  code: string;
  startsOn: string;
  endsOn: string | null;
  illustrative: boolean;
  note: LocalText;
  coordinatorAgencyId: string | null;
  levels: { depth: number; key: string; role: "group" | "goal" | "objective"; label: LocalText }[];
  versions: PlanVersionRecord[];
}

export interface PlanVersionRecord {
  structure: PlanStructure;
  title: LocalText;
  actNo: string | null;
  actOn: string | null;
  acceptedAt: string;
  passports: Record<string, Passport>;
  fundingKinds: Record<string, string | null>;
  nodeComponents: Record<string, string[]>;
}

/** The words of an indicator's passport: nothing here enters a calculation. */
export interface Passport {
  dataSource: LocalText | null;
  territorialScope: string | null;
  unit: LocalText | null;
  definition: LocalText;
  numerator: LocalText;
  denominator: LocalText;
  note: LocalText;
  baselineSource: string | null;
  baselineComment: LocalText;
}

const text = (uk: string, en: string) => sql`json_build_object('uk', ${sql.ref(uk)}, 'en', ${sql.ref(en)})`;
/** numeric as an exact decimal text: a JSON number would be read as a float */
const num = (column: string) => sql`trim_scale(${sql.ref(column)})::text`;

/**
 * The plan `code` with all versions accepted by `knownAt` (ISO instant), in one select; null when there is none.
 * Rules 15 and 19: which version is read is the domain's choice.
 */
export async function findPlan(db: Kysely<DB>, code: string, knownAt: string): Promise<PlanRecord | null> {
  const result = await sql<{ plan: RawPlan }>`
    select json_build_object(
      'id', p.id, 'code', p.code, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'illustrative', p.illustrative,
      'note', ${text("p.note_uk", "p.note_en")}, 'coordinatorAgencyId', p.coordinator_agency_id,
      'levels', coalesce((select json_agg(json_build_object('depth', l.depth, 'key', l.key, 'role', l.role,
          'label', ${text("l.label_uk", "l.label_en")}) order by l.depth) from plan_level l where l.plan_id = p.id), '[]'),
      'versions', coalesce((select json_agg(json_build_object(
          'id', v.id, 'no', v.no, 'title', ${text("v.title_uk", "v.title_en")}, 'actNo', v.act_no, 'actOn', v.act_on,
          'inForceFrom', v.in_force_from,
          'acceptedAt', to_char(v.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'nodes', ${nodesOf}, 'measures', ${measuresOf}, 'indicators', ${indicatorsOf}
        ) order by v.in_force_from, v.no)
        from plan_version v where v.plan_id = p.id and v.accepted_at <= ${knownAt}::timestamptz), '[]')
    ) as plan
    from plan p where p.code = ${code}`.execute(db);
  const raw = result.rows[0]?.plan;
  return raw ? toPlan(raw) : null;
}

const nodesOf = sql`coalesce((select json_agg(json_build_object(
    'id', n.node_id, 'parentId', n.parent_id, 'depth', n.depth, 'position', n.position, 'code', n.code_printed,
    'role', (select l.role from plan_level l where l.plan_id = p.id and l.depth = n.depth),
    'title', ${text("n.title_uk", "n.title_en")}, 'weight', ${num("n.weight")}, 'access', n.access,
    'components', (select json_agg(c.component_code order by c.component_code) from node_component c
      where c.plan_version_id = v.id and c.node_id = n.node_id)
  ) order by n.depth, n.position) from node_version n where n.plan_version_id = v.id), '[]')`;

const measuresOf = sql`coalesce((select json_agg(json_build_object(
    'id', m.measure_id, 'nodeId', m.node_id, 'position', m.position, 'code', m.code_printed,
    'title', ${text("m.title_uk", "m.title_en")}, 'startsOn', m.starts_on, 'dueOn', m.due_on,
    'weight', ${num("m.weight")}, 'access', m.access, 'jointRule', m.joint_rule, 'fundingKind', m.funding_kind,
    'executors', coalesce((select json_agg(json_build_object('agencyId', e.agency_id, 'role', e.role,
        'byConsent', e.by_consent, 'position', e.position) order by e.position)
      from measure_executor e where e.plan_version_id = v.id and e.measure_id = m.measure_id), '[]')
  ) order by m.node_id, m.position) from measure_version m where m.plan_version_id = v.id), '[]')`;

const contentColumns = (alias: string) => sql`'value', ${num(`${alias}.value`)}, 'numerator', ${num(`${alias}.numerator`)},
    'denominator', ${num(`${alias}.denominator`)}, 'stageNo', ${sql.ref(`${alias}.stage_no`)}, 'yesNo', ${sql.ref(`${alias}.yes_no`)}`;

const indicatorsOf = sql`coalesce((select json_agg(json_build_object(
    'id', i.indicator_id, 'measureId', i.measure_id, 'nodeId', i.node_id, 'position', i.position,
    'code', i.code_printed, 'name', ${text("i.name_uk", "i.name_en")}, 'kind', i.kind, 'valueType', i.value_type,
    'direction', i.direction, 'aggregation', i.aggregation, 'unit', i.unit, 'precision', i.precision,
    'frequency', i.frequency, 'responsibleAgencyId', i.responsible_agency_id, 'weight', ${num("i.weight")},
    'access', i.access, 'holdLow', ${num("i.hold_low")}, 'holdHigh', ${num("i.hold_high")}, 'scale', i.scale,
    'totalTarget', ${num("i.total_target")}, 'carryForward', i.carry_forward,
    'passport', json_build_object(
      'dataSource', (select json_build_object('uk', d.name_uk, 'en', d.name_en) from data_source d where d.code = i.data_source),
      'unit', (select json_build_object('uk', u.name_uk, 'en', u.name_en) from unit u where u.code = i.unit),
      'territorialScope', i.territorial_scope, 'definition', ${text("i.definition_uk", "i.definition_en")},
      'numerator', ${text("i.numerator_uk", "i.numerator_en")},
      'denominator', ${text("i.denominator_uk", "i.denominator_en")}, 'note', ${text("i.note_uk", "i.note_en")}),
    'reporters', (select json_agg(r.agency_id order by r.position) from indicator_reporter r
      where r.plan_version_id = v.id and r.indicator_id = i.indicator_id),
    'stages', (select json_agg(json_build_object('no', s.no, 'code', s.code, 'label', ${text("s.label_uk", "s.label_en")},
        'weight', ${num("s.weight")}) order by s.no) from indicator_stage s
      where s.plan_version_id = v.id and s.indicator_id = i.indicator_id),
    'profile', (select json_build_array(${num("q.q1")}, ${num("q.q2")}, ${num("q.q3")}, ${num("q.q4")})
      from indicator_profile q where q.plan_version_id = v.id and q.indicator_id = i.indicator_id),
    'baseline', (select json_build_object(${contentColumns("b")}, 'on', b.on, 'year', b.year, 'basis', b.basis,
        'source', b.source, 'comment', ${text("b.comment_uk", "b.comment_en")}) from indicator_baseline b
      where b.plan_version_id = v.id and b.indicator_id = i.indicator_id),
    'targets', (select json_agg(json_build_object(${contentColumns("t")}, 'periodKey', t.period_key, 'by', t.by_on,
        'low', ${num("t.low")}, 'high', ${num("t.high")}, 'qualifier', t.qualifier,
        'disputed', case when t.disputed_uk is not null or t.disputed_en is not null then ${text("t.disputed_uk", "t.disputed_en")} end
      ) order by t.period_key nulls last, t.by_on) from indicator_target t
      where t.plan_version_id = v.id and t.indicator_id = i.indicator_id)
  ) order by i.position) from indicator_version i where i.plan_version_id = v.id), '[]')`;

interface RawContent {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  stageNo: number | null;
  yesNo: boolean | null;
}
interface RawNode extends Omit<NodeFact, "weight"> { weight: string | null; components: string[] | null }
interface RawMeasure extends Omit<MeasureFact, "weight"> { weight: string | null; fundingKind: string | null }
interface RawIndicator
  extends Omit<IndicatorFact, "weight" | "holdRange" | "totalTarget" | "reporterIds" | "stages" | "quarterShares" | "baseline" | "targets"> {
  weight: string | null;
  holdLow: string | null;
  holdHigh: string | null;
  totalTarget: string | null;
  passport: Omit<Passport, "baselineSource" | "baselineComment">;
  reporters: string[] | null;
  stages: (Omit<Stage, "weight"> & { weight: string | null })[] | null;
  profile: [string, string, string, string] | null;
  baseline: (RawContent & { on: string | null; year: number | null; basis: string | null; source: string | null; comment: LocalText }) | null;
  targets: (RawContent & Pick<Target, "periodKey" | "by" | "qualifier" | "disputed"> & { low: string | null; high: string | null })[] | null;
}
interface RawVersion {
  id: string; no: number; title: LocalText; actNo: string | null; actOn: string | null; inForceFrom: string;
  acceptedAt: string; nodes: RawNode[]; measures: RawMeasure[]; indicators: RawIndicator[];
}
type RawPlan = Omit<PlanRecord, "versions"> & { versions: RawVersion[] };

const exactOrNull = (value: string | null) => (value === null ? null : exact(value));

function toContent(raw: RawContent, valueType: IndicatorFact["valueType"]): Content | null {
  if (raw.numerator !== null && raw.denominator !== null)
    return { kind: "parts", numerator: exact(raw.numerator), denominator: exact(raw.denominator) };
  if (raw.stageNo !== null) return { kind: "stage", no: raw.stageNo };
  if (raw.yesNo !== null) return { kind: "yes_no", value: raw.yesNo };
  if (raw.value === null) return null;
  const share = valueType === "percentage" || valueType === "ratio";
  if (valueType === "scale") return { kind: "scale", position: Number(raw.value) };
  return { kind: share ? "share" : "number", value: exact(raw.value) };
}

function toBaseline(raw: RawIndicator): Baseline | null {
  const { baseline } = raw;
  return baseline && { content: toContent(baseline, raw.valueType), on: baseline.on, year: baseline.year, basis: baseline.basis };
}

function toIndicator(raw: RawIndicator): IndicatorFact {
  const { passport: _words, reporters, profile, holdLow, holdHigh, ...same } = raw;
  return {
    ...same,
    weight: exactOrNull(raw.weight),
    holdRange: holdLow !== null && holdHigh !== null ? { low: exact(holdLow), high: exact(holdHigh) } : null,
    totalTarget: exactOrNull(raw.totalTarget),
    reporterIds: reporters ?? [],
    stages: (raw.stages ?? []).map((stage) => ({ ...stage, weight: exactOrNull(stage.weight) })),
    quarterShares: profile && [exact(profile[0]), exact(profile[1]), exact(profile[2]), exact(profile[3])],
    baseline: toBaseline(raw),
    targets: (raw.targets ?? []).map((target) => ({
      periodKey: target.periodKey,
      by: target.by,
      content: toContent(target, raw.valueType),
      range: target.low !== null && target.high !== null ? { low: exact(target.low), high: exact(target.high) } : null,
      qualifier: target.qualifier,
      disputed: target.disputed,
    })),
  };
}

function toPlan(raw: RawPlan): PlanRecord {
  return {
    ...raw,
    versions: raw.versions.map((version) => ({
      structure: {
        planId: raw.id,
        planVersionId: version.id,
        versionNo: version.no,
        inForceFrom: version.inForceFrom,
        startsOn: raw.startsOn,
        endsOn: raw.endsOn,
        nodes: version.nodes.map(({ components: _components, ...node }) => ({ ...node, weight: exactOrNull(node.weight) })),
        measures: version.measures.map(({ fundingKind: _kind, ...measure }) => ({ ...measure, weight: exactOrNull(measure.weight) })),
        indicators: version.indicators.map(toIndicator),
      },
      title: version.title,
      actNo: version.actNo,
      actOn: version.actOn,
      acceptedAt: version.acceptedAt,
      passports: Object.fromEntries(version.indicators.map((each) => [each.id, {
        ...each.passport,
        baselineSource: each.baseline?.source ?? null,
        baselineComment: each.baseline?.comment ?? { uk: null, en: null },
      }])),
      fundingKinds: Object.fromEntries(version.measures.map((each) => [each.id, each.fundingKind])),
      nodeComponents: Object.fromEntries(version.nodes.map((each) => [each.id, each.components ?? []])),
    })),
  };
}

/** Plans with their latest accepted version's title, for lists; order: running first, then newest. */
export async function listPlans(db: Kysely<DB>, knownAt: string) {
  const rows = await sql<{
    code: string; starts_on: string; ends_on: string | null; illustrative: boolean; note: LocalText; title: LocalText; versions: number; strategy: LocalText | null;
  }>`
    select p.code, p.starts_on, p.ends_on, p.illustrative, ${text("p.note_uk", "p.note_en")} as note,
      ${text("v.title_uk", "v.title_en")} as title,
      (select count(*)::int from plan_version c where c.plan_id = p.id and c.accepted_at <= ${knownAt}::timestamptz) as versions,
      (select ${text("s.title_uk", "s.title_en")} from strategy s where s.id = p.strategy_id) as strategy
    from plan p
    join lateral (select title_uk, title_en from plan_version c where c.plan_id = p.id and c.accepted_at <= ${knownAt}::timestamptz
      order by c.in_force_from desc, c.no desc limit 1) v on true
    order by (p.ends_on is not null and p.ends_on < ${knownAt}::timestamptz::date), p.starts_on desc`.execute(db);
  return rows.rows;
}

/** Plans with an end that the same body coordinates and that were over when this one began, the latest first; at most so many. */
export async function listPlansBefore(db: Kysely<DB>, planId: string, most: number): Promise<{ code: string; endsOn: string }[]> {
  const { rows } = await sql<{ code: string; endsOn: string }>`
    select b.code, b.ends_on as "endsOn" from plan p
    join plan b on b.coordinator_agency_id = p.coordinator_agency_id and b.ends_on < p.starts_on
    where p.id = ${planId} order by b.ends_on desc, b.code limit ${most}`.execute(db);
  return rows;
}
