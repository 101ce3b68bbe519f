import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { MeasureStatus } from "~/domain/facts";
import { period } from "~/domain/periods";
import { may, type Actor } from "~/domain/permissions";
import type { Light } from "~/domain/reading";
import { isWithinMeasureDates, leadOf } from "~/domain/structure";
import type { ReportLabel } from "~/features/report/report-table";
import { findReading } from "~/features/plan/read-plan.server";
import { abbreviation } from "~/features/plan/print-measure";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { recallFacts } from "~db/plan-memory.server";
import { listAllRounds } from "~db/queries/obligations";
import { listDraftTerms } from "~db/queries/verdicts";
import { scoringState, type ScoringState } from "./scoring-state";
import { judgeable, readScoringPlan, type ScoringPlan } from "./scoring-plan.server";
import { scoringLabels } from "./scoring-labels";
import { paceOf } from "./standing-of-measure";
import { leadClaim, suggestFor } from "./suggest-for";

export interface RoundChoice {
  planCode: string;
  periodKey: string;
  illustrative: boolean;
}

export interface ScoringRow extends ScoringState {
  code: string;
  title: string;
  lead: string;
  isDue: boolean;
  suggested: MeasureStatus | null;
  claimed: MeasureStatus | null;
  /** joint, of final verdicts */
  status: MeasureStatus | null;
  dueOn: string | null;
  pace: Light | null;
}

export interface ScoringQueue {
  round: RoundChoice & { dueOn: string };
  rounds: RoundChoice[];
  rows: ScoringRow[];
  labels: ReportLabel[];
}

/**
 * Measures of a round that the actor may judge, what falls due first; what their own body executes is not listed (case
 * C16). Without a round asked for: the one with most to do. Null = no round has opened yet. Throws not_found.
 */
export async function getScoringQueue(db: Db, actor: Actor, now: string, asked: { plan: string | null; period: string | null }, words: Words): Promise<ScoringQueue | null> {
  if (!may(actor, "score_measure")) throw new DomainError("not_found");
  const rounds = await openedRounds(db, now);
  const chosen = asked.plan === null && asked.period === null ? await roundWithMostToDo(db, actor, now, rounds) : roundAsked(rounds, asked);
  if (chosen === null) return null;
  const plan = await readScoringPlan(db, actor, now, chosen);
  const terms = new Map((await listDraftTerms(db, plan.cycle.id)).map((term) => [term.id, term]));
  return {
    round: { ...chosen, dueOn: plan.cycle.dueOn },
    rounds,
    rows: judgeable(actor, plan).map((scored) => rowOf(plan, scored, terms, now, words)),
    labels: scoringLabels(plan, words),
  };
}

async function openedRounds(db: Db, now: string): Promise<RoundChoice[]> {
  const today = kyivDateOf(now);
  const opened = (await listAllRounds(db)).filter((round) => round.opens_on <= today);
  const choices = opened.map((round) => [`${round.plan_code} ${round.period_key}`, { planCode: round.plan_code, periodKey: round.period_key, illustrative: round.illustrative }] as const);
  return [...new Map(choices).values()];
}

/** Of a plan alone: its latest round. */
function roundAsked(rounds: readonly RoundChoice[], asked: { plan: string | null; period: string | null }): RoundChoice {
  const found = rounds.find(({ planCode, periodKey }) => planCode === asked.plan && (asked.period === null || periodKey === asked.period));
  if (found === undefined) throw new DomainError("not_found");
  return found;
}

/** A plan that runs before one that is over, a period that is over before one that runs; then by measures without a final verdict. */
async function roundWithMostToDo(db: Db, actor: Actor, now: string, rounds: readonly RoundChoice[]): Promise<RoundChoice | null> {
  const today = kyivDateOf(now);
  const leftOf = new Map<string, (round: RoundChoice) => number[]>();
  for (const code of new Set(rounds.map(({ planCode }) => planCode))) {
    const reading = await findReading(db, actor, now, code);
    if (reading === null) continue;
    const { verdicts } = await recallFacts(db, reading.plan.id, reading.knownAt, now);
    const runs = reading.plan.endsOn === null || reading.plan.endsOn >= today;
    leftOf.set(code, ({ periodKey }) => {
      const done = new Set(verdicts.filter((each) => each.periodKey === periodKey && each.stage === "final").map(({ measureId }) => measureId));
      const left = [...reading.tree.measureById.values()].filter(({ fact }) => isWithinMeasureDates(fact, reading.tree.plan, period(periodKey)) && !done.has(fact.id)).length;
      return [Number(runs && left > 0), Number(period(periodKey).endsOn < today), left];
    });
  }
  const seen = rounds.filter(({ planCode }) => leftOf.has(planCode)).map((round) => ({ round, key: leftOf.get(round.planCode)?.(round) ?? [] }));
  return seen.reduce<(typeof seen)[number] | null>((most, each) => (most === null || isGreater(each.key, most.key) ? each : most), null)?.round ?? null;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function rowOf(plan: ScoringPlan, scored: ScoringPlan["measures"][number], terms: Parameters<typeof scoringState>[1], now: string, words: Words): ScoringRow {
  const { measure, reading, verdict } = scored;
  const { periodKey } = plan.cycle;
  return {
    code: measure.fact.code,
    title: chooseText(measure.fact.title, words.print.language).text,
    lead: abbreviation(reading.agencies, leadOf(measure.fact)?.agencyId ?? null, words),
    isDue: scored.isDue,
    suggested: suggestFor(reading, measure, periodKey, plan.claims).status,
    claimed: leadClaim(measure, periodKey, plan.claims)?.status ?? null,
    status: verdict.status,
    dueOn: measure.fact.dueOn,
    pace: paceOf(plan, scored)?.light ?? null,
    ...scoringState(verdict, terms, now),
  };
}
