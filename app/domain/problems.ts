/**
 * The worst problems of a plan in a period, for those who lead. What a problem is comes from rules 5, 8 and 14 of the
 * calculation rules; the order is ours (docs/read-the-overview.md):
 * 1. at risk, 2. not reported, 3. not achieved where rule 14 gives no light, 4. behind. Within a kind: what is due before
 * what still runs, then the wider gap between expected and made, then the longer overdue, then the plan's own order.
 * One row a measure, its worst; the others of it are counted. No problem: what is suspended, excluded or asks for nothing
 * in the period, and a value that waits for verification, as its body has done its part.
 */
import type { CalendarDate, Id, IndicatorFact, MeasureFact, ObligationFact, PeriodKey } from "./facts";
import { dueDay } from "./due-state";
import { ZERO, type Exact } from "./exact";
import { groupBy } from "./group-by";
import { containsPeriod } from "./periods";
import { isCounted } from "./read-value";
import type { IndicatorReading } from "./reading";
import { isDeciding, owingAgencies, type PlanTree } from "./structure";
import { datedTargets, isAfterDeadline } from "./targets";

/** From the worst. */
export const PROBLEM_KINDS = ["at_risk", "not_reported", "not_achieved", "behind"] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** The next day on which something is to happen. */
export interface NextDate {
  on: CalendarDate;
  what: "report" | "target" | "deadline";
}

export interface Problem {
  kind: ProblemKind;
  indicator: IndicatorFact;
  measure: MeasureFact | null;
  reading: IndicatorReading;
  ownerIds: Id[];
  /** expected less made, as a share; null where rule 14 gives no pace */
  gap: Exact | null;
  /** first day by which a value of the period was to be sent and was not; null = nothing is overdue */
  missedOn: CalendarDate | null;
  next: NextDate | null;
  /** further problems of the same measure */
  others: number;
}

interface Asked {
  tree: PlanTree;
  readings: readonly IndicatorReading[];
  obligations: readonly ObligationFact[];
  periodKey: PeriodKey;
  today: CalendarDate;
}

/** Every problem, one a measure, the worst first. */
export function worstProblems(asked: Asked): Problem[] {
  const owedFor = groupBy(asked.obligations.filter(({ excluded, submittedAt }) => !excluded && submittedAt === null), ({ indicatorId }) => indicatorId);
  const found = asked.readings.flatMap((reading) => problemOf(asked, reading, owedFor.get(reading.indicatorId) ?? []) ?? []);
  const worstFirst = [...found].sort(byOrder);
  const ofMeasure = groupBy(worstFirst, ({ indicator }) => indicator.measureId ?? indicator.id);
  return [...ofMeasure.values()].flatMap(([worst, ...others]) => (worst === undefined ? [] : [{ ...worst, others: others.length }]));
}

function problemOf({ tree, periodKey, today }: Asked, reading: IndicatorReading, open: readonly ObligationFact[]): Problem | null {
  const indicator = tree.indicatorById.get(reading.indicatorId);
  const kind = indicator === undefined || !isDeciding(indicator) ? null : kindOf(reading);
  if (indicator === undefined || kind === null) return null;
  const measure = tree.measureById.get(indicator.measureId ?? "")?.fact ?? null;
  const missed = open.filter(({ dueOn, periodKey: key }) => dueOn < today && containsPeriod(periodKey, key)).map(({ dueOn }) => dueOn).sort();
  return {
    kind, indicator, measure, reading,
    ownerIds: owingAgencies(indicator, measure),
    gap: reading.pace === null ? null : reading.pace.expected.sub(reading.pace.progress),
    missedOn: missed[0] ?? null,
    next: nextDate(indicator, measure, open, today),
    others: 0,
  };
}

function kindOf({ due, averageDue, pace, achieved, actual, awaitingVerification }: IndicatorReading): ProblemKind | null {
  if (due !== "due" && due !== "not_yet_due") return null;
  if (achieved === "achieved") return null;
  if (pace?.light === "at_risk") return "at_risk";
  if (!isCounted(actual)) return averageDue === "due" && !awaitingVerification ? "not_reported" : null;
  if (pace?.light === "behind") return "behind";
  return due === "due" && pace === null ? "not_achieved" : null;
}

function byOrder(a: Problem, b: Problem): number {
  return (
    PROBLEM_KINDS.indexOf(a.kind) - PROBLEM_KINDS.indexOf(b.kind) ||
    Number(a.reading.due !== "due") - Number(b.reading.due !== "due") ||
    (b.gap ?? ZERO).compare(a.gap ?? ZERO) ||
    compareDates(a.missedOn, b.missedOn)
  );
}

/** The earlier first, none last. */
function compareDates(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The earliest day from today on: a report is owed, a target falls due, the measure ends. */
function nextDate(indicator: IndicatorFact, measure: MeasureFact | null, open: readonly ObligationFact[], today: CalendarDate): NextDate | null {
  const deadline = measure?.dueOn ?? null;
  const targets = datedTargets(indicator).filter((target) => !isAfterDeadline(target, deadline));
  const dates: NextDate[] = [
    ...open.map(({ dueOn }): NextDate => ({ on: dueOn, what: "report" })),
    ...targets.flatMap((target): NextDate[] => { const on = dueDay(target, measure); return on === null ? [] : [{ on, what: "target" }]; }),
    ...(deadline === null ? [] : [{ on: deadline, what: "deadline" as const }]),
  ];
  return dates.filter(({ on }) => on >= today).reduce<NextDate | null>((first, each) => (first === null || each.on < first.on ? each : first), null);
}
