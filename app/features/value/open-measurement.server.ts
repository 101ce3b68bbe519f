import { strictest } from "~/domain/access";
import { isBy, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, Id } from "~/domain/facts";
import { can, type Actor, type Subject } from "~/domain/permissions";
import type { Action } from "~/domain/roles";
import type { Db } from "~db/client.server";
import { findMeasurement } from "~db/queries/measurements";
import { listObligationsOf, type ObligationRow } from "~db/queries/obligations";
import { accessOf, authorsOf, latestOf, officialOf, readMeasurement, writersOf, type MeasurementFacts } from "./measurement-facts.server";
import { readPlans, type IndicatorContext } from "./plan-directory.server";

export interface OpenMeasurement {
  id: Id;
  indicatorId: Id;
  agencyId: Id;
  periodKey: string;
  facts: MeasurementFacts;
  /** the moment the facts are known at; acts are always on what is known now */
  knownAt: Instant;
  /** rounds that ask for it, earliest due first; the first one is spoken of */
  obligations: [ObligationRow, ...ObligationRow[]];
  context: IndicatorContext;
  access: AccessLevel;
  subject: Subject;
}

/**
 * Loads a measurement and asks whether the actor may do `action` with it. Throws not_found, also for what lies above
 * the ceiling, or the refusal. A value that no round asks for is not there for anybody. Looking is judged by the version
 * in force (rule 18: an older one never stands in, one that waits leaves no trace), acts by the latest.
 */
export async function openMeasurement(db: Db, actor: Actor, now: string, id: Id, action: Action): Promise<OpenMeasurement> {
  const measurement = await findMeasurement(db, id);
  if (measurement === undefined) throw new DomainError("not_found");
  const { indicator_id: indicatorId, agency_id: agencyId, period_key: periodKey } = measurement;
  const [first, ...others] = await listObligationsOf(db, { indicatorId, agencyId, periodKey });
  if (first === undefined) throw new DomainError("not_found");
  const context = (await readPlans(db, [first.plan_code], now)).find(first.plan_version_id, indicatorId);
  if (context === null) throw new DomainError("not_found");
  const facts = await readMeasurement(db, id);
  const access = strictest(context.access, accessOf(latestOf(facts)));
  const subject = { agencyId, access, executors: context.measure?.executors ?? [], authorIds: action === "approve_submission" ? writersOf(facts) : authorsOf(facts) };
  const isDecision = action === "verify_value" || action === "return_value" || action === "approve_submission";
  const seen = strictest(context.access, accessOf(officialOf(facts) ?? latestOf(facts)));
  const permission = can(actor, action, isDecision ? { ...subject, provisional: true } : { ...subject, access: action === "view_value" ? seen : access });
  if (!permission.ok) throw new DomainError(permission.reason);
  return { id, indicatorId, agencyId, periodKey, facts, knownAt: now, obligations: [first, ...others], context, access, subject };
}

/** The measurement as it was known at a moment (rule 19). Whether it may be looked at was asked of what holds now (rule 18). */
export function knownBy(open: OpenMeasurement, moment: Instant): OpenMeasurement {
  const { id, versions, verifications, submissions } = open.facts;
  return {
    ...open,
    knownAt: moment,
    facts: {
      id,
      versions: versions.filter((each) => isBy(each.recorded_at, moment)),
      verifications: verifications.filter((each) => isBy(each.recorded_at, moment)),
      submissions: submissions.filter((each) => isBy(each.submitted_at, moment)),
    },
  };
}
