import { effectiveAccess, strictest } from "~/domain/access";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, ClaimFact, Executor, Id, ObligationFact, PeriodKey, VerdictFact } from "~/domain/facts";
import { groupBy } from "~/domain/group-by";
import { readMeasure } from "~/domain/measures-due";
import { isSuspended } from "~/domain/part-scores";
import type { CoveragePolicy } from "~/domain/coverage";
import { isPeriodKey, period } from "~/domain/periods";
import { can, type Actor, type Subject } from "~/domain/permissions";
import type { IndicatorReading } from "~/domain/reading";
import { basisDate } from "~/domain/scorecard";
import { isDeciding, isWithinMeasureDates, type TreeMeasure } from "~/domain/structure";
import { readVerdicts, type VerdictReading } from "~/domain/verdict-readings";
import { versionOn, type PlanReading } from "~/features/plan/plan-reading";
import { readPlan } from "~/features/plan/read-plan.server";
import type { Db } from "~db/client.server";
import { recallFacts } from "~db/plan-memory.server";
import { listRounds } from "~db/queries/obligations";
import { listMeasuresWrittenBy } from "~db/queries/verdicts";

/** A measure to be judged in a round, read by the version of the plan that the round stands on. */
export interface ScoredMeasure {
  reading: PlanReading;
  measure: TreeMeasure;
  /** something of it falls due in the period, is still to fall due in it, or would if it did not stand still */
  isDue: boolean;
  /** official, of the round's period; those cut for it are absent */
  readings: ReadonlyMap<Id, IndicatorReading>;
  verdict: VerdictReading;
  /** what permissions are asked with */
  subject: Subject;
}

export interface ScoringPlan {
  cycle: { id: Id; periodKey: PeriodKey; kind: string; opensOn: string; dueOn: string };
  /** by the plan in force on 1 January (rule 15) */
  reading: PlanReading;
  /** every measure that runs in the period, what falls due first, then in the plan's order */
  measures: ScoredMeasure[];
  claims: ClaimFact[];
  obligations: ObligationFact[];
  policy: CoveragePolicy;
}

/**
 * A round of a plan as an evaluator reads it: the plan in force on 1 January of its period, cut to the actor's ceiling,
 * and what amendments have added since. Throws DomainError not_found: no such plan or round, or none for them.
 */
export async function readScoringPlan(db: Db, actor: Actor, now: string, asked: { planCode: string; periodKey: PeriodKey }): Promise<ScoringPlan> {
  const { planCode, periodKey } = asked;
  if (!isPeriodKey(periodKey)) throw new DomainError("not_found");
  const reading = await readPlan(db, actor, now, planCode, { basis: "in_force_on_1_january", periodKey });
  const isCurrent = versionOn(reading.plan, reading.today) === reading.version;
  const current = isCurrent ? reading : await readPlan(db, actor, now, planCode);
  const cycle = (await listRounds(db, reading.plan.id)).find((round) => round.period_key === periodKey && round.opens_on <= reading.today);
  if (cycle === undefined) throw new DomainError("not_found");
  const facts = await recallFacts(db, reading.plan.id, reading.knownAt, now);
  const { startsOn, endsOn } = period(periodKey);
  const written = await listMeasuresWrittenBy(db, actor.userId, reading.plan.id, startsOn, endsOn);
  const verdictsOf = groupBy(facts.verdicts, ({ measureId }) => measureId);
  const subjectOf = subjectsIn(reading, current);

  const scored = (from: PlanReading, measure: TreeMeasure): ScoredMeasure => {
    const readings = new Map(measure.indicators.flatMap((indicator) => {
      const read = from.read(indicator, periodKey, "official");
      return read === null ? [] : [[indicator.id, read] as const];
    }));
    return {
      reading: from, measure, readings,
      isDue: dueIn(from, measure, readings, periodKey),
      verdict: verdictIn(from, measure, verdictsOf.get(measure.fact.id) ?? [], periodKey),
      subject: { ...subjectOf(measure), authorIds: written.has(measure.fact.id) ? [actor.userId] : [] },
    };
  };
  const known = reading.tree.measureById;
  const added = measuresOf(current).filter(({ fact }) => !known.has(fact.id));
  const all = [...measuresOf(reading).map((measure) => scored(reading, measure)), ...added.map((measure) => scored(current, measure))]
    .filter(({ reading: from, measure }) => isWithinMeasureDates(measure.fact, from.tree.plan, { startsOn, endsOn }));
  return {
    cycle: { id: cycle.id, periodKey, kind: cycle.kind, opensOn: cycle.opens_on, dueOn: cycle.due_on },
    reading,
    measures: [...all.filter(({ isDue }) => isDue), ...all.filter(({ isDue }) => !isDue)],
    claims: facts.claims,
    obligations: facts.obligations,
    policy: facts.method.policy,
  };
}

/** Measures the actor may judge: what their own body executes, or they reported on themselves, is left out (case C16). */
export const judgeable = (actor: Actor, { measures }: Pick<ScoringPlan, "measures">): ScoredMeasure[] =>
  measures.filter(({ subject }) => can(actor, "score_measure", subject).ok);

/** In the plan's order. */
export const measuresOf = ({ tree }: Pick<PlanReading, "tree">): TreeMeasure[] => tree.nodes.flatMap(({ measures }) => measures);

/** Verdicts on a measure as the version read has its executors. */
export function verdictIn(reading: PlanReading, measure: TreeMeasure, verdicts: readonly VerdictFact[], periodKey: PeriodKey): VerdictReading {
  const { today, basis, version } = reading;
  return readVerdicts(measure, verdicts, { periodKey, today, basisDate: basisDate({ basis, periodKey, today }, version.structure) });
}

function dueIn({ tree, disruptions }: PlanReading, measure: TreeMeasure, readings: ReadonlyMap<Id, IndicatorReading>, periodKey: PeriodKey): boolean {
  const circumstances = {
    suspended: isSuspended(measure, periodKey, disruptions),
    indicatorsCut: measure.indicators.some((indicator) => isDeciding(indicator) && !readings.has(indicator.id)),
  };
  const { state, exclusion } = readMeasure(measure, readings, tree, period(periodKey), circumstances);
  return state === "due" || state === "not_yet_due" || exclusion === "suspended";
}

/** Levels and executors by the versions read: an amendment opens nothing and frees nobody. */
export function subjectsIn(...readings: PlanReading[]): (measure: TreeMeasure) => Subject & { access: AccessLevel; executors: Executor[] } {
  const known = [...new Set(readings)].map(({ version }) => ({ levels: effectiveAccess(version.structure).measure, facts: new Map(version.structure.measures.map((fact) => [fact.id, fact])) }));
  return ({ fact }) => ({
    access: strictest(...known.map(({ levels }) => levels.get(fact.id) ?? "public")),
    executors: [...new Set([fact, ...known.flatMap(({ facts }) => facts.get(fact.id) ?? [])])].flatMap(({ executors }) => executors),
  });
}
