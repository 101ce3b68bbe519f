/**
 * Which target judges what (rules 8, 14, 15 and 16 of the calculation rules): targets are annual unless a period
 * target exists; those that fall after the measure's deadline make nothing due; "final" is the last one that does
 * not; "to the end" is the plan's last. An open target (no period) is compared with the latest value.
 */
import { ZERO, sum } from "./exact";
import type { CalendarDate, IndicatorFact, PeriodKey, Target } from "./facts";
import { comparePeriods, containsPeriod, period, yearKey, yearOf } from "./periods";
import type { Actual } from "./reading";

export interface FinalTarget {
  target: Target;
  /** a flow's plan total is compared with the running total of its years, everything else with the value itself */
  against: "value" | "running_total";
}

const isStated = (target: Target) => target.content !== null || target.range !== null;
const isDated = (target: Target) => target.periodKey !== null;

/** Stated targets that belong to a period, in order of their last day. */
export function datedTargets(indicator: IndicatorFact): Target[] {
  return indicator.targets
    .filter((target) => isStated(target) && isDated(target))
    .sort((a, b) => comparePeriods(a.periodKey ?? "", b.periodKey ?? ""));
}

/** The stated target without a period, or null. */
export function openTarget(indicator: IndicatorFact): Target | null {
  return indicator.targets.find((target) => isStated(target) && !isDated(target)) ?? null;
}

/** The day the target falls due: its own date, else the period's last day. Null = an open target without a date. */
export function targetDate(target: Target): CalendarDate | null {
  return target.by ?? (target.periodKey === null ? null : period(target.periodKey).endsOn);
}

/**
 * Rule 15: later than the measure's deadline. A target of the period in which the deadline falls is not: it is due
 * on the deadline.
 */
export function isAfterDeadline(target: Target, measureDueOn: CalendarDate | null): boolean {
  if (measureDueOn === null) return false;
  if (target.periodKey !== null) return period(target.periodKey).startsOn > measureDueOn;
  return target.by !== null && target.by > measureDueOn;
}

/**
 * The target that judges a period: its own; for a year without one, the last of those inside it (for a flow their
 * sum, a year being the sum of its parts). Null when no target falls in the period.
 */
export function targetOfPeriod(indicator: IndicatorFact, key: PeriodKey): Target | null {
  const inside = datedTargets(indicator).filter((target) => containsPeriod(key, target.periodKey ?? ""));
  const own = inside.find((target) => target.periodKey === key);
  const last = inside.at(-1);
  if (own || !last) return own ?? null;
  if (indicator.aggregation !== "flow") return last;
  const { kind } = period(last.periodKey ?? "");
  const parts = inside.filter((target) => period(target.periodKey ?? "").kind === kind);
  const values = parts.map((target) => (target.content?.kind === "number" ? target.content.value : null));
  if (values.some((value) => value === null)) return last;
  return { ...last, periodKey: key, content: { kind: "number", value: sum(values.filter((value) => value !== null)) } };
}

/** The target of the year that holds the period. */
export const targetOfYear = (indicator: IndicatorFact, key: PeriodKey) =>
  targetOfPeriod(indicator, yearKey(yearOf(key)));

/** "To the end" (rule 14): the plan's last target whatever the deadline, else the open one. For display only. */
export function lastTarget(indicator: IndicatorFact): Target | null {
  return datedTargets(indicator).at(-1) ?? openTarget(indicator);
}

/**
 * The final target (rules 14, 16): of a flow the plan's total where it states one, against the running total; else
 * the last target not later than the measure's deadline; else the open target. Null when there is none.
 */
export function finalTarget(indicator: IndicatorFact, measureDueOn: CalendarDate | null): FinalTarget | null {
  const due = [...datedTargets(indicator), ...indicator.targets.filter((t) => isStated(t) && !isDated(t)).slice(0, 1)]
    .filter((target) => !isAfterDeadline(target, measureDueOn));
  const last = due.filter(isDated).at(-1) ?? due.at(-1) ?? null;
  if (indicator.aggregation === "flow" && indicator.totalTarget !== null) {
    const content = { kind: "number" as const, value: indicator.totalTarget };
    const shape = last ?? { periodKey: null, by: measureDueOn, qualifier: null, disputed: null };
    return { target: { ...shape, content, range: null }, against: "running_total" };
  }
  return last === null ? null : { target: last, against: "value" };
}

const isWhollyExcluded = (year: Actual) =>
  year.knownParts === 0 && year.missing.length === 0 && year.excludedParts.length > 0;

/**
 * The running total of a flow from the values of its years (rules 16, 21). A year missing or incomplete makes it
 * "at least", a year wholly excluded (suspended …) does not; `last_known` counts nothing. `content` is null when
 * no year has a value.
 */
export function runningTotal(allYears: readonly Actual[]): Actual {
  const years = allYears.filter((year) => !isWhollyExcluded(year));
  const known = years.filter((year) => year.content?.kind === "number" && year.label !== "last_known");
  const values = known.map((year) => (year.content?.kind === "number" ? year.content.value : ZERO));
  const incomplete = known.length < years.length || known.some((year) => year.label !== "full");
  return {
    content: known.length === 0 ? null : { kind: "number", value: sum(values) },
    label: incomplete ? "at_least" : "full",
    partUnit: null,
    knownParts: known.length,
    ofParts: years.length,
    missing: years.flatMap((year) => year.missing),
    excludedParts: allYears.flatMap((year) => year.excludedParts),
    provisional: incomplete || known.some((year) => year.provisional),
    verified: known.length > 0 && known.every((year) => year.verified),
    periodKey: known.at(-1)?.periodKey ?? null,
    measurementIds: known.flatMap((year) => year.measurementIds),
  };
}
