import { effectiveAccess, strictest } from "~/domain/access";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, Executor, Id, MeasureFact } from "~/domain/facts";
import { can, type Actor, type Subject } from "~/domain/permissions";
import type { Action } from "~/domain/roles";
import { versionOn } from "~/features/plan/plan-reading";
import type { Db } from "~db/client.server";
import { recallPlan } from "~db/plan-memory.server";
import type { PlanRecord, PlanVersionRecord } from "~db/queries/plan-structure";
import { findVerdict, type VerdictRow } from "~db/queries/verdicts";

/** A measure as a plan names it, whether or not whole-plan readings of the actor show it. */
export interface NamedMeasure {
  plan: PlanRecord;
  /** the last version that has the measure */
  version: PlanVersionRecord;
  fact: MeasureFact;
  subject: Subject & { access: AccessLevel; executors: Executor[] };
}

export interface OpenVerdict extends NamedMeasure {
  row: VerdictRow;
}

/** The measure by its id, in the last version that has it; its level is the strictest of that one's and today's. */
export function nameMeasure(plan: PlanRecord, measureId: Id, now: string): NamedMeasure | null {
  const version = [...plan.versions].reverse().find(({ structure }) => structure.measures.some(({ id }) => id === measureId));
  const fact = version?.structure.measures.find(({ id }) => id === measureId);
  if (version === undefined || fact === undefined) return null;
  const levels = [version, versionOn(plan, kyivDateOf(now))].flatMap((each) => (each === null ? [] : (effectiveAccess(each.structure).measure.get(measureId) ?? [])));
  return { plan, version, fact, subject: { access: strictest(...levels), executors: fact.executors } };
}

/** A draft verdict for whom it may be seen by, or an act on it. Throws not_found, also for what may not be seen, or the refusal. */
export async function openVerdict(db: Db, actor: Actor, now: string, id: Id, action: Extract<Action, "view_draft_verdict" | "reply_to_verdict">): Promise<OpenVerdict> {
  const row = await findVerdict(db, id);
  const plan = row === undefined || row.stage !== "draft" ? null : await recallPlan(db, row.plan_code, now);
  const named = plan === null || row === undefined ? null : nameMeasure(plan, row.measure_id, now);
  if (row === undefined || named === null) throw new DomainError("not_found");
  const permission = can(actor, action, { ...named.subject, agencyId: row.agency_id, evaluatorId: row.evaluator_id });
  if (!permission.ok) throw new DomainError(permission.reason);
  return { ...named, row };
}
