/**
 * "To the end" (rules 14 and 16): progress to the plan's last target, for display and for an end-of-term average. A
 * flow whose plan states a total is read by the running total of its years over that total, the baseline unused; one
 * without a total by rule 1 for a full year only.
 */
import { isAtLeast, ratio, type Exact } from "./exact";
import type { IndicatorFact, Target } from "./facts";
import { period, yearKey } from "./periods";
import { notComputable, readProgress, type ProgressInput } from "./progress";
import { readValue, type ValueInput, type ValueReading } from "./read-value";
import type { Actual, Progress } from "./reading";
import { datedTargets, lastTarget, runningTotal } from "./targets";

/** Null when the plan states no target. `targetShare`: what a suspension left of the year's flow. */
export function progressToEnd(now: ProgressInput, input: ValueInput, value: ValueReading, targetShare: Exact): Progress | null {
  const { indicator } = input;
  if (indicator.aggregation === "flow" && indicator.totalTarget !== null) {
    return progressToTotal(runningTotal(yearsUpTo(input, value)), indicator.totalTarget);
  }
  const target = lastTarget(indicator);
  if (target === null) return null;
  return readProgress({ ...now, target: now.indicator.aggregation === "flow" ? scaledNumber(target, targetShare) : target }).progress;
}

/** The running total over the plan's total, both whole; short of a value inside it is known only once it is reached. */
export function progressToTotal(total: Actual, target: Exact): Progress {
  if (total.content?.kind !== "number") return notComputable("no_value");
  if (total.label !== "full" && !isAtLeast(total.content.value, target)) return notComputable("not_assessable");
  const raw = ratio(total.content.value, target);
  return raw === null ? notComputable("denominator_zero") : { ...notComputable("no_value"), notComputable: null, raw };
}

/** The values of the flow's years, the one read last: from the first year with a target (or a value). */
function yearsUpTo(input: ValueInput, value: ValueReading): Actual[] {
  const { year } = period(input.periodKey);
  const first = firstYear(input.indicator, input) ?? year;
  const earlier: Actual[] = [];
  for (let each = first; each < year; each += 1) earlier.push(readValue({ ...input, periodKey: yearKey(each) }, false).actual);
  return [...earlier, value.actual];
}

function firstYear(indicator: IndicatorFact, { values }: ValueInput): number | null {
  const target = datedTargets(indicator)[0]?.periodKey;
  const years = target ? [period(target).year] : values.filter(({ indicatorId }) => indicatorId === indicator.id).map(({ periodKey }) => period(periodKey).year);
  return years.length === 0 ? null : Math.min(...years);
}

const scaledNumber = (target: Target, share: Exact): Target =>
  target.content?.kind === "number" ? { ...target, content: { kind: "number", value: target.content.value.mul(share) } } : target;
