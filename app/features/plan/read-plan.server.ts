import { isBy, kyivDateOf, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { PeriodKey } from "~/domain/facts";
import type { Db } from "~db/client.server";
import { recallFacts, recallPlan } from "~db/plan-memory.server";
import type { PlanRecord } from "~db/queries/plan-structure";
import { assemblePlanReading, versionOn, versionRead, type PlanReading } from "./plan-reading";
import { askedIn, readAs, type ReadingQuestion } from "./reading-question";

/** The version a plan's own page reads: the current plan, unless a basis is asked for with the period it is to be the basis of. */
interface PlanQuestion extends ReadingQuestion {
  periodKey?: PeriodKey | null;
  /** known at that moment, where a day is too coarse: as a draft verdict was written */
  moment?: Instant;
}

/** A plan as the actor may see it, now or as of a day, in two selects. Throws DomainError not_found where there is none, or none for them. */
export async function readPlan(db: Db, actor: Actor, now: Instant, code: string, question: PlanQuestion = {}): Promise<PlanReading> {
  const scope = visibleScope(actor);
  const found = can(actor, "view_plan").ok && scope.ceiling !== null ? await recallPlan(db, code, now) : null;
  if (found === null) throw new DomainError("not_found");
  const asked = readAs(actor, now, question);
  const { ceiling } = asked;
  const knownAt = question.moment ?? asked.knownAt;
  const today = question.moment === undefined ? asked.today : kyivDateOf(question.moment);
  const plan = knownBy(found, knownAt);
  const version = plan === null ? null : versionRead(plan, question.basis ?? "current", question.periodKey ?? null, today);
  if (plan === null || version === null) throw new DomainError("not_found");
  const facts = await recallFacts(db, plan.id, knownAt, now);
  return assemblePlanReading({
    plan, version, facts, ceiling, knownAt, basis: question.basis ?? "current", asked: askedIn(question),
    levelsOf: versionOn(found, kyivDateOf(now))?.structure ?? version.structure, provisionalOf: scope.provisionalOf,
  });
}

/** The same, or null where there is none, or none for them. */
export async function findReading(...asked: Parameters<typeof readPlan>): Promise<PlanReading | null> {
  try {
    return await readPlan(...asked);
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return null;
    throw error;
  }
}

/** The plan with the versions accepted by the moment; null when there was none. */
export function knownBy(plan: PlanRecord, knownAt: Instant): PlanRecord | null {
  const versions = plan.versions.filter(({ acceptedAt }) => isBy(acceptedAt, knownAt));
  return versions.length === 0 ? null : { ...plan, versions };
}
