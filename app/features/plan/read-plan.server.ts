import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { getPlanFacts } from "~db/queries/plan-facts";
import { findPlan } from "~db/queries/plan-structure";
import { assemblePlanReading, versionOn, type PlanReading } from "./plan-reading";

/** A plan as the actor may see it now, in two selects. Throws DomainError not_found where there is none, or none for them. */
export async function readPlan(db: Db, actor: Actor, now: string, code: string): Promise<PlanReading> {
  const scope = visibleScope(actor);
  const plan = can(actor, "view_plan").ok && scope.ceiling !== null ? await findPlan(db, code, now) : null;
  const version = plan === null ? null : versionOn(plan, kyivDateOf(now));
  if (plan === null || version === null || scope.ceiling === null) throw new DomainError("not_found");
  const facts = await getPlanFacts(db, plan.id, now);
  return assemblePlanReading({ plan, version, facts, ceiling: scope.ceiling, provisionalOf: scope.provisionalOf, knownAt: now });
}
