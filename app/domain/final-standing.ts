/**
 * Where an indicator stands to its final target (rule 16): what the suggested status of its measure asks. The final
 * target of a flow is the plan's total where it states one, against the running total; otherwise the last due year's,
 * which only that year's own value can reach. Everything else is compared by the value of the period read.
 */
import { ONE, ZERO, isAtLeast, type Exact } from "./exact";
import { readProgress, isBeyondBaseline } from "./progress";
import { progressToTotal, yearsUpTo } from "./progress-to-end";
import { comparedContent, isAcrossBreak, readValue, type ValueInput } from "./read-value";
import { lastDayFor } from "./due-state";
import { period } from "./periods";
import { finalTarget, runningTotal, targetOfYear } from "./targets";
import { baselineContent } from "./target-relation";

export interface FinalStanding {
  hasValue: boolean;
  finalAchieved: boolean;
  /** signed, uncapped; hold and floor kept as 1, else 0; null = no value, or not computable */
  progressToFinal: Exact | null;
  beyondBaseline: boolean;
}

export function finalStanding(input: ValueInput): FinalStanding {
  const { indicator, measure, periodKey, today } = input;
  const isFlow = indicator.aggregation === "flow";
  const value = readValue(input, isFlow);
  const final = finalTarget(indicator, measure?.dueOn ?? null);
  const content = comparedContent(indicator, value.actual, final?.target.periodKey === null);
  const common = {
    hasValue: content !== null,
    beyondBaseline: isBeyondBaseline(indicator, targetOfYear(indicator, periodKey) ?? final?.target ?? null, content),
  };
  if (final === null) return { ...common, finalAchieved: false, progressToFinal: null };
  if (final.against === "running_total") {
    const total = runningTotal(yearsUpTo(input, value));
    const goal = final.target.content?.kind === "number" ? final.target.content.value : ZERO;
    const reached = total.content?.kind === "number" && isAtLeast(total.content.value, goal);
    return { ...common, hasValue: total.content !== null, finalAchieved: reached, progressToFinal: progressToTotal(total, goal).raw };
  }
  const { year } = period(periodKey);
  const isItsYear = final.target.periodKey === null || period(final.target.periodKey).year === year;
  const isRunning = isFlow && (today <= lastDayFor(periodKey, measure) || period(periodKey).kind !== "year");
  const { progress, achieved } = readProgress({
    indicator,
    target: final.target,
    baseline: baselineContent(indicator, final.target),
    content,
    bound: value.bound,
    span: isRunning && final.target.periodKey !== null ? "inside_year" : "whole",
    acrossBreak: isAcrossBreak(input, value),
  });
  const isWord = progress.hold !== null || progress.floor !== null;
  const word = achieved === "achieved" ? ONE : ZERO;
  return {
    ...common,
    finalAchieved: achieved === "achieved" && (!isFlow || isItsYear),
    progressToFinal: isWord ? word : progress.raw,
  };
}
