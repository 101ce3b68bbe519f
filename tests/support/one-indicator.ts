/**
 * One indicator read in one period, told as a story: `reading(anIndicator("I").flow().from(80).target("2026", 85))
 * .value("2026-Q1", 20).missing("2026-Q2", "lost").on("2026-07-20").in("2026-Q2")`. Figures come out as printed.
 */
import type { AccessLevel, CalendarDate, Content, DisruptionEffect, DisruptionFact, DisruptionScopeKind, Id, MeasureFact, PeriodKey, ReasonCode, ValueFact } from "~/domain/facts";
import type { Exact } from "~/domain/exact";
import { figureOf } from "~/domain/indicator-types/registry";
import type { ReadingKind } from "~/domain/parts";
import { measureForSuggestion } from "~/domain/measure-suggestion";
import { printedPercent } from "~/domain/printing";
import { readIndicator, type ReadIndicatorInput } from "~/domain/read-indicator";
import { aMeasure, aNode, number, type IndicatorBuilder, type MeasureBuilder } from "./builders";

type Amount = string | number | Content;
const content = (value: Amount): Content => (typeof value === "object" ? value : number(value));

export const share = (value: string | number): Content => ({ kind: "share", value: (number(value) as { value: Exact }).value });
export const stage = (no: number): Content => ({ kind: "stage", no });
export const yes: Content = { kind: "yes_no", value: true };
export const no: Content = { kind: "yes_no", value: false };

/** "49.9" for a share of 0.4991, null for none. */
export const percent = (value: Exact | null | undefined) => (value == null ? null : printedPercent(value));

export class OneIndicator {
  constructor(readonly input: ReadIndicatorInput) {}
  private but(change: Partial<ReadIndicatorInput>) { return new OneIndicator({ ...this.input, ...change }); }
  private adding(periodKey: PeriodKey, what: ValueFact["content"], change: Partial<ValueFact> = {}) {
    const { values, indicator } = this.input;
    const agencyId = change.agencyId ?? this.input.owingAgencyIds[0] ?? "SBGS";
    const fact: ValueFact = {
      indicatorId: indicator.id, agencyId, periodKey, measurementId: `${agencyId}/${periodKey}`, no: 1, content: what,
      qualifier: null, observedOn: null, verified: true, access: "public", ...change,
    };
    return this.but({ values: [...values, fact] });
  }
  value(periodKey: PeriodKey, value: Amount, change: Partial<ValueFact> = {}) { return this.adding(periodKey, content(value), change); }
  missing(periodKey: PeriodKey, reason: ReasonCode, change: Partial<ValueFact> = {}) { return this.adding(periodKey, { kind: "missing", reason }, change); }
  /** the values of one body, in order of the periods; null = nothing came */
  series(values: Record<PeriodKey, Amount | null>, agencyId: Id = "SBGS") {
    return Object.entries(values).reduce<OneIndicator>((read, [key, value]) => (value === null ? read : read.value(key, value, { agencyId })), this);
  }
  owedBy(...owingAgencyIds: Id[]) { return this.but({ owingAgencyIds }); }
  under(measure: MeasureBuilder | MeasureFact) { return this.but({ measure: "fact" in measure ? measure.fact : measure }); }
  hit(effect: DisruptionEffect, from: CalendarDate, to: CalendarDate | null, scopeKind: DisruptionScopeKind = "indicator", scopeId: Id = this.input.indicator.id) {
    const fact: DisruptionFact = { id: `${effect} ${from}`, from, to, what: { uk: "-", en: "-" }, legalBasis: "act 1", scopeKind, scopeId, effect };
    return this.but({ disruptions: [...this.input.disruptions, fact] });
  }
  inNodes(...nodePath: Id[]) { return this.but({ nodePath }); }
  on(today: CalendarDate) { return this.but({ today }); }
  provisionally(reading: ReadingKind = "including_provisional") { return this.but({ reading }); }
  accessOf(access: AccessLevel) { return this.but({ indicator: { ...this.input.indicator, access } }); }
  in(periodKey: PeriodKey) { return readIndicator({ ...this.input, periodKey }); }
  /** how it stands to its final target, as the suggested status of its measure asks */
  finalIn(periodKey: PeriodKey) {
    const { indicator, measure, today } = this.input;
    const node = { fact: aNode("N").fact, parent: null, children: [], measures: [], indicators: [] };
    const { indicators } = measureForSuggestion(
      { fact: measure ?? aMeasure("M").fact, node, indicators: [indicator] },
      { periodKey, today, claim: null, suspended: false, readAt: (_, key) => this.in(key) },
    );
    const [only] = indicators;
    if (only === undefined) throw new Error("the indicator decides nothing");
    return only;
  }
  /** the value as "at least 110 (2 of 3 bodies)", "5 (last_known 2021)" or null */
  said(periodKey: PeriodKey): string | null {
    const { actual } = this.in(periodKey);
    const figure = figureOf(this.input.indicator, actual.content)?.toString() ?? null;
    if (figure === null) return null;
    const of = actual.partUnit === null ? "" : ` (${actual.knownParts} of ${actual.ofParts} ${actual.partUnit})`;
    if (actual.label === "last_known" || actual.label === "carried_forward" || actual.label === "latest_of_period") return `${figure} (${actual.label} ${actual.periodKey})`;
    return `${actual.label === "full" ? "" : `${actual.label} `}${figure}${of}`;
  }
}

/** Owed by SBGS, official reading, no measure, read long after everything is over unless said otherwise. */
export function reading(indicator: IndicatorBuilder): OneIndicator {
  return new OneIndicator({
    indicator: indicator.fact, measure: null, nodePath: [], owingAgencyIds: ["SBGS"], values: [], disruptions: [],
    periodKey: "2020", today: "2035-01-01", reading: "official",
  });
}
