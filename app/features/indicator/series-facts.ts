/** The series of an indicator with those it continues, from readings that are already cut to their reader. Pure. */
import { lastBreak, withEffect, type DisruptionSubject } from "~/domain/disruptions";
import type { CalendarDate, DisruptionFact, IndicatorFact, LocalText } from "~/domain/facts";
import { comparePeriods } from "~/domain/periods";
import { isCounted } from "~/domain/read-value";
import { nodePath, owingAgencies, placeOf } from "~/domain/structure";
import type { PlanReading } from "~/features/plan/plan-reading";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import { isYearToDate } from "./figures";
import { unitWord } from "./print-content";
import { seriesLines, type SeriesPeriod, type SeriesVersion } from "./series";
import { seriesGaps } from "./series-gaps";
import { periodsToList } from "./value-rows";

export interface SeriesFacts {
  versions: SeriesVersion[];
  gaps: SeriesModel["gaps"];
  /** first days of the series and of what came after a break */
  breaks: CalendarDate[];
  /** what the series continues, where the reader may see it */
  earlier: { planCode: string; title: LocalText; code: string; years: string }[];
}

/** An indicator in the plan that names it. */
export interface PlacedIndicator {
  reading: PlanReading;
  indicator: IndicatorFact;
}

/** `before`: what the series continues, oldest first; each plan was cut to the reader's ceiling on its own (rule 18). */
export function seriesFacts(before: readonly PlacedIndicator[], own: PlacedIndicator, words: Words): SeriesFacts {
  const { reading, indicator } = own;
  const all = [...before, own];
  const nameOf = ({ plan }: PlanReading) => (before.length === 0 ? null : words.t("indicator.planName", { years: yearsWords(plan) }));
  const versions = all.flatMap((each, index) => versionsOf(each.reading, each.indicator, nameOf(each.reading), all[index + 1]?.reading.plan.startsOn ?? null, words));
  const gaps = all.flatMap((each) => gapsOf(each.reading, each.indicator, words));
  const starts = versions.slice(1).map(({ from }) => from);
  return {
    versions, gaps,
    breaks: [...(before.length > 0 ? starts : []), ...breaksOf(reading, indicator).map(({ from }) => from)],
    earlier: before.map((each) => ({ planCode: each.reading.plan.code, title: each.reading.version.title, code: each.indicator.code, years: yearsWords(each.reading.plan) })),
  };
}

export function seriesModel(indicator: IndicatorFact, unit: LocalText | null, facts: SeriesFacts, summary: string, { t, print }: Words): SeriesModel {
  const word = indicator.valueType === "stages" ? "%" : unitWord(indicator, unit, print);
  return { title: t("indicator.series"), unit: word, lines: seriesLines(facts.versions), gaps: facts.gaps, summary };
}

/** One stretch a version of the plan that names the indicator; the words stand where there is more than one. */
function versionsOf(reading: PlanReading, indicator: IndicatorFact, name: string | null, until: CalendarDate | null, words: Words): SeriesVersion[] {
  const { plan } = reading;
  const periods = periodsOf(reading, indicator);
  const named = plan.versions.flatMap(({ structure }) => {
    const fact = structure.indicators.find(({ id }) => id === indicator.id);
    return fact === undefined || structure.inForceFrom > reading.today ? [] : [{ no: structure.versionNo, from: structure.inForceFrom, fact }];
  });
  const known = named.length > 0 ? named : [{ no: reading.version.structure.versionNo, from: plan.startsOn, fact: indicator }];
  return known.map(({ no, from, fact }, index) => ({
    // the first version of the first plan parts nothing from nothing
    name: known.length === 1 || (index === 0 && name === null) ? name : [name, words.t("indicator.planBreak", { no })].filter(Boolean).join(", "),
    from,
    until: known[index + 1]?.from ?? until,
    indicator: fact,
    periods,
    breaks: breaksOf(reading, indicator).map((disruption) => ({ on: disruption.from, name: words.t("indicator.newSeries", { when: words.print.date(disruption.from) }) })),
  }));
}

function periodsOf(reading: PlanReading, indicator: IndicatorFact): SeriesPeriod[] {
  return periodsToList(indicator, reading.values, reading.plan, reading.today).sort(comparePeriods).flatMap((key) => {
    const value = reading.readValue(indicator, key, "including_provisional", isYearToDate(indicator, key));
    if (value === null) return [];
    // what the reader may not see yet has still been reported: no gap to explain
    const official = !isCounted(value.actual) ? reading.readValue(indicator, key, "official") : null;
    if (official?.awaiting) return [];
    const id = value.actual.measurementIds.length === 1 ? value.actual.measurementIds[0] : undefined;
    return [{ key, actual: value.actual, observedOn: reading.values.find(({ measurementId }) => measurementId === id)?.observedOn ?? null }];
  });
}

function subjectOf({ tree }: PlanReading, indicator: IndicatorFact): DisruptionSubject {
  const { measure, node } = placeOf(tree, indicator);
  return { indicatorId: indicator.id, measureId: measure?.fact.id ?? null, nodePath: nodePath(node), agencyIds: owingAgencies(indicator, measure?.fact ?? null) };
}

const breaksOf = (reading: PlanReading, indicator: IndicatorFact): DisruptionFact[] =>
  lastBreak(reading.disruptions, subjectOf(reading, indicator), reading.today) === null ? [] : withEffect(reading.disruptions, subjectOf(reading, indicator), "break");

/** Disruptions that explain an empty place. */
function interruptionsOf(reading: PlanReading, indicator: IndicatorFact): DisruptionFact[] {
  const subject = subjectOf(reading, indicator);
  return (["pause", "waive", "gap"] as const).flatMap((effect) => withEffect(reading.disruptions, subject, effect));
}

function gapsOf(reading: PlanReading, indicator: IndicatorFact, { t, print }: Words): SeriesModel["gaps"] {
  return seriesGaps(periodsOf(reading, indicator), interruptionsOf(reading, indicator), reading.today).map(({ from, to, reason, disruption }) => ({
    from, to,
    reason: capital(t(`statuses.reason.${reason}`)),
    detail: disruption === null ? undefined : chooseText(disruption.what, print.language).text,
  }));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const yearsWords = ({ startsOn, endsOn }: PlanReading["plan"]) => `${startsOn.slice(0, 4)}–${endsOn === null ? "…" : endsOn.slice(0, 4)}`;
