import { isBy, kyivDateOf, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { PeriodKey } from "~/domain/facts";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { recallFacts, recallPlan } from "~db/plan-memory.server";
import type { PlanRecord, PlanVersionRecord } from "~db/queries/plan-structure";
import { assemblePlanReading, levelsOn, periodRead, versionOf, versionOn, type PlanReading } from "./plan-reading";
import { askedFor, askedIn, readAs, type ReadingQuestion } from "./reading-question";

interface PlanQuestion extends ReadingQuestion {
  /** the period the page is asked for, and a basis is to be the basis of */
  periodKey?: PeriodKey | null;
  /** known at that moment, where a day is too coarse: as a draft verdict was written */
  moment?: Instant;
}

/**
 * A plan as the actor may see it, now or as of a day, in two selects: the current plan, unless another basis is asked.
 * Throws DomainError not_found where there is none, or none for them, no_plan_version where there was none that day or on that basis.
 */
export async function readPlan(db: Db, actor: Actor, now: Instant, code: string, question: PlanQuestion = {}): Promise<PlanReading> {
  const scope = visibleScope(actor);
  const found = can(actor, "view_plan").ok && scope.ceiling !== null ? await recallPlan(db, code, now) : null;
  if (found === null) throw new DomainError("not_found");
  const asked = readAs(actor, now, question);
  const { ceiling } = asked;
  const knownAt = question.moment ?? asked.knownAt;
  const today = question.moment === undefined ? asked.today : kyivDateOf(question.moment);
  const plan = knownBy(found, knownAt);
  const current = plan && versionOn(plan, today);
  if (plan === null || current === null) throw new DomainError("no_plan_version", { periodKey: today.slice(0, 4) });
  const facts = await recallFacts(db, plan.id, knownAt, now);
  const { basis = "current" } = question;
  const readOn = (version: PlanVersionRecord) => assemblePlanReading({
    plan, version, facts, ceiling, knownAt, basis, valuesRead: asked.reading, asked: askedIn(question), askedHere: askedFor(question, question.periodKey ?? null),
    levelsOf: levelsOn(found, kyivDateOf(now)) ?? version.structure, provisionalOf: scope.provisionalOf,
  });
  const reading = readOn(current);
  if (basis === "current") return reading;
  const periodKey = periodRead(reading, question.periodKey ?? null);
  const version = versionOf(plan, basis, periodKey, today);
  if (version === null) throw new DomainError("no_plan_version", { periodKey });
  return version === current ? reading : readOn(version);
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
