import type { Insertable } from "kysely";
import type { DB } from "../../db/schema";
import { addRows, type Rows } from "../acts";
import { agencyId } from "../reference/agencies";
import { seedId } from "../seed-id";
import type { Words } from "../source-files";

/** What an indicator's baseline or target is, in plain decimals. */
export type DraftContent = { value: string } | { stage: number } | { yesNo: boolean };

export interface IndicatorDraft {
  code: string;
  name: { uk: string | null; en: string | null };
  kind: string | null;
  valueType: "number" | "percentage" | "ratio" | "yes_no" | "stages" | "scale";
  direction: string | null;
  aggregation: string | null;
  unit: string | null;
  precision: number;
  frequency: "annual" | "half_yearly" | "quarterly" | "monthly";
  responsible?: string | null;
  reporters?: string[];
  weight?: string | null;
  access?: string;
  totalTarget?: string | null;
  dataSource?: string | null;
  territorialScope?: string | null;
  numerator?: Words | null;
  denominator?: Words | null;
  note?: Words | null;
  profile?: [string, string, string, string] | null;
  stages?: { code: string; label: { uk: string | null; en: string | null }; weight: string | null }[];
  baseline?: { content: DraftContent | null; year: number | null; basis: string | null; source?: string | null; comment?: string | null } | null;
  targets: TargetDraft[];
}
export interface TargetDraft {
  period: string | null;
  by?: string | null;
  content: DraftContent;
  text?: string | null;
  basis?: string | null;
  source?: string | null;
  disputed?: Words | null;
}
export interface MeasureDraft {
  code: string;
  title: { uk: string | null; en: string | null };
  startsOn: string | null;
  dueOn: string | null;
  access?: string;
  fundingKind?: string | null;
  note?: Words | null;
  executors: { agency: string; role: "lead" | "co"; byConsent: boolean; text: string | null }[];
  funding?: { year: number | null; source: string | null; kind: "planned" | "not_separately_funded"; planned: string | null; unit: string | null }[];
  indicators: IndicatorDraft[];
}
export interface NodeDraft {
  code: string;
  label?: string | null;
  title: Words;
  components?: string[];
  indicators?: IndicatorDraft[];
  measures?: MeasureDraft[];
  children?: NodeDraft[];
}
export interface PlanDraft {
  code: string;
  title: Words;
  note: Words;
  startsOn: string;
  endsOn: string | null;
  illustrative: boolean;
  coordinator: string;
  strategy: { code: string; title: Words } | null;
  levels: { key: string; role: "group" | "goal" | "objective"; label: Words }[];
  roots: NodeDraft[];
}

export const planId = (plan: string) => seedId("plan", plan);
const versionId = (plan: string, no: number) => seedId("plan_version", plan, no);
export const nodeId = (plan: string, code: string) => seedId("node", plan, code);
export const measureId = (plan: string, code: string) => seedId("measure", plan, code);
export const indicatorId = (plan: string, code: string) => seedId("indicator", plan, code);

export const measuresOf = (plan: PlanDraft): MeasureDraft[] => nodesOf(plan.roots).flatMap((node) => node.measures ?? []);

/** Every indicator with the measure it hangs on, null when it hangs on a node. */
export function indicatorsOf(plan: PlanDraft): { indicator: IndicatorDraft; measure: MeasureDraft | null }[] {
  return nodesOf(plan.roots).flatMap((node) => [
    ...(node.indicators ?? []).map((indicator) => ({ indicator, measure: null })),
    ...(node.measures ?? []).flatMap((measure) => measure.indicators.map((indicator) => ({ indicator, measure }))),
  ]);
}

const nodesOf = (nodes: readonly NodeDraft[]): NodeDraft[] => nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);

/** What never changes: the plan, its levels and the identities of its parts. */
export function identityRows(plan: PlanDraft): Rows {
  const id = planId(plan.code);
  const of = (ids: string[]) => ids.map((each) => ({ id: each, plan_id: id }));
  const strategy = plan.strategy && seedId("strategy", plan.strategy.code);
  return {
    strategy: plan.strategy && strategy ? [{ id: strategy, code: plan.strategy.code, title_uk: plan.strategy.title.uk, title_en: plan.strategy.title.en }] : [],
    plan: [{
      id, strategy_id: strategy, code: plan.code, starts_on: plan.startsOn, ends_on: plan.endsOn, illustrative: plan.illustrative,
      note_uk: plan.note.uk, note_en: plan.note.en, coordinator_agency_id: agencyId(plan.coordinator),
    }],
    plan_level: plan.levels.map(({ key, role, label }, index) => ({
      plan_id: id, depth: index + 1, key, role, label_uk: label.uk, label_en: label.en,
    })),
    node: of(nodesOf(plan.roots).map((node) => nodeId(plan.code, node.code))),
    measure: of(measuresOf(plan).map((measure) => measureId(plan.code, measure.code))),
    indicator: of(indicatorsOf(plan).map(({ indicator }) => indicatorId(plan.code, indicator.code))),
  };
}

export interface VersionDraft {
  no: number;
  actNo: string | null;
  actOn: string | null;
  inForceFrom: string;
  at: string;
}

/** One version's wording: everything a reader of that version needs, whole. */
export function versionRows(plan: PlanDraft, version: VersionDraft): Rows {
  const pv = versionId(plan.code, version.no);
  const rows: Rows = {
    plan_version: [{
      id: pv, plan_id: planId(plan.code), no: version.no, title_uk: plan.title.uk, title_en: plan.title.en, act_no: version.actNo,
      act_on: version.actOn, in_force_from: version.inForceFrom, recorded_at: version.at, accepted_at: version.at,
    }],
  };
  plan.roots.forEach((node, index) => addNode(rows, plan.code, pv, node, null, 1, index + 1));
  return rows;
}

function addNode(rows: Rows, plan: string, pv: string, node: NodeDraft, parent: string | null, depth: number, position: number): void {
  const id = nodeId(plan, node.code);
  addRows(rows, {
    node_version: [{
      plan_version_id: pv, node_id: id, parent_id: parent, depth, position, code_printed: node.code, label_printed: node.label ?? null,
      title_uk: node.title.uk, title_en: node.title.en,
    }],
    node_component: (node.components ?? []).map((code) => ({ plan_version_id: pv, node_id: id, component_code: code })),
  });
  (node.indicators ?? []).forEach((each, index) => addIndicator(rows, plan, pv, each, { node_id: id }, index + 1));
  (node.measures ?? []).forEach((each, index) => addMeasure(rows, plan, pv, each, id, index + 1));
  (node.children ?? []).forEach((each, index) => addNode(rows, plan, pv, each, id, depth + 1, index + 1));
}

function addMeasure(rows: Rows, plan: string, pv: string, measure: MeasureDraft, node: string, position: number): void {
  const id = measureId(plan, measure.code);
  addRows(rows, {
    measure_version: [{
      plan_version_id: pv, measure_id: id, node_id: node, position, code_printed: measure.code, title_uk: measure.title.uk,
      title_en: measure.title.en, starts_on: measure.startsOn, due_on: measure.dueOn, access: measure.access ?? "public",
      funding_kind: measure.fundingKind ?? null, note_uk: measure.note?.uk ?? null, note_en: measure.note?.en ?? null,
    }],
    measure_executor: measure.executors.map(({ agency, role, byConsent, text }, index) => ({
      plan_version_id: pv, measure_id: id, agency_id: agencyId(agency), position: index + 1, role, by_consent: byConsent, text_printed: text,
    })),
    measure_funding: (measure.funding ?? []).map(({ year, source, kind, planned, unit }) => ({
      id: seedId("measure_funding", pv, id, year ?? "", source ?? ""), plan_version_id: pv, measure_id: id, year, source, kind, planned, unit,
    })),
  });
  measure.indicators.forEach((each, index) => addIndicator(rows, plan, pv, each, { measure_id: id }, index + 1));
}

function addIndicator(
  rows: Rows, plan: string, pv: string, draft: IndicatorDraft, place: { measure_id: string } | { node_id: string }, position: number,
): void {
  const key = { plan_version_id: pv, indicator_id: indicatorId(plan, draft.code) };
  addRows(rows, {
    indicator_version: [{
      ...key, ...place, position, code_printed: draft.code, name_uk: draft.name.uk, name_en: draft.name.en, kind: draft.kind,
      value_type: draft.valueType, direction: draft.direction, aggregation: draft.aggregation, unit: draft.unit, precision: draft.precision,
      frequency: draft.frequency, responsible_agency_id: draft.responsible ? agencyId(draft.responsible) : null, weight: draft.weight ?? null,
      access: draft.access ?? "public", total_target: draft.totalTarget ?? null, data_source: draft.dataSource ?? null,
      territorial_scope: draft.territorialScope ?? null, numerator_uk: draft.numerator?.uk ?? null, numerator_en: draft.numerator?.en ?? null,
      denominator_uk: draft.denominator?.uk ?? null, denominator_en: draft.denominator?.en ?? null, note_uk: draft.note?.uk ?? null,
      note_en: draft.note?.en ?? null,
    }],
    indicator_baseline: draft.baseline
      ? [{
          ...key, ...contentColumns(draft.baseline.content), year: draft.baseline.year, basis: draft.baseline.basis,
          source: draft.baseline.source ?? null, comment_en: draft.baseline.comment ?? null,
        }]
      : [],
    indicator_target: draft.targets.map((target) => targetRow(key, target)),
    indicator_profile: draft.profile ? [{ ...key, q1: draft.profile[0], q2: draft.profile[1], q3: draft.profile[2], q4: draft.profile[3] }] : [],
    indicator_reporter: (draft.reporters ?? []).map((agency, index) => ({ ...key, agency_id: agencyId(agency), position: index + 1 })),
    indicator_stage: (draft.stages ?? []).map(({ code, label, weight }, index) => ({
      ...key, no: index + 1, code, label_uk: label.uk, label_en: label.en, weight,
    })),
  });
}

function targetRow(key: { plan_version_id: string; indicator_id: string }, target: TargetDraft): Insertable<DB["indicator_target"]> {
  return {
    ...key, ...contentColumns(target.content),
    id: seedId("indicator_target", key.plan_version_id, key.indicator_id, target.period ?? "", target.by ?? ""),
    period_key: target.period, by_on: target.by ?? null, text_printed: target.text ?? null, basis: target.basis ?? null,
    source: target.source ?? null, disputed_uk: target.disputed?.uk ?? null, disputed_en: target.disputed?.en ?? null,
  };
}

function contentColumns(content: DraftContent | null): { value?: string; stage_no?: number; yes_no?: boolean } {
  if (content === null) return {};
  if ("value" in content) return { value: content.value };
  return "stage" in content ? { stage_no: content.stage } : { yes_no: content.yesNo };
}
