/**
 * The scorecard of a plan and a period: every figure that a screen, a file or the command line prints, from one
 * function (rules 10–13, 15, 18 and 21 of the calculation rules). Cut to the ceiling first; then one pass over the
 * basis; the lines beside (current plan, plan as first adopted, backlog) are the same pass over other versions.
 */
import { averageProgressTree } from "./average-progress";
import { cutDisruptions, cutToCeiling, effectiveAccess, isWithinCeiling, withDropped, type CutPlan } from "./access";
import { backlogOfYear, type BacklogYear } from "./backlog";
import { backlogItems, type BacklogPlanYear } from "./backlog-items";
import type { CoveragePolicy } from "./coverage";
import { earlier, later } from "./dates";
import { suspensionOn } from "./disruptions";
import { DomainError } from "./errors";
import type { Exact } from "./exact";
import type { AccessLevel, CalendarDate, DisruptionFact, Id, PeriodKey, PlanStructure, ValueFact, VerdictFact } from "./facts";
import { groupBy } from "./group-by";
import { countImplementation, dueWithSuspended, rateOver, type RateOver } from "./implementation";
import type { MeasureReading } from "./measures-due";
import { measureTimeliness, type MeasureTimeliness } from "./measure-timeliness";
import { isSuspended, scoreParts, type PartScore } from "./part-scores";
import type { ReadingKind } from "./parts";
import { period, yearKey } from "./periods";
import { readPlan, type PlanReadings } from "./plan-readings";
import { sigmaPoints } from "./printing";
import { chooseVersion, versionInForce, type Basis } from "./plan-versions";
import type { IndicatorReading, ReadingLabel, RollupResult } from "./reading";
import { rollup } from "./rollup";
import { nodePath, owingAgencies, placeOf, type PlanTree } from "./structure";
import type { YearRate } from "./trend";
import { readVerdicts, type VerdictReading } from "./verdict-readings";

export interface ScorecardInput {
  /** versions of one plan accepted by the as-of time, in any order */
  versions: readonly PlanStructure[];
  /** the version whose access levels hold; null = the one in force on the as-of day */
  levelsOf: PlanStructure | null;
  /** versions of values recorded by the as-of time */
  values: readonly ValueFact[];
  disruptions: readonly DisruptionFact[];
  /** latest verdicts recorded by the as-of time, final ones and newer drafts */
  verdicts: readonly VerdictFact[];
  periodKey: PeriodKey;
  /** the as-of day in Kyiv: what is over by then is due */
  today: CalendarDate;
  knownAt: string;
  cutOff: CalendarDate | null;
  ceiling: AccessLevel;
  basis: Basis;
  reading: ReadingKind;
  policy: CoveragePolicy;
  rulesVersion: number;
}

export interface Scorecard {
  label: ReadingLabel;
  periodKey: PeriodKey;
  /** as cut to the ceiling; names and order for whatever prints the figures */
  tree: PlanTree;
  plan: PartScore;
  /** every node, parents first, in list order */
  nodes: PartScore[];
  measures: MeasureReading[];
  /** every measure of the tree, by id: due in the period or not */
  verdictOf: ReadonlyMap<Id, VerdictReading>;
  /** every measure of the tree, in list order: whether it is done by its date, the original and the extended one */
  timeliness: MeasureTimeliness[];
  /** reading (ii); never under one label with (i) */
  averageProgress: RollupResult;
  averageProgressToEnd: RollupResult;
  /** the line below the headline: the same numerator over other denominators (rule 10 i) */
  nextLine: { withSuspended: RateOver; asFirstAdopted: RateOver };
  /** the rate by the plan in force on the as-of day, with its own numerator (rule 15); null = none in force */
  currentPlan: RateOver | null;
  /** what the SIGMA points are of: the exact rate with suspended items kept */
  sigmaBasis: RateOver;
  /** 0 to 15; null over nothing */
  sigmaPoints: Exact | null;
  /** beside a yearly rate only */
  backlog: BacklogYear | null;
  /** beside a yearly rate: those of the plan's years up to it, each on its own basis */
  years: YearRate[];
  /** in list order */
  readings: IndicatorReading[];
}

/** Throws DomainError no_plan_version when the plan is not in force in the period. */
export function assembleScorecard(input: ScorecardInput): Scorecard {
  const choose = (basis: Basis, periodKey: PeriodKey) => structureOn({ ...input, basis, periodKey });
  const structure = structureRead(input);
  const read = reader(input, hiddenFor(input, structure));
  const readings = read(structure, input.periodKey);
  const first = choose("as_first_adopted", input.periodKey) ?? structure;
  const current = choose("current", input.periodKey);

  const listDate = basisDate(input, structure);
  const verdictOf = verdictsOf(readings.tree, input, listDate);
  const parts = scoreParts(readings, input.disruptions, verdictOf, input.policy);
  const { counts } = parts.plan.implementation;
  const withSuspended = rateOver(counts.achieved, dueWithSuspended(counts));
  const currentCounts = current === null ? null : countsOf(read(current, input.periodKey), input.policy);
  const isYear = period(input.periodKey).kind === "year";
  const years = isYear ? planYears(input, read, first.startsOn, (key) => choose(input.basis, key)) : [];
  return {
    label: {
      planVersionId: structure.planVersionId,
      basis: input.basis,
      rulesVersion: input.rulesVersion,
      cutOff: input.cutOff,
      knownAt: input.knownAt,
      ceiling: input.ceiling,
      includesProvisional: input.reading === "including_provisional",
    },
    periodKey: input.periodKey,
    tree: readings.tree,
    ...parts,
    verdictOf,
    timeliness: timelinessOf(readings, input, { current, basisDate: listDate }),
    averageProgress: rollup(averageProgressTree(readings.tree, readings.byIndicator, "to_period"), input.policy),
    averageProgressToEnd: rollup(averageProgressTree(readings.tree, readings.byIndicator, "to_end"), input.policy),
    nextLine: { withSuspended, asFirstAdopted: rateOver(counts.achieved, dueWithSuspended(countsOf(read(first, input.periodKey), input.policy))) },
    currentPlan: currentCounts === null ? null : rateOver(currentCounts.achieved, currentCounts.due),
    sigmaBasis: withSuspended,
    sigmaPoints: withSuspended.rate === null ? null : sigmaPoints(withSuspended.rate),
    backlog: isYear ? backlogOfYear(backlogItems(years), period(input.periodKey).year) : null,
    years: years.map(({ readings: { tree, byIndicator, periodKey } }) => ({
      periodKey, planVersionId: tree.plan.planVersionId, versionNo: tree.plan.versionNo, implementation: implementationOf({ tree, byIndicator }, input.policy),
    })),
    readings: [...readings.byIndicator.values()],
  };
}

/** The version the figures stand on. Throws DomainError no_plan_version when the plan is not in force in the period. */
export function structureRead(input: ScorecardInput): PlanStructure {
  const structure = structureOn(input);
  if (structure === null) throw new DomainError("no_plan_version", { periodKey: input.periodKey });
  return structure;
}

const headsOf = ({ versions }: Pick<ScorecardInput, "versions">) =>
  versions.map((structure) => ({ planVersionId: structure.planVersionId, no: structure.versionNo, inForceFrom: structure.inForceFrom, structure }));

const structureOn = (input: ScorecardInput): PlanStructure | null =>
  chooseVersion(headsOf(input), input.basis, period(input.periodKey), input.today)?.structure ?? null;

/** What the levels of the reading hide in every version of the plan (rule 18). */
export const hiddenFor = (input: ScorecardInput, structure: PlanStructure): Set<Id> =>
  hiddenIn(input.levelsOf ?? versionInForce(headsOf(input), input.today)?.structure ?? structure, input.versions, input.ceiling);

type Read = (structure: PlanStructure, periodKey: PeriodKey) => PlanReadings;

/** Reads a version for a period, each pair once. */
function reader(input: ScorecardInput, hidden: ReadonlySet<Id>): Read {
  const cuts = new Map<Id, { cut: CutPlan; disruptions: DisruptionFact[] }>();
  const done = new Map<string, PlanReadings>();
  return (structure, periodKey) => {
    const key = `${structure.planVersionId} ${periodKey}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    let own = cuts.get(structure.planVersionId);
    if (own === undefined) {
      const cut = cutToCeiling(structure, input.values, input.ceiling, input.reading, hidden);
      own = { cut, disruptions: cutDisruptions(input.disruptions, cut.cutIds) };
      cuts.set(structure.planVersionId, own);
    }
    const readings = readPlan({ ...own, periodKey, today: input.today, reading: input.reading });
    done.set(key, readings);
    return readings;
  };
}

/** What the newest version closes, or what another one closed and it no longer names, is not shown through any. */
export function hiddenIn(newest: PlanStructure, others: readonly PlanStructure[], ceiling: AccessLevel): Set<Id> {
  const { node, measure, indicator } = effectiveAccess(withDropped(newest, others));
  return new Set([...node, ...measure, ...indicator].flatMap(([id, level]) => (isWithinCeiling(level, ceiling) ? [] : [id])));
}

/** The parts a scorecard is read by: strategic goals, or the topmost nodes where a plan names none. */
export function goalParts({ nodes }: Pick<Scorecard, "nodes">): PartScore[] {
  const goals = nodes.filter(({ role }) => role === "goal");
  return goals.length > 0 ? goals : nodes.filter(({ depth }) => depth === 1);
}

/** The day the list of measures stands on: what an amendment takes out after it stays in (rules 10 and 15). */
export function basisDate({ basis, periodKey, today }: Pick<ScorecardInput, "basis" | "periodKey" | "today">, structure: Pick<PlanStructure, "inForceFrom">): CalendarDate {
  if (basis === "current") return today;
  if (basis === "as_first_adopted") return structure.inForceFrom;
  return later(`${periodKey.slice(0, 4)}-01-01`, structure.inForceFrom);
}

/** The verdict reading of every measure of the tree, by id. */
export function verdictsOf(tree: PlanTree, { verdicts, periodKey, today }: Pick<ScorecardInput, "verdicts" | "periodKey" | "today">, basisDate: CalendarDate): Map<Id, VerdictReading> {
  const ofMeasure = groupBy(verdicts, ({ measureId }) => measureId);
  return new Map([...tree.measureById.values()].map((measure) => [measure.fact.id, readVerdicts(measure, ofMeasure.get(measure.fact.id) ?? [], { periodKey, today, basisDate })]));
}

/** By the date of the first version that has the measure and is not above the ceiling, and of the one in force or, if it left, the last. */
function timelinessOf({ tree, periodKey }: PlanReadings, input: ScorecardInput, { current, basisDate }: { current: PlanStructure | null; basisDate: CalendarDate }): MeasureTimeliness[] {
  const versions = [...input.versions].sort((a, b) => a.versionNo - b.versionNo).map((structure) => {
    const levels = effectiveAccess(structure).measure;
    return { structure, dueOn: new Map(structure.measures.filter(({ id }) => isWithinCeiling(levels.get(id) ?? "public", input.ceiling)).map(({ id, dueOn }) => [id, dueOn])) };
  });
  const ofMeasure = groupBy(input.verdicts, ({ measureId }) => measureId);
  return [...tree.measureById.values()].map((measure) => {
    const { id, dueOn } = measure.fact;
    const having = versions.filter((version) => version.dueOn.has(id));
    const now = having.find(({ structure }) => structure === current) ?? having[having.length - 1];
    const dateIn = (version: (typeof versions)[number] | undefined) => (version === undefined ? dueOn : (version.dueOn.get(id) ?? null));
    return measureTimeliness(measure, ofMeasure.get(id) ?? [], {
      periodKey, today: input.today, basisDate, originalDueOn: dateIn(having[0]), extendedDueOn: dateIn(now), suspended: isSuspended(measure, periodKey, input.disruptions),
    });
  });
}

const implementationOf = ({ tree, byIndicator }: Pick<PlanReadings, "tree" | "byIndicator">, policy: CoveragePolicy) =>
  countImplementation([...byIndicator.values()], tree.indicatorById, 0, policy);

const countsOf = (readings: PlanReadings, policy: CoveragePolicy) => implementationOf(readings, policy).counts;

/** Each year of the plan up to the one read, on its own basis (rule 21). */
function planYears(input: ScorecardInput, read: Read, planStartsOn: CalendarDate, choose: (key: PeriodKey) => PlanStructure | null): BacklogPlanYear[] {
  const { year } = period(input.periodKey);
  const years: BacklogPlanYear[] = [];
  for (let each = Number(planStartsOn.slice(0, 4)); each <= year; each += 1) {
    const structure = choose(yearKey(each));
    if (structure === null) continue;
    const readings = read(structure, yearKey(each));
    years.push({ readings, isSuspended: (id) => isIndicatorSuspended(readings.tree, id, input.disruptions, earlier(period(yearKey(each)).endsOn, input.today)) });
  }
  return years;
}

function isIndicatorSuspended(tree: PlanTree, id: Id, disruptions: readonly DisruptionFact[], on: CalendarDate): boolean {
  const indicator = tree.indicatorById.get(id);
  if (indicator === undefined) return false;
  const { measure, node } = placeOf(tree, indicator);
  const subject = { indicatorId: id, measureId: indicator.measureId, nodePath: nodePath(node), agencyIds: owingAgencies(indicator, measure?.fact ?? null) };
  return suspensionOn(disruptions, subject, on) !== null;
}
