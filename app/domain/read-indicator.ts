/**
 * Everything about one indicator in one period (rules 1–9 and 14 of the calculation rules): the value with its parts
 * and gaps, whether it is due, achieved, its progress to this period's target and to the end, its leaf of average
 * progress, its pace. At a quarter or half the year's target judges, flows year-to-date.
 */
import { strictest } from "./access";
import { ONE, ZERO, ratio, sum, type Exact } from "./exact";
import { yearShare } from "./expected";
import type { Content, IndicatorFact, PeriodKey, Target } from "./facts";
import { judgedTarget, lastDayFor, readDue, type JudgedTarget } from "./due-state";
import { figureOf } from "./indicator-types/registry";
import { indicatorPace } from "./indicator-pace";
import { period } from "./periods";
import { notComputable, readProgress, shareOf, type ProgressInput, type ProgressReading } from "./progress";
import { progressToEnd } from "./progress-to-end";
import { comparedContent, isAcrossBreak, isCounted, readValue, type ValueInput, type ValueReading } from "./read-value";
import type { Exclusion, IndicatorReading } from "./reading";
import { baselineContent } from "./target-relation";
import { datedTargets } from "./targets";

export type ReadIndicatorInput = ValueInput;

export function readIndicator(input: ReadIndicatorInput): IndicatorReading {
  const { indicator, measure, periodKey, today } = input;
  const isFlow = indicator.aggregation === "flow";
  const isYear = period(periodKey).kind === "year";
  const judged = judgedTarget(indicator, periodKey);
  const value = readValue(input, isFlow && !isYear && judged.of === "year");
  const span = spanOf(isFlow, isYear, judged, today <= lastDayFor(periodKey, measure));
  const targetShare = isFlow ? shareLeft(indicator, value.suspendedKeys, judged.of === "own" ? periodKey : null) : ONE;
  const target = scaledTarget(judged.target, targetShare);
  const content = comparedContent(indicator, value.actual, judged.of === "open" && judged.target !== null);
  const baseline = span === "part_year" ? null : scaled(baselineContent(indicator, target), targetShare);
  const acrossBreak = isAcrossBreak(input, value);
  const progressInput: ProgressInput = { indicator, target, baseline, content, bound: value.bound, span, acrossBreak };
  const reading = withReasons(readProgress(progressInput), input, value);
  const wordless = span === "inside_year" && reading.relation !== null && reading.relation.kind !== "rise";
  const { due, averageDue, dateReached, exclusion, disruption } = readDue(input, judged, value, wordless);
  const share = averageDue === "due" ? shareOf(reading) : null;
  const takesPart = due !== "excluded" && due !== "after_plan_date";
  return {
    indicatorId: indicator.id,
    measureId: indicator.measureId,
    nodeId: indicator.nodeId,
    periodKey,
    access: strictest(indicator.access, measure?.access ?? "public", ...value.parts.flatMap((part) => (part.state === "known" ? part.value.access : []))),
    due,
    averageDue,
    dateReached,
    exclusion,
    disruptionId: disruption?.id ?? null,
    actual: value.actual,
    target,
    targetShare,
    achieved: reading.achieved,
    progress: reading.progress,
    progressToEnd: indicator.kind === "context" ? null : progressToEnd({ ...progressInput, content: comparedContent(indicator, value.actual, datedTargets(indicator).length === 0) }, input, value, targetShare),
    share,
    shareExclusion: averageDue === "due" && share === null ? whyNoShare(reading, progressInput) : null,
    pace: !takesPart || content === null || value.bound !== "exact" || value.endsOn === null || (judged.of === "open" && !hasLine(indicator))
      ? null
      : indicatorPace({ ...input, content, valueEndsOn: value.actual.label === "carried_forward" ? period(periodKey).endsOn : value.endsOn, baseline, acrossBreak, reading, suspendedKeys: value.suspendedKeys }),
    stageNotLast: content?.kind === "stage" && indicator.stages.some(({ no }) => no > content.no),
    reported: value.reported,
    verified: isCounted(value.actual) && value.actual.label !== "carried_forward" && value.actual.verified,
    awaitingVerification: value.awaiting,
  };
}

/** A year without a target has a pace only between years with one (rule 14); a flow's blank year plans nothing. */
const hasLine = (indicator: IndicatorFact) => indicator.aggregation !== "flow" && indicator.targets.some(({ periodKey }) => periodKey !== null);

function spanOf(isFlow: boolean, isYear: boolean, judged: JudgedTarget, isRunning: boolean): ProgressInput["span"] {
  if (!isFlow || judged.of === "open") return "whole";
  if (judged.of === "own" && !isYear) return isRunning ? "inside_year" : "part_year";
  return isYear && !isRunning ? "whole" : "inside_year";
}

/** Rule 8: a suspended sub-period leaves the target by its share of the year (of the period with a target of its own). */
function shareLeft(indicator: IndicatorFact, suspended: readonly PeriodKey[], own: PeriodKey | null): Exact {
  if (suspended.length === 0) return ONE;
  const shareOfYear = (key: PeriodKey) => yearShare(indicator, period(key).startsOn, period(key).endsOn);
  const whole = own === null ? ONE : shareOfYear(own);
  return ONE.sub(ratio(sum(suspended.map(shareOfYear)), whole) ?? ZERO);
}

const scaled = <T extends Content | null>(content: T, share: Exact): T | Content =>
  content?.kind === "number" ? { kind: "number", value: content.value.mul(share) } : content;

const scaledTarget = (target: Target | null, share: Exact): Target | null =>
  target === null || share.equals(ONE) ? target : { ...target, content: scaled(target.content, share) };

/** Reasons that lie in the indicator or in what was reported rather than in the arithmetic. */
function withReasons(reading: ProgressReading, { indicator }: ValueInput, { actual, parts }: ValueReading): ProgressReading {
  if (indicator.kind === "context") {
    return { ...reading, achieved: isCounted(actual) ? "not_assessable" : "missing", progress: notComputable("context") };
  }
  if (isCounted(actual) || reading.achieved !== "missing") return reading;
  if (parts.some((part) => part.state === "missing" && part.reason === "restricted")) return { ...reading, progress: notComputable("restricted") };
  // reported, but percentages without parts of several bodies are never combined (rule 7)
  if (parts.some((part) => part.state === "known")) return { ...reading, achieved: "not_assessable", progress: notComputable("not_assessable") };
  return reading;
}

/** Why a due leaf takes no part in average progress; null = it takes part, as missing where it has no value. */
function whyNoShare({ progress, relation }: ProgressReading, { indicator, baseline, span, acrossBreak }: ProgressInput): Exclusion | null {
  switch (progress.notComputable) {
    case "restricted":
      return "restricted";
    case "no_value":
    case "not_assessable": {
      // a value would not help: without a baseline, or over a break, no percentage can come of it
      const needsBaseline = span === "whole" && (relation?.kind === "rise" || relation?.kind === "fall");
      return needsBaseline && (figureOf(indicator, baseline) === null || acrossBreak) ? "not_computable" : null;
    }
    case "no_target":
      return "no_target";
    default:
      return "not_computable";
  }
}
