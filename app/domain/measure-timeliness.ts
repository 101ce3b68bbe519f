/**
 * Timeliness of measures, a fact apart from their status (glossary: on time, late, overdue, not yet due, by the original
 * and by the extended date). The original date is that of the first version of the plan that has the measure, the extended
 * one that of the version in force.
 *
 * When a measure was done is known by the cycle whose final verdicts say "implemented": done in the cycle of the period
 * that holds the date, or earlier, is on time; first found so in a later one is late. A measure found so once and not any
 * more is not done. Edge cases: past its date, one that nobody has judged since, or that cannot be assessed, is not known,
 * not overdue; nothing is overdue while it is suspended or when it is no longer relevant; without a date there is no timeliness.
 */
import type { CalendarDate, Id, PeriodKey, VerdictFact } from "./facts";
import { comparePeriods, period } from "./periods";
import type { TreeMeasure } from "./structure";
import { isDeadlinePassed, readVerdicts } from "./verdict-readings";

/** out: suspended or no longer relevant; unknown: past its date and not judged since, or not assessable */
export const DATE_STATES = ["on_time", "late", "overdue", "not_yet_due", "unknown", "out", "no_date"] as const;
export type DateState = (typeof DATE_STATES)[number];

export interface DateStanding {
  on: CalendarDate | null;
  state: DateState;
}

export interface MeasureTimeliness {
  measureId: Id;
  original: DateStanding;
  extended: DateStanding;
}

/** The states add up to the measures. */
export type TimelinessCounts = Record<DateState, number>;

export interface TimelinessCircumstances {
  periodKey: PeriodKey;
  today: CalendarDate;
  basisDate: CalendarDate;
  /** null = no date */
  originalDueOn: CalendarDate | null;
  extendedDueOn: CalendarDate | null;
  suspended: boolean;
}

/** `verdicts`: all of the measure, in any order. */
export function measureTimeliness(measure: TreeMeasure, verdicts: readonly VerdictFact[], circumstances: TimelinessCircumstances): MeasureTimeliness {
  const { periodKey, today, originalDueOn, extendedDueOn } = circumstances;
  const cycles = [...new Set(verdicts.map((verdict) => verdict.periodKey))].filter((key) => period(key).endsOn <= period(periodKey).endsOn).sort(comparePeriods);
  const judged = cycles.flatMap((key) => {
    const { status } = readVerdicts(measure, verdicts, { ...circumstances, periodKey: key });
    return status === null ? [] : [{ key, status }];
  });
  const last = judged[judged.length - 1];
  // what could not be assessed later is not undone by that
  const assessed = judged.filter(({ status }) => status !== "cannot_be_assessed");
  const notDone = assessed.map(({ status }) => status !== "implemented").lastIndexOf(true);
  const doneIn = assessed[notDone + 1]?.key ?? null;
  const standing = (on: CalendarDate | null): DateStanding => {
    const state = (): DateState => {
      if (on === null) return "no_date";
      if (doneIn !== null) return period(doneIn).startsOn <= on ? "on_time" : "late";
      if (circumstances.suspended || last?.status === "suspended" || last?.status === "no_longer_relevant") return "out";
      if (!isDeadlinePassed(on, periodKey, today)) return "not_yet_due";
      return last === undefined || last.status === "cannot_be_assessed" || period(last.key).endsOn < on ? "unknown" : "overdue";
    };
    return { on, state: state() };
  };
  return { measureId: measure.fact.id, original: standing(originalDueOn), extended: standing(extendedDueOn) };
}

export function countTimeliness(measures: readonly MeasureTimeliness[], by: "original" | "extended"): TimelinessCounts {
  const count = (state: DateState) => measures.filter((each) => each[by].state === state).length;
  return { on_time: count("on_time"), late: count("late"), overdue: count("overdue"), not_yet_due: count("not_yet_due"), unknown: count("unknown"), out: count("out"), no_date: count("no_date") };
}
