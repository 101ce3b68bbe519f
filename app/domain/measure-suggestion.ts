/**
 * From readings to what the suggested status needs: rule 16 of the calculation rules. The final target is judged in
 * its own period once that is over, and by the period's value before ("also before the date"); a flow's total by the
 * running total of its years, its last year's target by that year alone; an open target by the latest value known.
 */
import { decideAchieved, type Bound } from "./achieved";
import { progressFigure } from "./average-progress";
import { boundOf } from "./backlog-items";
import { ZERO } from "./exact";
import type { CalendarDate, Content, IndicatorFact, PeriodKey } from "./facts";
import { period, yearKey, yearOf } from "./periods";
import { isBeyondBaseline, readProgress } from "./progress";
import { progressToTotal } from "./progress-to-end";
import { isCounted } from "./read-value";
import type { IndicatorReading, Progress } from "./reading";
import { isDeciding, type TreeMeasure } from "./structure";
import type { DecidingIndicator, MeasureForSuggestion } from "./suggested-status";
import { baselineContent, relationOf } from "./target-relation";
import { datedTargets, finalTarget, runningTotal, targetDate, type FinalTarget } from "./targets";

interface SuggestionFacts {
  /** the cycle's period */
  periodKey: PeriodKey;
  today: CalendarDate;
  /** null = cut by the ceiling for that period */
  readAt(indicator: IndicatorFact, periodKey: PeriodKey): IndicatorReading | null;
  claim: MeasureForSuggestion["claim"];
  /** the measure, on the period's last day or its deadline if earlier */
  suspended: boolean;
}

export function measureForSuggestion(measure: TreeMeasure, facts: SuggestionFacts): MeasureForSuggestion {
  const deciding = measure.indicators.filter(isDeciding);
  return {
    indicators: deciding.flatMap((indicator) => decidingIndicator(indicator, finalTarget(indicator, measure.fact.dueOn), facts) ?? []),
    finalDatePassed: isPassed(finalDate(measure, deciding), facts),
    claim: facts.claim,
    suspended: facts.suspended,
  };
}

/** The measure's deadline, else the last day of its final targets; null = none, and never passed. */
function finalDate({ fact }: TreeMeasure, deciding: readonly IndicatorFact[]): CalendarDate | null {
  if (fact.dueOn !== null) return fact.dueOn;
  const days = deciding.flatMap((indicator) => { const final = finalTarget(indicator, null); return (final && targetDate(final.target)) ?? []; });
  return days.sort().at(-1) ?? null;
}

/** A cycle judges its own period: a date after the period's end has not passed in it, whenever the evaluator sits down. */
const isPassed = (date: CalendarDate | null, { periodKey, today }: SuggestionFacts) => date !== null && date <= period(periodKey).endsOn && date < today;

function decidingIndicator(indicator: IndicatorFact, final: FinalTarget | null, facts: SuggestionFacts): DecidingIndicator | null {
  const now = facts.readAt(indicator, facts.periodKey);
  if (now === null) return null;
  const judged = final === null ? null : judgeFinal(indicator, final, now, facts);
  return {
    indicatorId: indicator.id,
    exclusion: now.due === "excluded" ? now.exclusion : final === null ? "no_target" : null,
    weight: indicator.weight,
    hasValue: now.actual.content !== null || judged?.hasValue === true,
    finalAchieved: judged?.achieved ?? false,
    progressToFinal: judged === null ? null : progressFigure(judged.progress),
    periodAchieved: now.due === "due" ? now.achieved === "achieved" : null,
    beyondBaseline: isBeyondBaseline(indicator, final?.target ?? null, now.actual.content),
  };
}

interface FinalJudgement {
  hasValue: boolean;
  achieved: boolean;
  progress: Progress;
}

function judgeFinal(indicator: IndicatorFact, final: FinalTarget, now: IndicatorReading, facts: SuggestionFacts): FinalJudgement {
  if (final.against === "running_total") {
    const total = runningTotal(yearsOf(indicator, facts).flatMap((year) => facts.readAt(indicator, year)?.actual ?? []));
    const target = final.target.content?.kind === "number" ? final.target.content.value : ZERO;
    return { hasValue: total.content !== null, achieved: reaches(indicator, final, total.content, boundOf(total)), progress: progressToTotal(total, target) };
  }
  const key = final.target.periodKey;
  const own = key !== null && isPassed(period(key).endsOn, facts) ? facts.readAt(indicator, key) : null;
  if (own !== null) return { hasValue: isCounted(own.actual), achieved: own.achieved === "achieved", progress: own.progress };
  const content = isCounted(now.actual) || key === null ? now.actual.content : null;
  const bound = boundOf(now.actual);
  const { progress } = readProgress({ indicator, target: final.target, baseline: baselineContent(indicator, final.target), content, bound, span: "whole", acrossBreak: now.progress.notComputable === "break" });
  // a flow starts anew each year: what an earlier one brought is not the last year's
  const isOfItsYear = indicator.aggregation !== "flow" || key === null || yearOf(key) === yearOf(facts.periodKey);
  return { hasValue: content !== null, achieved: isOfItsYear && reaches(indicator, final, content, bound), progress };
}

const reaches = (indicator: IndicatorFact, { target, against }: FinalTarget, content: Content | null, bound: Bound) =>
  decideAchieved(indicator, target, relationOf(indicator, target, against === "running_total" ? null : baselineContent(indicator, target)), content, bound) === "achieved";

/** Years of a flow from its first target to the period's. */
function yearsOf(indicator: IndicatorFact, { periodKey }: SuggestionFacts): PeriodKey[] {
  const last = yearOf(periodKey);
  const first = Math.min(last, yearOf(datedTargets(indicator)[0]?.periodKey ?? periodKey));
  return Array.from({ length: last - first + 1 }, (_, index) => yearKey(first + index));
}
