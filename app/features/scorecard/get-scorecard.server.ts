import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { CalendarDate, Id, PeriodKey } from "~/domain/facts";
import { isPeriodKey, yearKey, yearOf } from "~/domain/periods";
import { can, type Actor } from "~/domain/permissions";
import type { Scorecard, ScorecardInput } from "~/domain/scorecard";
import { levelsOn } from "~/features/plan/plan-reading";
import { askedFor, askedIn, readAs, type ReadingQuestion } from "~/features/plan/reading-question";
import { knownBy } from "~/features/plan/read-plan.server";
import { computeOnce } from "./compute-once";
import type { Db } from "~db/client.server";
import { recallFacts, recallPlan } from "~db/plan-memory.server";
import type { AgencyLabel, PlanFacts } from "~db/queries/plan-facts";
import type { PlanRecord, PlanVersionRecord } from "~db/queries/plan-structure";

export interface ScorecardQuestion extends ReadingQuestion {
  planCode: string;
  periodKey: PeriodKey;
}

export interface ScorecardAnswer {
  scorecard: Scorecard;
  plan: PlanRecord;
  /** the version the figures stand on */
  version: PlanVersionRecord;
  agencies: ReadonlyMap<Id, AgencyLabel>;
  /** what was asked in the address; null = it has none (an edition) */
  question: ScorecardQuestion | null;
  /** end of the address of other scorecards read as this one is; "" where nothing was asked, and of what has no address */
  asked: string;
  /** of the plan's own pages: on the basis of this one, of its year */
  askedHere: string;
}

/** Everything a reading is computed from, gathered and not yet computed. */
export interface ScorecardFacts {
  input: ScorecardInput;
  plan: PlanRecord;
  facts: PlanFacts;
  /** what was asked in the address; absent where nobody did */
  question?: ScorecardQuestion;
}

/**
 * The scorecard of a plan and a period as this reader may see it: two selects and one pure function.
 * Throws DomainError not_found (no such plan, period or right to read), no_plan_version, role_lacks_action.
 */
export async function getScorecard(db: Db, actor: Actor, now: string, question: ScorecardQuestion): Promise<ScorecardAnswer> {
  return answerOf(await getScorecardFacts(db, actor, now, question));
}

/** What `getScorecard` computes from, as this reader may ask for it; the pure function cuts it to the ceiling. */
export async function getScorecardFacts(db: Db, actor: Actor, now: string, question: ScorecardQuestion): Promise<ScorecardFacts> {
  const { planCode, periodKey, basis = "in_force_on_1_january" } = question;
  if (!can(actor, "view_scorecard").ok || !isPeriodKey(periodKey)) throw new DomainError("not_found");
  const { knownAt, today, ceiling, reading } = readAs(actor, now, question);
  // levels hold as of now, whatever day is asked for: what has been closed since is not shown as it once was
  const found = await recallPlan(db, planCode, now);
  if (found === null) throw new DomainError("not_found");
  const plan = knownBy(found, knownAt);
  if (plan === null || !isOfPlan(plan, periodKey, today)) throw new DomainError("no_plan_version", { periodKey });
  const facts = await recallFacts(db, plan.id, knownAt, now);
  const levelsOf = levelsOn(found, kyivDateOf(now));
  const input = scorecardInput(plan, facts, { levelsOf, periodKey, today, knownAt, cutOff: null, ceiling, basis, reading });
  return { input, plan, facts, question };
}

type Asked = Pick<ScorecardInput, "levelsOf" | "periodKey" | "today" | "knownAt" | "cutOff" | "ceiling" | "basis" | "reading">;

/** What was gathered, as the pure function asks for it. */
export function scorecardInput(plan: PlanRecord, { values, disruptions, verdicts, method: { policy, rulesVersion } }: PlanFacts, asked: Asked): ScorecardInput {
  return { versions: plan.versions.map(({ structure }) => structure), values, disruptions, verdicts, policy, rulesVersion, ...asked };
}

/** Throws DomainError no_plan_version. */
export function answerOf({ input, plan, facts, question }: ScorecardFacts): ScorecardAnswer {
  const scorecard = computeOnce(input);
  const version = plan.versions.find(({ structure }) => structure.planVersionId === scorecard.label.planVersionId);
  if (version === undefined) throw new DomainError("no_plan_version", { periodKey: input.periodKey });
  return {
    scorecard, plan, version, agencies: new Map(facts.agencies.map((agency) => [agency.id, agency])), question: question ?? null,
    asked: askedIn(question ?? {}),
    askedHere: question === undefined ? "" : askedFor({ ...question, basis: input.basis }, yearKey(yearOf(input.periodKey))),
  };
}

/** A plan is read from its first year to its last; one without an end, to this year. Backlogs are counted year by year, so a far year would be counted for ever. */
export function isOfPlan({ startsOn, endsOn }: PlanRecord, periodKey: PeriodKey, today: CalendarDate): boolean {
  const year = yearOf(periodKey);
  return yearOf(startsOn.slice(0, 4)) <= year && year <= Number((endsOn ?? today).slice(0, 4));
}
