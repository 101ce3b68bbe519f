/**
 * When an indicator is due (rules 8, 10 and 15): in a period when a target falls in it and not after its measure's
 * deadline, once that day is over. Suspended items leave when suspended on the period's last day, or on their own
 * date if earlier; context indicators and those without any target are never in.
 */
import { earlier } from "./dates";
import { suspensionOn } from "./disruptions";
import type { CalendarDate, DisruptionFact, IndicatorFact, MeasureFact, PeriodKey, Target } from "./facts";
import { rankOf } from "./indicator-types/registry";
import { period, yearKey, yearOf } from "./periods";
import type { ExcludingReason } from "./reason-codes";
import type { DueState, Exclusion } from "./reading";
import { isCounted, subjectOf, type ValueInput, type ValueReading } from "./read-value";
import { isAfterDeadline, openTarget, datedTargets, targetDate, targetOfPeriod } from "./targets";

interface DueReading {
  due: DueState;
  averageDue: DueState;
  /** the day a target makes it due on is over: due, or would be if nothing excluded it */
  dateReached: boolean;
  exclusion: Exclusion | null;
  disruption: DisruptionFact | null;
}

export interface JudgedTarget {
  target: Target | null;
  /** own: the period's; year: of the year the period lies in; open: of no period */
  of: "own" | "year" | "open";
}

/** The target a period is read against: its own, else its year's, else the open one (rule 8). */
export function judgedTarget(indicator: IndicatorFact, key: PeriodKey): JudgedTarget {
  const own = targetOfPeriod(indicator, key);
  if (own !== null) return { target: own, of: "own" };
  const ofYear = targetOfPeriod(indicator, yearKey(yearOf(key)));
  return ofYear === null ? { target: openTarget(indicator), of: "open" } : { target: ofYear, of: "year" };
}

/** The day on which the period, or the measure if it ends earlier, is over. */
export const lastDayFor = (key: PeriodKey, measure: Pick<MeasureFact, "dueOn"> | null): CalendarDate =>
  measure?.dueOn && measure.dueOn >= period(key).startsOn ? earlier(measure.dueOn, period(key).endsOn) : period(key).endsOn;

/** The day a target of a period falls due: its own date, the period's last day or the measure's deadline, the earliest; null = of no period. */
export const dueDay = (target: Target, measure: Pick<MeasureFact, "dueOn"> | null): CalendarDate | null =>
  target.periodKey === null ? null : earlier(targetDate(target) ?? period(target.periodKey).endsOn, lastDayFor(target.periodKey, measure));

/** `wordless`: what is read inside the year has its word only for the full year (rules 1, 8). */
export function readDue(input: ValueInput, judged: JudgedTarget, value: ValueReading, wordless: boolean): DueReading {
  const { indicator, measure, periodKey, today } = input;
  const all = (due: DueState, exclusion: Exclusion | null = null): DueReading =>
    ({ due, averageDue: due, dateReached: false, exclusion, disruption: null });
  if (indicator.kind === "context") return all("excluded", "context");
  if (datedTargets(indicator).length === 0 && openTarget(indicator) === null) return all("excluded", "no_target");
  if (judged.target === null || judged.of === "open") return all("not_due");
  if (isAfterDeadline(judged.target, measure?.dueOn ?? null)) return all("after_plan_date");

  const date = earlier(targetDate(judged.target) ?? period(periodKey).endsOn, lastDayFor(periodKey, measure));
  const dateReached = judged.of === "own" && today > date;
  const excluded = (exclusion: Exclusion, disruption: DisruptionFact | null = null): DueReading =>
    ({ ...all("excluded", exclusion), dateReached, disruption });
  const suspension = suspensionOn(input.disruptions, subjectOf(input), earlier(date, period(periodKey).endsOn));
  if (suspension !== null) return excluded("suspended", suspension);
  const excused = excusedBy(value);
  if (excused !== null) return excluded(excused);
  if (isNeverComparable(indicator, value)) return excluded("not_computable");

  if (dateReached) return { ...all("due"), dateReached };
  const isOnce = indicator.frequency === "annual";
  const asked = value.parts.length > 0 && (!isOnce || today > date);
  return { ...all("not_yet_due"), averageDue: asked && !wordless ? "due" : "not_yet_due" };
}

const BY_WEIGHT: readonly ExcludingReason[] = ["suspended", "not_applicable", "cannot_exist"];

/** Everything that was asked for is excused: the whole is, by the first of the reasons. */
function excusedBy({ actual }: ValueReading): ExcludingReason | null {
  if (actual.ofParts > 0) return null;
  const reasons = actual.excludedParts.map(({ reason }) => reason);
  return BY_WEIGHT.find((reason) => reasons.includes(reason)) ?? null;
}

/** A scale that is not ordinal (rule 4), or a denominator of 0 (rule 7): no figure to hold against the target. */
function isNeverComparable(indicator: IndicatorFact, { actual }: ValueReading): boolean {
  if (indicator.valueType === "scale" && !indicator.scale?.ordinal) return true;
  return isCounted(actual) && rankOf(indicator, actual.content) === null;
}
