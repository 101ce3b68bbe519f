import { cutDisruptions, cutToCeiling, effectiveAccess, strictest, withDropped, type CutPlan, type EffectiveAccess } from "~/domain/access";
import { kyivDateOf } from "~/domain/dates";
import type { AccessLevel, CalendarDate, DisruptionFact, Id, IndicatorFact, PeriodKey, PlanStructure, ValueFact } from "~/domain/facts";
import { groupBy } from "~/domain/group-by";
import type { ReadingKind } from "~/domain/parts";
import { comparePeriods, containsPeriod, isPeriodKey, period, yearKey, yearOf } from "~/domain/periods";
import { indicatorsCutFor } from "~/domain/plan-readings";
import { chooseVersion, versionInForce, type Basis } from "~/domain/plan-versions";
import { readIndicator } from "~/domain/read-indicator";
import { hiddenIn } from "~/domain/scorecard";
import { readValue, type ValueInput, type ValueReading } from "~/domain/read-value";
import type { IndicatorReading } from "~/domain/reading";
import { buildTree, nodePath, owingAgencies, placeOf, type PlanTree, type TreeNode } from "~/domain/structure";
import type { AgencyLabel, PlanFacts } from "~db/queries/plan-facts";
import type { PlanRecord, PlanVersionRecord } from "~db/queries/plan-structure";

/**
 * A plan as one reader may see it today: the version in force, cut to their ceiling before anything is counted
 * (rule 18), what was reported, what interrupted it. Pages of the plan, its goals, measures and indicators read
 * this and nothing else.
 */
export interface PlanReading {
  plan: PlanRecord;
  version: PlanVersionRecord;
  tree: PlanTree;
  /** official versions and those that await verification; whether the latter may be shown is `showsProvisional` */
  values: ValueFact[];
  disruptions: DisruptionFact[];
  agencies: ReadonlyMap<Id, AgencyLabel>;
  ceiling: AccessLevel;
  today: CalendarDate;
  knownAt: string;
  basis: Basis;
  /** which values the figures are of; pages of one indicator show both kinds apart */
  valuesRead: ReadingKind;
  /** end of the address of pages read as this one is; "" where nothing was asked */
  asked: string;
  /** the same for the plan's own pages, with the period that was asked */
  askedHere: string;
  rulesVersion: number;
  showsProvisional(agencyId: Id): boolean;
  /** how closed a part is: as it was in the version read, or more so since */
  levelOf(kind: keyof EffectiveAccess, id: Id): AccessLevel;
  /** null = cut for that period: its official value lies above the ceiling */
  read(indicator: IndicatorFact, periodKey: PeriodKey, kind: ReadingKind): IndicatorReading | null;
  /** `yearToDate`: from 1 January, as `read` reads a flow inside its year; else the period alone */
  readValue(indicator: IndicatorFact, periodKey: PeriodKey, kind: ReadingKind, yearToDate?: boolean): ValueReading | null;
}

interface PlanReadingInput {
  plan: PlanRecord;
  version: PlanVersionRecord;
  facts: PlanFacts;
  ceiling: AccessLevel;
  /** bodies whose unverified values the reader may see */
  provisionalOf: "all" | readonly Id[];
  /** ISO instant */
  knownAt: string;
  basis: Basis;
  valuesRead?: ReadingKind;
  asked?: string;
  askedHere?: string;
  /** the version whose access levels hold: what it closes is not shown through an older one */
  levelsOf: PlanStructure;
}

export function assemblePlanReading({ plan, version, facts, ceiling, provisionalOf, knownAt, basis, levelsOf, valuesRead = "official", asked = "", askedHere = asked }: PlanReadingInput): PlanReading {
  const today = kyivDateOf(knownAt);
  const showsProvisional = (agencyId: Id) => provisionalOf === "all" || provisionalOf.includes(agencyId);
  const visible = facts.values.filter((value) => value.verified || showsProvisional(value.agencyId));
  const hidden = hiddenIn(levelsOf, plan.versions.map(({ structure }) => structure), ceiling);
  const levels = [effectiveAccess(version.structure), effectiveAccess(levelsOf)];
  const cuts: Record<ReadingKind, CutPlan> = {
    official: cutToCeiling(version.structure, facts.values, ceiling, "official", hidden),
    including_provisional: cutToCeiling(version.structure, visible, ceiling, "including_provisional", hidden),
  };
  const cut = cuts.official;
  const tree = buildTree(cut.structure);
  const disruptions = cutDisruptions(facts.disruptions, cut.cutIds);
  const isCut = (indicatorId: Id, key: PeriodKey, kind: ReadingKind) =>
    cuts[kind].cutPeriods.length > 0 && indicatorsCutFor(cuts[kind], key).has(indicatorId);

  const ofIndicator = ({ indicatorId }: ValueFact) => indicatorId;
  const valuesOf = { official: groupBy(cut.values, ofIndicator), including_provisional: groupBy(cuts.including_provisional.values, ofIndicator) };

  const inputOf = (indicator: IndicatorFact, periodKey: PeriodKey, kind: ReadingKind): ValueInput => {
    const { measure: above, node } = placeOf(tree, indicator);
    const measure = above?.fact ?? null;
    return {
      indicator, measure, nodePath: nodePath(node),
      owingAgencyIds: owingAgencies(indicator, measure),
      values: valuesOf[kind].get(indicator.id) ?? [],
      disruptions, periodKey, today, reading: kind,
    };
  };
  return {
    plan, version, tree, values: cut.values, disruptions, ceiling, today, knownAt, basis, valuesRead, asked, askedHere, rulesVersion: facts.method.rulesVersion, showsProvisional,
    levelOf: (kind, id) => strictest(...levels.map((each) => each[kind].get(id) ?? "public")),
    agencies: new Map(facts.agencies.map((agency) => [agency.id, agency])),
    read: (indicator, key, kind) => (isCut(indicator.id, key, kind) ? null : readIndicator(inputOf(indicator, key, kind))),
    readValue: (indicator, key, kind, yearToDate = false) => (isCut(indicator.id, key, kind) ? null : readValue(inputOf(indicator, key, kind), yearToDate)),
  };
}

/** Readings of every indicator of the tree in one period, by id; those cut for the period have none. */
export function readAll(reading: PlanReading, periodKey: PeriodKey, kind: ReadingKind = reading.valuesRead): Map<Id, IndicatorReading> {
  const readings = [...reading.tree.indicatorById.values()].map((indicator) => readOpenly(reading, indicator, periodKey, kind));
  return new Map(readings.flatMap((each) => (each === null ? [] : [[each.indicatorId, each]])));
}

/** An open target is compared with the latest value, of whatever period; so is, with nothing, a value without target. */
function readOpenly(reading: PlanReading, indicator: IndicatorFact, periodKey: PeriodKey, kind: ReadingKind): IndicatorReading | null {
  const own = reading.read(indicator, periodKey, kind);
  const isDated = indicator.targets.some((target) => target.periodKey !== null);
  if (own === null || isDated || own.actual.label !== "last_known") return own;
  const latest = reading.values.filter((value) => value.indicatorId === indicator.id && value.content.kind !== "missing").map((value) => value.periodKey).sort(comparePeriods).at(-1);
  const then = latest === undefined ? null : reading.read(indicator, latest, kind);
  // without a target of the year there is nothing to add a flow up to: the value is its period's alone
  const value = latest === undefined ? null : reading.readValue(indicator, latest, kind);
  return then === null || value === null ? own : { ...then, actual: value.actual };
}

/** The version in force on a day, else (a plan that has not begun) the first adopted. */
export function versionOn(plan: PlanRecord, on: CalendarDate): PlanVersionRecord | null {
  return versionInForce(headsOf(plan), on)?.record ?? plan.versions[0] ?? null;
}

/** The version of a basis in a period (rule 15); null where none was in force. */
export const versionOf = (plan: PlanRecord, basis: Basis, periodKey: PeriodKey, today: CalendarDate): PlanVersionRecord | null =>
  chooseVersion(headsOf(plan), basis, period(periodKey), today)?.record ?? null;

/** By the plan they are of: a page asks for the levels of the same plan and day again and again. */
const levelsKept = new WeakMap<PlanRecord, { on: CalendarDate; levels: PlanStructure }>();

/** What access levels hold on a day: those of the version in force, and of what it no longer names those it had last (rule 18). */
export function levelsOn(plan: PlanRecord, on: CalendarDate): PlanStructure | null {
  const kept = levelsKept.get(plan);
  if (kept?.on === on) return kept.levels;
  const newest = versionOn(plan, on)?.structure ?? null;
  if (newest === null) return null;
  const levels = withDropped(newest, plan.versions.map(({ structure }) => structure));
  levelsKept.set(plan, { on, levels });
  return levels;
}

const headsOf = (plan: PlanRecord) =>
  plan.versions.map((record) => ({ record, planVersionId: record.structure.planVersionId, no: record.structure.versionNo, inForceFrom: record.structure.inForceFrom }));

/** Years a reader can choose: from the plan's start to its end or the year that runs, the latest first. */
export function yearsOf(plan: Pick<PlanRecord, "startsOn" | "endsOn">, today: CalendarDate): PeriodKey[] {
  const first = yearOf(plan.startsOn.slice(0, 4));
  const last = Math.max(first, yearOf((plan.endsOn !== null && plan.endsOn < today ? plan.endsOn : today).slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => yearKey(last - index));
}

/** The year that runs; of a plan that is over, the last one anything was reported for. */
export function usualYear(reading: Pick<PlanReading, "plan" | "today" | "values">): PeriodKey {
  const years = yearsOf(reading.plan, reading.today);
  const latest = years[0] ?? reading.today.slice(0, 4);
  if (reading.plan.endsOn === null || reading.plan.endsOn >= reading.today) return latest;
  return years.find((year) => reading.values.some((value) => value.content.kind !== "missing" && containsPeriod(year, value.periodKey))) ?? latest;
}

/** The period a basis is of, or a page: the one asked, where it is of the plan's years, else the usual one. */
export function periodRead(reading: Pick<PlanReading, "plan" | "today" | "values">, asked: PeriodKey | null): PeriodKey {
  const isOfPlan = asked !== null && isPeriodKey(asked) && yearsOf(reading.plan, reading.today).includes(yearKey(yearOf(asked)));
  return isOfPlan ? asked : usualYear(reading);
}

/** The year a page is of, where years are what it can be read for. */
export const yearRead = (reading: Pick<PlanReading, "plan" | "today" | "values">, asked: PeriodKey | null): PeriodKey => yearKey(yearOf(periodRead(reading, asked)));

/** The node and all above it, the topmost first. */
export function pathTo(node: TreeNode | null): TreeNode[] {
  const path: TreeNode[] = [];
  for (let each = node; each !== null; each = each.parent) path.unshift(each);
  return path;
}
