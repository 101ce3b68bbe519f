import { effectiveAccess, strictest, type EffectiveAccess } from "~/domain/access";
import type { AccessLevel, Id, IndicatorFact, MeasureFact, NodeFact } from "~/domain/facts";
import { versionInForce } from "~/domain/plan-versions";
import { kyivDateOf } from "~/domain/dates";
import type { Db } from "~db/client.server";
import { recallPlan } from "~db/plan-memory.server";
import type { Passport, PlanRecord, PlanVersionRecord } from "~db/queries/plan-structure";

/** What the plan says of an indicator that somebody reports on. */
export interface IndicatorContext {
  plan: PlanRecord;
  version: PlanVersionRecord;
  indicator: IndicatorFact;
  passport: Passport;
  measure: MeasureFact | null;
  /** nodes above it, the root first */
  path: NodeFact[];
  /** the strictest of what the version says and what the plan says today (rule 18) */
  access: AccessLevel;
}

interface PlanDirectory {
  /** null when that version has no such indicator */
  find(planVersionId: Id, indicatorId: Id): IndicatorContext | null;
  plans: PlanRecord[];
}

/** Plans by code, each read once; unknown codes are left out. */
export async function readPlans(db: Db, codes: readonly string[], now: string): Promise<PlanDirectory> {
  const plans: PlanRecord[] = [];
  for (const code of new Set(codes)) {
    const plan = await recallPlan(db, code, now);
    if (plan !== null) plans.push(plan);
  }
  const indexes = new Map(plans.flatMap((plan) => indexVersions(plan, kyivDateOf(now))));
  return { plans, find: (planVersionId, indicatorId) => indexes.get(planVersionId)?.(indicatorId) ?? null };
}

type Find = (indicatorId: Id) => IndicatorContext | null;

function indexVersions(plan: PlanRecord, today: string): [Id, Find][] {
  const byId = new Map(plan.versions.map((version) => [version.structure.planVersionId, version]));
  const inForce = versionInForce(
    plan.versions.map(({ structure }) => ({ planVersionId: structure.planVersionId, no: structure.versionNo, inForceFrom: structure.inForceFrom })),
    today,
  );
  const current = inForce === null ? null : (byId.get(inForce.planVersionId) ?? null);
  const accessNow = current === null ? null : effectiveAccess(current.structure);
  return plan.versions.map((version) => [version.structure.planVersionId, indexVersion(plan, version, accessNow)]);
}

function indexVersion(plan: PlanRecord, version: PlanVersionRecord, accessNow: EffectiveAccess | null): Find {
  const { indicators, measures, nodes } = version.structure;
  const access = effectiveAccess(version.structure);
  const indicatorById = new Map(indicators.map((fact) => [fact.id, fact]));
  const measureById = new Map(measures.map((fact) => [fact.id, fact]));
  const nodeById = new Map(nodes.map((fact) => [fact.id, fact]));
  return (indicatorId) => {
    const indicator = indicatorById.get(indicatorId);
    const passport = version.passports[indicatorId];
    if (indicator === undefined || passport === undefined) return null;
    const measure = indicator.measureId === null ? null : (measureById.get(indicator.measureId) ?? null);
    return {
      plan,
      version,
      indicator,
      passport,
      measure,
      path: pathTo(measure?.nodeId ?? indicator.nodeId, nodeById),
      access: strictest(access.indicator.get(indicatorId) ?? "public", accessNow?.indicator.get(indicatorId) ?? "public"),
    };
  };
}

function pathTo(nodeId: Id | null, nodeById: ReadonlyMap<Id, NodeFact>): NodeFact[] {
  const path: NodeFact[] = [];
  for (let node = nodeId === null ? undefined : nodeById.get(nodeId); node !== undefined && !path.includes(node); ) {
    path.unshift(node);
    node = node.parentId === null ? undefined : nodeById.get(node.parentId);
  }
  return path;
}
