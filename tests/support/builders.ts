/**
 * Builders that speak the domain: `aMeasure("M1").ledBy("SBGS").dueBy("2020-12-31").with(anIndicator("I1").flow())`.
 * Each call returns a new builder, so a part can be shared between rows of a table. Defaults are the dullest
 * thing there is: public, blank kind, a rising number for the year, nothing reported.
 */
import { exact, type Exact } from "~/domain/exact";
import type {
  AccessLevel, CalendarDate, Content, Executor, Id, IndicatorFact, LevelRole, MeasureFact, NodeFact, PeriodKey, PlanStructure, ReasonCode, ValueFact,
} from "~/domain/facts";
import type { CountedVerdict } from "~/domain/verdict-counts";
import type { DueState, Exclusion, IndicatorReading, Light } from "~/domain/reading";

type Amount = string | number;
const text = (name: string) => ({ uk: name, en: name });
const amount = (value: Amount): Exact => exact(value);
const orNull = (value: Amount | null): Exact | null => (value === null ? null : exact(value));
export const number = (value: Amount): Content => ({ kind: "number", value: exact(value) });
export const parts = (numerator: Amount, denominator: Amount): Content => ({ kind: "parts", numerator: exact(numerator), denominator: exact(denominator) });
const content = (value: Amount | Content): Content => (typeof value === "object" ? value : number(value));

export class IndicatorBuilder {
  constructor(readonly fact: IndicatorFact) {}
  but(change: Partial<IndicatorFact>) { return new IndicatorBuilder({ ...this.fact, ...change }); }
  outcome() { return this.but({ kind: "outcome" }); }
  context() { return this.but({ kind: "context" }); }
  process() { return this.but({ kind: "process" }); }
  flow() { return this.but({ aggregation: "flow" }); }
  cumulative() { return this.but({ aggregation: "cumulative_entered" }); }
  falling() { return this.but({ direction: "decrease" }); }
  percentage() { return this.but({ valueType: "percentage", precision: 1 }); }
  yesNo() { return this.but({ valueType: "yes_no" }); }
  stages(count: number) {
    const stages = Array.from({ length: count }, (_, index) => ({ no: index + 1, code: `S${index + 1}`, label: text(`stage ${index + 1}`), weight: null }));
    return this.but({ valueType: "stages", stages });
  }
  weighing(weight: Amount | null) { return this.but({ weight: orNull(weight) }); }
  from(baseline: Amount | Content, year = 2019) { return this.but({ baseline: { content: content(baseline), on: null, year, basis: null } }); }
  target(periodKey: PeriodKey | null, value: Amount | Content) {
    return this.but({ targets: [...this.fact.targets, { periodKey, by: null, content: content(value), range: null, qualifier: null, disputed: null }] });
  }
  access(access: AccessLevel) { return this.but({ access }); }
  owedBy(...agencies: Id[]) { return agencies.length === 1 ? this.but({ responsibleAgencyId: agencies[0] ?? null }) : this.but({ reporterIds: agencies }); }
  at(position: number) { return this.but({ position }); }
}

/** A rising stock, precision 0, reported yearly; its code is its id. */
export function anIndicator(id: Id): IndicatorBuilder {
  return new IndicatorBuilder({
    id, measureId: null, nodeId: null, position: 0, code: id, name: text(id), kind: null, valueType: "number", direction: "increase",
    aggregation: "stock", unit: null, precision: 0, frequency: "annual", responsibleAgencyId: null, reporterIds: [], weight: null,
    access: "public", stages: [], holdRange: null, scale: null, baseline: null, targets: [], totalTarget: null, quarterShares: null, carryForward: false,
  });
}

export class MeasureBuilder {
  constructor(readonly fact: MeasureFact, readonly indicators: IndicatorBuilder[]) {}
  but(change: Partial<MeasureFact>) { return new MeasureBuilder({ ...this.fact, ...change }, this.indicators); }
  startingOn(startsOn: CalendarDate) { return this.but({ startsOn }); }
  dueBy(dueOn: CalendarDate) { return this.but({ dueOn }); }
  weighing(weight: Amount | null) { return this.but({ weight: orNull(weight) }); }
  access(access: AccessLevel) { return this.but({ access }); }
  at(position: number) { return this.but({ position }); }
  ledBy(agencyId: Id) { return this.executedBy({ agencyId, role: "lead", byConsent: false }); }
  together(agencyId: Id) { return this.executedBy({ agencyId, role: "co", byConsent: false }); }
  byConsent(agencyId: Id) { return this.executedBy({ agencyId, role: "co", byConsent: true }); }
  with(...indicators: IndicatorBuilder[]) { return new MeasureBuilder(this.fact, [...this.indicators, ...indicators]); }
  private executedBy(executor: Omit<Executor, "position">) {
    return this.but({ executors: [...this.fact.executors, { ...executor, position: this.fact.executors.length + 1 }] });
  }
}

export function aMeasure(id: Id): MeasureBuilder {
  const fact: MeasureFact = {
    id, nodeId: "", position: 0, code: id, title: text(id), startsOn: null, dueOn: null, weight: null, access: "public", jointRule: "by_executors", executors: [],
  };
  return new MeasureBuilder(fact, []);
}

type Part = NodeBuilder | MeasureBuilder | IndicatorBuilder;

export class NodeBuilder {
  constructor(readonly fact: NodeFact, readonly parts: Part[]) {}
  but(change: Partial<NodeFact>) { return new NodeBuilder({ ...this.fact, ...change }, this.parts); }
  role(role: LevelRole) { return this.but({ role }); }
  weighing(weight: Amount | null) { return this.but({ weight: orNull(weight) }); }
  access(access: AccessLevel) { return this.but({ access }); }
  with(...parts: Part[]) { return new NodeBuilder(this.fact, [...this.parts, ...parts]); }
}

/** A goal unless said otherwise. */
export const aNode = (id: Id) =>
  new NodeBuilder({ id, parentId: null, depth: 1, role: "goal", position: 0, code: id, title: text(id), weight: null, access: "public" }, []);

export class PlanBuilder {
  constructor(readonly plan: PlanStructure, readonly roots: NodeBuilder[]) {}
  but(change: Partial<PlanStructure>) { return new PlanBuilder({ ...this.plan, ...change }, this.roots); }
  version(versionNo: number, inForceFrom: CalendarDate) { return this.but({ planVersionId: `${this.plan.planId}-v${versionNo}`, versionNo, inForceFrom }); }
  running(startsOn: CalendarDate, endsOn: CalendarDate | null) { return this.but({ startsOn, endsOn }); }
  with(...roots: NodeBuilder[]) { return new PlanBuilder(this.plan, [...this.roots, ...roots]); }
  build(): PlanStructure {
    const plan: PlanStructure = { ...this.plan, nodes: [], measures: [], indicators: [] };
    this.roots.forEach((root, index) => add(plan, root, null, 1, index + 1));
    return plan;
  }
}

/** 2020–2022, in force from its first day. */
export const aPlan = (planId: Id = "P") =>
  new PlanBuilder(
    { planId, planVersionId: `${planId}-v1`, versionNo: 1, inForceFrom: "2020-01-01", startsOn: "2020-01-01", endsOn: "2022-12-31", nodes: [], measures: [], indicators: [] },
    [],
  );

function add(plan: PlanStructure, part: Part, above: { node: Id } | { measure: Id } | null, depth: number, order: number): void {
  const node = above !== null && "node" in above ? above.node : null;
  if (part instanceof NodeBuilder) {
    plan.nodes.push({ ...part.fact, parentId: node, depth, position: part.fact.position || order });
    part.parts.forEach((child, index) => add(plan, child, { node: part.fact.id }, depth + 1, index + 1));
  } else if (part instanceof MeasureBuilder) {
    plan.measures.push({ ...part.fact, nodeId: node ?? "", position: part.fact.position || order });
    part.indicators.forEach((child, index) => add(plan, child, { measure: part.fact.id }, depth, index + 1));
  } else {
    const measureId = above !== null && "measure" in above ? above.measure : null;
    plan.indicators.push({ ...part.fact, measureId, nodeId: node, position: part.fact.position || order });
  }
}

export class ValueBuilder {
  constructor(readonly fact: ValueFact) {}
  but(change: Partial<ValueFact>) { return new ValueBuilder({ ...this.fact, ...change }); }
  by(agencyId: Id) { return this.but({ agencyId, measurementId: `${this.fact.indicatorId}/${agencyId}/${this.fact.periodKey}` }); }
  unverified() { return this.but({ verified: false }); }
  access(access: AccessLevel) { return this.but({ access }); }
  none(reason: ReasonCode) { return this.but({ content: { kind: "missing", reason } }); }
  build() { return this.fact; }
}

/** A verified value of one body. */
export function aValue(indicatorId: Id, periodKey: PeriodKey, value: Amount | Content = 0): ValueBuilder {
  return new ValueBuilder({
    indicatorId, agencyId: "SBGS", periodKey, measurementId: `${indicatorId}/SBGS/${periodKey}`, no: 1, content: content(value),
    qualifier: null, observedOn: null, verified: true, access: "public",
  });
}

/** What reading one indicator said, for the tests of counting many. */
export class ReadingBuilder {
  constructor(readonly reading: IndicatorReading) {}
  but(change: Partial<IndicatorReading>) { return new ReadingBuilder({ ...this.reading, ...change }); }
  achieved() { return this.known().but({ achieved: "achieved", share: amount(1) }); }
  /** due, reported, short of its target */
  notAchieved(share: Amount = 0) { return this.known().but({ achieved: "not_achieved", share: amount(share) }); }
  unreported() {
    const missing = [{ indicatorId: this.reading.indicatorId, agencyId: "SBGS", periodKey: this.reading.periodKey, reason: "not_reported" as const, awaiting: false }];
    return this.but({ achieved: "missing", share: null, reported: false, verified: false, actual: { ...this.reading.actual, content: null, missing } });
  }
  awaiting() {
    const silent = this.unreported().but({ reported: true, awaitingVerification: true });
    const { actual } = silent.reading;
    return silent.but({ actual: { ...actual, missing: actual.missing.map((part) => ({ ...part, awaiting: true })) } });
  }
  notAssessable() { return this.but({ achieved: "not_assessable", share: null, reported: true }); }
  /** its date is over, as everything due; see `ahead` */
  excluded(exclusion: Exclusion) { return this.unreported().dueState("excluded").but({ exclusion, dateReached: true }); }
  ahead() { return this.but({ dateReached: false }); }
  notYetDue() { return this.unreported().dueState("not_yet_due").ahead(); }
  notDue() { return this.unreported().dueState("not_due").but({ target: null }).ahead(); }
  regressing() { return this.notAchieved(0).but({ progress: { ...this.reading.progress, flags: ["regressing"] } }); }
  pace(light: Light) { return this.but({ pace: { progress: amount(0), expected: amount(0), expectedValue: null, light, interpolatedTarget: false } }); }
  dueState(due: DueState) { return this.but({ due, averageDue: due }); }
  build() { return this.reading; }
  private known() {
    return this.but({
      reported: true, verified: true, awaitingVerification: false,
      actual: { ...this.reading.actual, content: number(1), knownParts: 1, missing: [], verified: true, periodKey: this.reading.periodKey },
    });
  }
}

/** Due in the year, nothing reported. */
export function aReading(indicatorId: Id, periodKey: PeriodKey = "2020"): ReadingBuilder {
  return new ReadingBuilder({
    indicatorId, measureId: null, nodeId: null, periodKey, access: "public", due: "due", averageDue: "due", dateReached: true, exclusion: null, disruptionId: null,
    actual: {
      content: null, label: "full", partUnit: null, knownParts: 0, ofParts: 1, missing: [], excludedParts: [], provisional: false, verified: false,
      periodKey: null, measurementIds: [],
    },
    target: { periodKey, by: null, content: number(1), range: null, qualifier: null, disputed: null },
    targetShare: amount(1), achieved: "missing",
    progress: { raw: null, notComputable: "no_value", attainment: null, attainmentKind: null, hold: null, floor: null, flags: [] },
    progressToEnd: null, share: null, shareExclusion: null, pace: null, stageNotLast: false, reported: false, verified: false, awaitingVerification: false,
  }).unreported();
}

/** 1 … n */
export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A measure's verdict as it is counted: on documents seen and as suggested, unless said otherwise. */
export const judged = (status: CountedVerdict["status"], but: Partial<CountedVerdict> = {}): CountedVerdict =>
  ({ status, grade: status === null ? null : "document_seen", against: status === null ? [] : ["same"], hasDraft: false, ...but });
