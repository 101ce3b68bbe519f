/**
 * The parts a period's value is put together from (rules 8, 9 and 17): for each body that owes a value and each
 * sub-period of the indicator's frequency, what is in, what is missing and what is excused.
 * Asked for: sub-periods that ended before today and overlap the measure's dates; others count when a value is there.
 * A provisional value counts only in the reading "including provisional"; in the official one it is missing and
 * awaits verification. A value reported for a suspended part counts: a fact outweighs an excuse.
 */
import { period, periodsEndingWithin } from "./periods";
import type { CalendarDate, Content, Id, IndicatorFact, MeasureFact, PeriodKey, ReasonCode, ValueFact } from "./facts";
import { isExcluding, type ExcludingReason } from "./reason-codes";

export type ReadingKind = "official" | "including_provisional";

type PartState =
  | { state: "known"; content: Content; value: ValueFact }
  | { state: "missing"; reason: ReasonCode }
  | { state: "excluded"; reason: ExcludingReason };

export type Part = PartState & {
  agencyId: Id;
  periodKey: PeriodKey;
  /** something was submitted for it, verified or not */
  reported: boolean;
  /** a submitted version waits for verification */
  awaiting: boolean;
};

export interface PartsInput {
  indicator: IndicatorFact;
  measure: Pick<MeasureFact, "startsOn" | "dueOn"> | null;
  owingAgencyIds: readonly Id[];
  values: readonly ValueFact[];
  reading: ReadingKind;
  today: CalendarDate;
  isSuspended(agencyId: Id, on: CalendarDate): boolean;
}

/** Parts of the sub-periods that end between the two dates, body by body, in order of time. */
export function collectParts(input: PartsInput, from: CalendarDate, to: CalendarDate, periodKey: PeriodKey): Part[] {
  const keys = periodsEndingWithin(from, to, input.indicator.frequency);
  return bodiesOf(input).flatMap((agencyId) => {
    const asked = keys.filter((key) => valuesAt(input, agencyId, key).length > 0 || isAsked(input, key));
    const hasOwn = asked.some((key) => valuesAt(input, agencyId, key).length > 0);
    // a body that gave one value for the whole period instead of its parts
    const direct = !hasOwn && period(periodKey).startsOn === from && valuesAt(input, agencyId, periodKey).length > 0;
    return (direct ? [periodKey] : asked).map((key) => partOf(input, agencyId, key));
  });
}

function bodiesOf({ owingAgencyIds, values }: PartsInput): Id[] {
  if (owingAgencyIds.length > 0) return [...owingAgencyIds];
  const reporters = [...new Set(values.map(({ agencyId }) => agencyId))].sort();
  return reporters.length > 0 ? reporters : [""];
}

function isAsked({ measure, today }: PartsInput, key: PeriodKey): boolean {
  const { startsOn, endsOn } = period(key);
  if (endsOn >= today) return false;
  return (measure?.startsOn ?? startsOn) <= endsOn && (measure?.dueOn ?? endsOn) >= startsOn;
}

/**
 * Versions a body gave for a period, the latest first. Where one body owes the value, what another gave counts if
 * it gave nothing (a predecessor's years); its own decides where both did.
 */
function valuesAt({ values, indicator, owingAgencyIds }: PartsInput, agencyId: Id, key: PeriodKey): ValueFact[] {
  const at = values.filter((value) => value.indicatorId === indicator.id && value.periodKey === key);
  const own = at.filter((value) => value.agencyId === agencyId);
  const found = own.length > 0 || owingAgencyIds.length > 1 ? own : at;
  return found.sort((a, b) => b.no - a.no);
}

function partOf(input: PartsInput, agencyId: Id, periodKey: PeriodKey): Part {
  const versions = valuesAt(input, agencyId, periodKey);
  const counting = input.reading === "official" ? versions.find(({ verified }) => verified) : versions[0];
  const common = {
    agencyId,
    periodKey,
    reported: versions.some(({ content }) => content.kind !== "missing" || content.reason === "restricted"),
    awaiting: versions[0] !== undefined && !versions[0].verified,
  };
  if (counting !== undefined && counting.content.kind !== "missing") return { ...common, state: "known", content: counting.content, value: counting };
  const reason = counting?.content.kind === "missing" ? counting.content.reason : "not_reported";
  if (isExcluding(reason)) return { ...common, state: "excluded", reason };
  if (reason !== "restricted" && input.isSuspended(agencyId, period(periodKey).endsOn)) {
    return { ...common, state: "excluded", reason: "suspended" };
  }
  return { ...common, state: "missing", reason };
}
