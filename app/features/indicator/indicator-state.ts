/**
 * One word for where an indicator stands in a period, for lists and filters. Rules 5, 6 and 10 of the calculation
 * rules: missing, suspended and not yet due are three different things, and none of them is "not achieved".
 */
import { isCounted } from "~/domain/read-value";
import type { IndicatorReading, Light } from "~/domain/reading";

export const INDICATOR_STATES = [
  "achieved", "under_way", "awaiting_verification", "incomplete", "not_reported", "not_assessable", "suspended", "excluded", "not_yet_due", "not_due",
] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];

export const LIGHTS = ["on_track", "behind", "at_risk"] as const satisfies readonly Light[];

/** What a list can be narrowed to. */
export type StatusFilter = IndicatorState | Light;

export function indicatorState(reading: IndicatorReading): IndicatorState {
  switch (reading.due) {
    case "excluded":
      return reading.exclusion === "suspended" ? "suspended" : "excluded";
    case "not_yet_due":
      return stateOfRunning(reading);
    case "not_due":
      // an open target makes nothing due, yet it can be reached
      return reading.target !== null && reading.target.periodKey === null && reading.achieved === "achieved" ? "achieved" : "not_due";
    case "after_plan_date":
      return "not_due";
    case "due":
      return stateOfDue(reading);
  }
}

function stateOfDue(reading: IndicatorReading): IndicatorState {
  if (reading.achieved === "achieved") return "achieved";
  if (reading.achieved === "not_assessable") return "not_assessable";
  if (reading.achieved === "not_achieved") return "under_way";
  return reading.awaitingVerification ? "awaiting_verification" : "not_reported";
}

/** The year still runs; of what has been asked for by now, is something not there? */
function stateOfRunning({ actual, averageDue, awaitingVerification }: IndicatorReading): IndicatorState {
  if (awaitingVerification) return "awaiting_verification";
  if (!isCounted(actual)) return averageDue === "due" ? "not_reported" : "not_yet_due";
  return actual.missing.length > 0 ? "incomplete" : "not_yet_due";
}

export const isLight = (value: string): value is Light => (LIGHTS as readonly string[]).includes(value);

export const isStatusFilter = (value: string): value is StatusFilter =>
  (INDICATOR_STATES as readonly string[]).includes(value) || isLight(value);

/** True when the indicator stands so: by its state, or by its pace. */
export function hasStatus(reading: IndicatorReading, status: StatusFilter): boolean {
  return indicatorState(reading) === status || reading.pace?.light === status;
}
