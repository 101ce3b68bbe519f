import { agencyGoals, type AgencyGoals } from "~/domain/agency-goals";
import type { CoveragePolicy } from "~/domain/coverage";
import { earlier } from "~/domain/dates";
import { disruptionsInForce, type DisruptionInForce } from "~/domain/disruptions-in-force";
import { DomainError } from "~/domain/errors";
import type { Id, ObligationFact, PeriodKey, ValueFact } from "~/domain/facts";
import { interimVerdicts, type InterimVerdicts } from "~/domain/interim-verdicts";
import { comparePeriods, containsPeriod, period } from "~/domain/periods";
import type { Actor } from "~/domain/permissions";
import { worstProblems, type Problem } from "~/domain/problems";
import { basisDate, type ScorecardInput } from "~/domain/scorecard";
import { trendOf, type Trend, type YearRate } from "~/domain/trend";
import { yearsOf } from "~/features/plan/plan-reading";
import { computeOnce } from "~/features/scorecard/compute-once";
import { answerOf, getScorecardFacts, type ScorecardAnswer, type ScorecardFacts, type ScorecardQuestion } from "~/features/scorecard/get-scorecard.server";
import { goalsOf } from "~/features/scorecard/scorecard-tables";
import type { Db } from "~db/client.server";
import { findQuotedEdition, type QuotedEdition } from "~db/queries/editions";
import { listPlansBefore } from "~db/queries/plan-structure";
import { listObstacles } from "~db/queries/value-history";

/** One plan and period as those who lead read it: the scorecard, and what it means for whom. Nothing is printed yet. */
export interface Overview {
  answer: ScorecardAnswer;
  policy: CoveragePolicy;
  /** the as-of day */
  today: string;
  /** the years a reader can choose, the latest first */
  years: PeriodKey[];
  problems: Problem[];
  /** what stands in the way, by the indicator of a shown problem */
  obstacles: ReadonlyMap<Id, string>;
  goals: AgencyGoals;
  interim: InterimVerdicts;
  disruptions: DisruptionInForce[];
  /** values owed for the period, of the parts the reader sees */
  obligations: ObligationFact[];
  trend: Trend;
  /** the last edition of the same plan, period and ceiling */
  edition: QuotedEdition | null;
}

export const PROBLEMS_SHOWN = 5;

/** Plans before this one that the trend goes back to. */
const PLANS_BEFORE = 2;

/**
 * The page of those who lead, as this reader may see it: what the scorecard is read from, read once, and a few small
 * selects. Throws DomainError as `getScorecard` does.
 */
export async function getOverview(db: Db, actor: Actor, now: string, question: ScorecardQuestion): Promise<Overview> {
  const gathered = await getScorecardFacts(db, actor, now, question);
  const answer = answerOf(gathered);
  const { input, facts, plan } = gathered;
  const { scorecard } = answer;
  const { tree, readings, plan: whole } = scorecard;
  const { today, periodKey, policy } = input;
  const obligations = facts.obligations.filter(({ indicatorId }) => tree.indicatorById.has(indicatorId));
  const problems = worstProblems({ tree, readings, obligations, periodKey, today });
  const goalIds = goalsOf(answer).flatMap(({ nodeId }) => nodeId ?? []);
  const reading = input.reading === "official" ? facts.values.filter(({ verified }) => verified) : facts.values;
  return {
    answer, policy, today, problems,
    years: yearsOf(plan, today),
    obstacles: await obstaclesOf(db, problems.slice(0, PROBLEMS_SHOWN), reading),
    goals: agencyGoals(tree, readings, goalIds, whole.implementation.counts.due > 0 ? "results" : "pace"),
    interim: interimVerdicts(tree, scorecard.measures, facts.verdicts, { periodKey, today, basisDate: basisDate(input, answer.version.structure) }),
    disruptions: disruptionsInForce(facts.disruptions, tree, earlier(period(periodKey).endsOn, today)),
    obligations: obligations.filter(({ periodKey: key }) => containsPeriod(periodKey, key)),
    trend: trendOf([...(await yearsBefore(db, actor, now, question, plan.id)), { planCode: plan.code, years: yearsUpToNow(gathered) }]),
    edition: input.ceiling === "restricted" ? null : await findQuotedEdition(db, { planId: plan.id, periodKey, ceiling: input.ceiling }, input.knownAt),
  };
}

/** Every year of the plan that has begun, whichever the page is of. */
function yearsUpToNow({ input, plan }: { input: ScorecardInput; plan: ScorecardFacts["plan"] }): YearRate[] {
  const [last = input.periodKey] = yearsOf(plan, input.today);
  return computeOnce({ ...input, periodKey: last }).years;
}

/** Earlier plans of the same coordinator, each as its own scorecard reads it; one that the reader may not see has no years. */
async function yearsBefore(db: Db, actor: Actor, now: string, question: ScorecardQuestion, planId: Id): Promise<{ planCode: string; years: YearRate[] }[]> {
  const found: { planCode: string; years: YearRate[] }[] = [];
  for (const { code: planCode, endsOn } of await listPlansBefore(db, planId, PLANS_BEFORE)) {
    const periodKey = endsOn.slice(0, 4);
    const gathered = await getScorecardFacts(db, actor, now, { ...question, planCode, periodKey }).catch(noSuchPlan);
    if (gathered !== null) found.unshift({ planCode, years: computeOnce(gathered.input).years });
  }
  return found;
}

function noSuchPlan(error: unknown): null {
  if (error instanceof DomainError && error.kind === "not_found") return null;
  throw error;
}

/** What the newest of the values a problem is read from names as standing in the way. */
async function obstaclesOf(db: Db, problems: readonly Problem[], values: readonly ValueFact[]): Promise<Map<Id, string>> {
  const readFrom = new Set(problems.flatMap(({ reading }) => reading.actual.measurementIds));
  const versions = values.filter(({ measurementId }) => readFrom.has(measurementId)).sort((a, b) => comparePeriods(a.periodKey, b.periodKey) || a.no - b.no);
  const named = await listObstacles(db, versions);
  return new Map(versions.flatMap(({ indicatorId, measurementId, no }) => {
    const obstacle = named.get(`${measurementId}/${no}`);
    return obstacle === undefined ? [] : [[indicatorId, obstacle] as const];
  }));
}
