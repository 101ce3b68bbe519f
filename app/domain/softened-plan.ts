/**
 * Where a plan asks for less than it did when it was adopted: a target that moved to the easy side of its direction or
 * went away, a deadline put off or taken away. What was dropped from the plan as a whole is the bridge's business (rule
 * 22), not this list's. Both plans are cut to the ceiling beforehand (rule 18).
 */
import { exactText, isLess, type Exact } from "./exact";
import type { CalendarDate, Content, Id, IndicatorFact, PlanStructure, Target } from "./facts";
import { rankOf } from "./indicator-types/registry";

export interface SoftenedTarget {
  indicatorId: Id;
  code: string;
  /** period or date of the target; null = an open one; "total" = the plan's own total of a flow */
  of: string | null;
  was: string;
  /** null = the target is gone */
  is: string | null;
}

export interface MovedDeadline {
  measureId: Id;
  code: string;
  was: CalendarDate;
  /** null = no deadline any more */
  is: CalendarDate | null;
}

/** Targets of indicators that are in both, in list order of the plan in force. */
export function softenedTargets(adopted: PlanStructure, inForce: PlanStructure): SoftenedTarget[] {
  const first = new Map(adopted.indicators.map((indicator) => [indicator.id, indicator]));
  return inForce.indicators.flatMap((indicator) => {
    const before = first.get(indicator.id);
    if (before === undefined) return [];
    const own = new Map(indicator.targets.map((target) => [ofWhen(target), target]));
    const softer = before.targets.flatMap((target) => {
      const now = own.get(ofWhen(target)) ?? null;
      return isSofter(before, target, indicator, now) ? [{ of: ofWhen(target), was: printed(target), is: now && printed(now) }] : [];
    });
    const total = before.totalTarget !== null && (indicator.totalTarget === null || easier(before, before.totalTarget, indicator.totalTarget))
      ? [{ of: "total", was: exactText(before.totalTarget), is: indicator.totalTarget && exactText(indicator.totalTarget) }]
      : [];
    return [...softer, ...total].map((each) => ({ indicatorId: indicator.id, code: indicator.code, ...each }));
  });
}

/** Deadlines of measures that are in both: later than they were, or gone. */
export function deadlinesPutOff(adopted: PlanStructure, inForce: PlanStructure): MovedDeadline[] {
  const first = new Map(adopted.measures.map((measure) => [measure.id, measure.dueOn]));
  return inForce.measures.flatMap(({ id, code, dueOn }) => {
    const was = first.get(id) ?? null;
    return was === null || (dueOn !== null && dueOn <= was) ? [] : [{ measureId: id, code, was, is: dueOn }];
  });
}

const ofWhen = ({ periodKey, by }: Target) => periodKey ?? by;

function isSofter(before: IndicatorFact, was: Target, now: IndicatorFact, is: Target | null): boolean {
  if (is === null) return true;
  if (was.range !== null && is.range !== null) return isLess(is.range.low, was.range.low) || isLess(was.range.high, is.range.high);
  const [a, b] = [rankOf(before, was.content), rankOf(now, is.content)];
  return a !== null && b !== null && easier(before, a, b, was.qualifier);
}

/** On the easy side: lower where more is asked for, higher where less is; a hold's side is its qualifier's. */
function easier({ direction }: IndicatorFact, was: Exact, is: Exact, qualifier: Target["qualifier"] = null): boolean {
  const asksForLess = direction === "decrease" || (direction === "hold" && qualifier === "at_most");
  return asksForLess ? isLess(was, is) : isLess(is, was);
}

function printed({ content, range }: Target): string {
  if (range !== null) return `${exactText(range.low)}–${exactText(range.high)}`;
  return content === null ? "" : plain(content);
}

function plain(content: Content): string {
  switch (content.kind) {
    case "parts":
      return `${exactText(content.numerator)}/${exactText(content.denominator)}`;
    case "stage":
      return String(content.no);
    case "scale":
      return String(content.position);
    case "yes_no":
      return content.value ? "yes" : "no";
    default:
      return exactText(content.value);
  }
}
