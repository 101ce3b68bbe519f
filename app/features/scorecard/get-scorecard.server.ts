import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { CalendarDate, Id, PeriodKey } from "~/domain/facts";
import type { ReadingKind } from "~/domain/parts";
import { isPeriodKey, yearOf } from "~/domain/periods";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { Basis } from "~/domain/plan-versions";
import { assembleScorecard, type Scorecard } from "~/domain/scorecard";
import type { Db } from "~db/client.server";
import { getPlanFacts, type AgencyLabel } from "~db/queries/plan-facts";
import { findPlan, type PlanRecord, type PlanVersionRecord } from "~db/queries/plan-structure";

export interface ScorecardQuestion {
  planCode: string;
  periodKey: PeriodKey;
  /** default: the plan in force on 1 January of the period's first year (rule 15) */
  basis?: Basis;
  /** default: official; including_provisional asks for the right to see every body's unverified values */
  reading?: ReadingKind;
}

export interface ScorecardAnswer {
  scorecard: Scorecard;
  plan: PlanRecord;
  /** the version the figures stand on */
  version: PlanVersionRecord;
  agencies: ReadonlyMap<Id, AgencyLabel>;
}

/**
 * The scorecard of a plan and a period as this reader may see it now: two selects and one pure function.
 * Throws DomainError not_found (no such plan, period or right to read), no_plan_version, role_lacks_action.
 */
export async function getScorecard(db: Db, actor: Actor, now: string, question: ScorecardQuestion): Promise<ScorecardAnswer> {
  const { planCode, periodKey, basis = "in_force_on_1_january", reading = "official" } = question;
  const scope = visibleScope(actor);
  if (!can(actor, "view_scorecard").ok || scope.ceiling === null || !isPeriodKey(periodKey)) throw new DomainError("not_found");
  if (reading === "including_provisional" && scope.provisionalOf !== "all") throw new DomainError("role_lacks_action");
  const plan = await findPlan(db, planCode, now);
  if (plan === null) throw new DomainError("not_found");
  const today = kyivDateOf(now);
  if (!isOfPlan(plan, periodKey, today)) throw new DomainError("no_plan_version", { periodKey });
  const facts = await getPlanFacts(db, plan.id, now);
  const scorecard = assembleScorecard({
    versions: plan.versions.map(({ structure }) => structure),
    values: facts.values,
    disruptions: facts.disruptions,
    periodKey,
    today,
    knownAt: now,
    cutOff: null,
    ceiling: scope.ceiling,
    basis,
    reading,
    policy: facts.method.policy,
    rulesVersion: facts.method.rulesVersion,
  });
  const version = plan.versions.find(({ structure }) => structure.planVersionId === scorecard.label.planVersionId);
  if (version === undefined) throw new DomainError("no_plan_version", { periodKey });
  return { scorecard, plan, version, agencies: new Map(facts.agencies.map((agency) => [agency.id, agency])) };
}

/** A plan is read from its first year to its last; one without an end, to this year. Backlogs are counted year by year, so a far year would be counted for ever. */
function isOfPlan({ startsOn, endsOn }: PlanRecord, periodKey: PeriodKey, today: CalendarDate): boolean {
  const year = yearOf(periodKey);
  return yearOf(startsOn.slice(0, 4)) <= year && year <= Number((endsOn ?? today).slice(0, 4));
}
