/**
 * The value of an indicator for a period (rules 7–9): its parts combined, and where nothing is in, what is shown
 * beside ("last known 5 (2021)", never counted) or carried forward where the passport declares it, never over a break.
 * A flow is read year-to-date inside its year; everything else by the period itself.
 */
import { earlier } from "./dates";
import { lastBreak, suspensionOn, type DisruptionSubject } from "./disruptions";
import type { CalendarDate, Content, DisruptionFact, Id, IndicatorFact, MeasureFact, PeriodKey, ValueFact } from "./facts";
import type { Bound } from "./achieved";
import { combineParts, type Combined } from "./over-time";
import { collectParts, type Part, type PartsInput, type ReadingKind } from "./parts";
import { period, previousPeriod, yearKey } from "./periods";
import type { Actual } from "./reading";

export interface ValueInput {
  indicator: IndicatorFact;
  measure: MeasureFact | null;
  /** the node it hangs on (or its measure does) and all above it, for disruptions of nodes */
  nodePath: readonly Id[];
  owingAgencyIds: readonly Id[];
  /** versions of this indicator, of all periods; in the official reading only verified ones count */
  values: readonly ValueFact[];
  disruptions: readonly DisruptionFact[];
  periodKey: PeriodKey;
  today: CalendarDate;
  reading: ReadingKind;
}

export interface ValueReading {
  actual: Actual;
  bound: Bound;
  parts: Part[];
  /** the last day the value is of; null without a value */
  endsOn: CalendarDate | null;
  /** sub-periods in which every body was suspended */
  suspendedKeys: PeriodKey[];
  reported: boolean;
  awaiting: boolean;
}

/** True when the value of that period counts: it is not merely the last one known. */
export const isCounted = (actual: Actual) => actual.content !== null && actual.label !== "last_known";

/** What is held against a target: the value that counts; an open target (of no period) is compared with the latest one, a flow's is gone with its year. */
export const comparedContent = ({ aggregation }: IndicatorFact, actual: Actual, isOpen: boolean): Content | null =>
  isCounted(actual) || (isOpen && aggregation !== "flow") ? actual.content : null;

export const subjectOf = ({ indicator, measure, nodePath, owingAgencyIds }: ValueInput): DisruptionSubject => ({
  indicatorId: indicator.id,
  measureId: measure?.id ?? null,
  nodePath,
  agencyIds: owingAgencyIds,
});

/** `yearToDate`: the parts start on 1 January (a flow inside its year). */
export function readValue(input: ValueInput, yearToDate: boolean): ValueReading {
  const read = readPeriod(input, input.periodKey, yearToDate);
  if (read.actual.content !== null || read.parts.some((part) => part.state === "known")) return read;
  const last = lastKnown(input, yearToDate);
  if (last === null) return read;
  const { content, periodKey, measurementIds, verified } = last.actual;
  const shown: Actual = { ...read.actual, content, periodKey, measurementIds, label: "last_known" };
  const isPlainlyMissing = read.parts.length > 0 && read.parts.every((part) => part.state === "missing" && part.reason !== "restricted");
  if (!input.indicator.carryForward || input.indicator.aggregation === "flow" || !isPlainlyMissing) return { ...read, actual: shown, bound: last.bound };
  const carried: Actual = { ...shown, label: "carried_forward", verified, provisional: last.actual.provisional };
  return { ...read, actual: carried, bound: last.bound, endsOn: last.endsOn };
}

function readPeriod(input: ValueInput, key: PeriodKey, yearToDate: boolean): ValueReading {
  const { startsOn, endsOn, year } = period(key);
  const from = yearToDate ? period(yearKey(year)).startsOn : startsOn;
  const parts = collectParts(partsInput(input), from, endsOn, key);
  const { actual, bound }: Combined = combineParts(input.indicator, parts, key);
  const ends = (list: Part[]) => list.map((part) => period(part.periodKey).endsOn).sort().at(-1) ?? null;
  const ofOneValue = actual.periodKey !== null && actual.periodKey !== key ? period(actual.periodKey).endsOn : ends(parts);
  return {
    actual,
    bound,
    parts,
    endsOn: actual.content === null || ofOneValue === null ? null : earlier(ofOneValue, endsOn),
    suspendedKeys: suspendedKeys(parts),
    reported: parts.some((part) => part.reported),
    awaiting: parts.some((part) => part.awaiting),
  };
}

function partsInput(input: ValueInput): PartsInput {
  const subject = subjectOf(input);
  return {
    ...input,
    isSuspended: (agencyId, on) => suspensionOn(input.disruptions, { ...subject, agencyIds: [agencyId] }, on) !== null,
  };
}

function suspendedKeys(parts: Part[]): PeriodKey[] {
  return [...new Set(parts.map(({ periodKey }) => periodKey))].filter((key) =>
    parts.every((part) => part.periodKey !== key || (part.state === "excluded" && part.reason === "suspended")),
  );
}

/** The latest earlier value, not from before a break of the series. */
function lastKnown(input: ValueInput, yearToDate: boolean): ValueReading | null {
  const { startsOn, endsOn, year } = period(input.periodKey);
  const broken = lastBreak(input.disruptions, subjectOf(input), endsOn)?.from ?? null;
  const first = input.values.filter(({ indicatorId }) => indicatorId === input.indicator.id).map(({ periodKey }) => period(periodKey).startsOn).sort()[0];
  if (first === undefined || first >= startsOn) return null;
  let key = yearToDate ? yearKey(year - 1) : previousPeriod(input.periodKey);
  while (period(key).endsOn >= first && (broken === null || period(key).endsOn >= broken)) {
    const read = readPeriod(input, key, false);
    if (read.actual.content !== null) return read;
    key = previousPeriod(key);
  }
  return null;
}

/** Rule 8: after a break the baseline must be from after it; one known by its year alone holds from 1 January. */
export function isAcrossBreak(input: ValueInput, value: ValueReading): boolean {
  const broken = lastBreak(input.disruptions, subjectOf(input), value.endsOn ?? period(input.periodKey).endsOn);
  if (broken === null) return false;
  const { on = null, year = null } = input.indicator.baseline ?? {};
  const from = on ?? (year === null ? null : period(yearKey(year)).startsOn);
  return from === null || from < broken.from;
}
