/**
 * Everything known of an indicator, a line a period and body, the last first: values, and the periods that have
 * none, each with its reason (rule 6) and its SDMX observation status. What awaits verification is shown only to
 * those who may see it; that it waits is said to everybody.
 */
import type { CalendarDate, Id, IndicatorFact, PeriodKey, ReasonCode, ValueFact } from "~/domain/facts";
import type { Part } from "~/domain/parts";
import { comparePeriods, period, periodOfDate, periodsBetween, kindOf } from "~/domain/periods";
import { REASON_RULES } from "~/domain/reason-codes";

type SdmxFlag = "A" | "B" | "P" | "V" | "O" | "L" | "M" | "S" | "Q";

export interface ValueRow {
  periodKey: PeriodKey;
  agencyId: Id;
  /** the day the value holds at */
  on: CalendarDate;
  value: ValueFact | null;
  reason: ReasonCode | null;
  state: "verified" | "provisional" | "submitted" | "missing" | "excluded";
  flag: SdmxFlag;
}

/**
 * `partsOf`: the parts of one period as the reader may see them, null where the period is cut (rule 18).
 * `breaks`: days on which the series starts anew; the first value from there on is flagged B.
 */
export function valueRows(keys: readonly PeriodKey[], breaks: readonly CalendarDate[], partsOf: (key: PeriodKey) => Part[] | null): ValueRow[] {
  const rows = [...keys].sort(comparePeriods).flatMap((key) => (partsOf(key) ?? []).map(rowOf));
  const isFirstAfter = (row: ValueRow) =>
    breaks.some((start) => row.on >= start && !rows.some((each) => each.value !== null && each.agencyId === row.agencyId && each.on >= start && each.on < row.on));
  return rows
    .map((row): ValueRow => (row.flag === "A" && isFirstAfter(row) ? { ...row, flag: "B" } : row))
    .reverse();
}

function rowOf(part: Part): ValueRow {
  const common = { periodKey: part.periodKey, agencyId: part.agencyId, on: period(part.periodKey).endsOn, value: null, reason: null };
  switch (part.state) {
    case "known": {
      const { value } = part;
      return { ...common, on: value.observedOn ?? common.on, value, state: value.verified ? "verified" : "provisional", flag: value.verified ? "A" : "P" };
    }
    case "missing":
      // something is there and may not be shown yet
      if (part.awaiting && part.reason === "not_reported") return { ...common, state: "submitted", flag: "V" };
      return { ...common, reason: part.reason, state: "missing", flag: REASON_RULES[part.reason].sdmx };
    case "excluded":
      return { ...common, reason: part.reason, state: "excluded", flag: REASON_RULES[part.reason].sdmx };
  }
}

/**
 * Periods to list: of the indicator's own frequency, from the plan's (or the first value's) to the last that is over
 * or has a value. An open-ended plan has no list of what is owed: there only periods with a value are named.
 */
export function periodsToList(indicator: IndicatorFact, values: readonly ValueFact[], plan: { startsOn: CalendarDate; endsOn: CalendarDate | null }, today: CalendarDate): PeriodKey[] {
  const reported = [...new Set(values.filter((value) => value.indicatorId === indicator.id).map((value) => value.periodKey))].sort(comparePeriods);
  if (plan.endsOn === null) return reported;
  const last = plan.endsOn < today ? plan.endsOn : today;
  if (plan.startsOn > last) return reported;
  const owed = periodsBetween(periodOfDate(plan.startsOn, indicator.frequency), periodOfDate(last, indicator.frequency)).filter((key) => period(key).endsOn < today);
  const other = reported.filter((key) => period(key).kind !== kindOf(indicator.frequency) || !owed.includes(key));
  return [...owed, ...other].sort(comparePeriods);
}
