/**
 * Checks of a value before it is accepted: rules 4, 6, 7, 8 and 9 of the calculation rules. A refusal stops the
 * submission; a demand asks for a written reason and is met by giving one; a warning is shown and stops nothing.
 */
import { ZERO, exact, isAtLeast, isLess, toDecimal, type Exact } from "./exact";
import type { Content, IndicatorFact, Missing, PeriodKey, ReasonCode } from "./facts";
import { rankOf, typeOf } from "./indicator-types/registry";

export type CheckCode =
  | "wrong_kind_of_value"
  | "negative_count"
  | "negative_value"
  | "numerator_above_denominator"
  | "denominator_zero"
  | "negative_denominator"
  | "negative_part"
  | "share_below_zero"
  | "share_above_hundred"
  | "stage_out_of_range"
  | "scale_out_of_range"
  | "finer_than_precision"
  | "cumulative_fall"
  | "correction_reason"
  | "fall_against_previous"
  | "reason_needs_explanation"
  | "reason_not_for_entry";

export interface Finding {
  code: CheckCode;
  level: "refusal" | "demand" | "warning";
  params: { value?: Exact | number; limit?: Exact | number; periodKey?: PeriodKey; reason?: ReasonCode };
}

export interface ValueToCheck {
  indicator: IndicatorFact;
  content: Content | Missing;
  /** the last value before the period, of the same body */
  previous: { periodKey: PeriodKey; content: Content } | null;
  /** the version of the same period this one replaces */
  replaces: { content: Content | Missing; verified: boolean } | null;
  reason: string;
  comment: string;
}

/** Every finding, in the order of the form; none = accepted as it is. */
export function checkValue(input: ValueToCheck): Finding[] {
  const { content } = input;
  const findings = content.kind === "missing" ? checkReasonCode(content, input) : [...checkShape(content, input.indicator), ...checkAgainstEarlier(content, input)];
  if (input.replaces?.verified && isBlank(input.reason) && !findings.some((finding) => finding.code === "cumulative_fall")) {
    findings.push({ code: "correction_reason", level: "demand", params: {} });
  }
  return findings;
}

/** True when nothing stands against accepting it: warnings do not. */
export const isAcceptable = (findings: readonly Finding[]) => findings.every((finding) => finding.level === "warning");

/** "No change since DATE" repeats a value in one click: only where a value is a state, not an amount of the period. */
export function mayRepeatUnchanged(indicator: Pick<IndicatorFact, "valueType" | "aggregation">): boolean {
  return indicator.aggregation === "stock" || indicator.valueType === "stages" || indicator.valueType === "yes_no";
}

function checkShape(content: Content, indicator: IndicatorFact): Finding[] {
  if (!typeOf(indicator).contentKinds.includes(content.kind)) return [{ code: "wrong_kind_of_value", level: "refusal", params: {} }];
  switch (content.kind) {
    case "number":
      return [...checkSign(content.value, indicator), ...checkPrecision(content.value, indicator)];
    case "parts":
      return checkParts(content, indicator);
    case "share":
      return checkShare(content.value, indicator);
    case "stage": {
      const last = Math.max(0, ...indicator.stages.map((stage) => stage.no));
      return inRange(content.no, 0, last) ? [] : [{ code: "stage_out_of_range", level: "refusal", params: { value: content.no, limit: last } }];
    }
    case "scale": {
      const size = indicator.scale?.size ?? 0;
      return inRange(content.position, 1, size) ? [] : [{ code: "scale_out_of_range", level: "refusal", params: { value: content.position, limit: size } }];
    }
    case "yes_no":
      return [];
  }
}

/** A count of things is never below 0; what the plan itself counts below 0 may be, anything else is asked about. */
function checkSign(value: Exact, indicator: IndicatorFact): Finding[] {
  if (!isLess(value, ZERO) || declaresNegative(indicator)) return [];
  return indicator.precision === 0
    ? [{ code: "negative_count", level: "refusal", params: { value } }]
    : [{ code: "negative_value", level: "warning", params: { value } }];
}

function declaresNegative(indicator: IndicatorFact): boolean {
  const declared = [indicator.baseline?.content ?? null, ...indicator.targets.map((target) => target.content)];
  const ranges = [indicator.holdRange, ...indicator.targets.map((target) => target.range)];
  return declared.some((content) => content?.kind === "number" && isLess(content.value, ZERO)) || ranges.some((range) => range !== null && isLess(range.low, ZERO));
}

function checkParts({ numerator, denominator }: { numerator: Exact; denominator: Exact }, indicator: IndicatorFact): Finding[] {
  if (isLess(denominator, ZERO)) return [{ code: "negative_denominator", level: "refusal", params: { value: denominator } }];
  if (isLess(numerator, ZERO)) return [{ code: "negative_part", level: "refusal", params: { value: numerator } }];
  if (indicator.valueType === "percentage" && isLess(denominator, numerator)) {
    return [{ code: "numerator_above_denominator", level: "refusal", params: { value: numerator, limit: denominator } }];
  }
  // nothing of nothing is a true answer; it is kept, and not computable (rule 7)
  return isAtLeast(ZERO, denominator) ? [{ code: "denominator_zero", level: "warning", params: {} }] : [];
}

function checkShare(value: Exact, indicator: IndicatorFact): Finding[] {
  if (indicator.valueType === "percentage" && isLess(value, ZERO)) return [{ code: "share_below_zero", level: "refusal", params: { value } }];
  const findings = checkPrecision(value, indicator);
  if (indicator.valueType === "percentage" && isLess(exact(100), value)) findings.push({ code: "share_above_hundred", level: "warning", params: { value } });
  return findings;
}

/** Kept in full and shown rounded (case C11): never a refusal. */
function checkPrecision(value: Exact, indicator: IndicatorFact): Finding[] {
  const digits = toDecimal(value)?.split(".")[1]?.length ?? 0;
  return digits > indicator.precision ? [{ code: "finer_than_precision", level: "warning", params: { value, limit: indicator.precision } }] : [];
}

function checkAgainstEarlier(content: Content, input: ValueToCheck): Finding[] {
  const now = rankOf(input.indicator, content);
  if (now === null) return [];
  const replaced = input.replaces === null || input.replaces.content.kind === "missing" ? null : rankOf(input.indicator, input.replaces.content);
  const before = input.previous === null ? null : rankOf(input.indicator, input.previous.content);
  if (input.indicator.aggregation === "cumulative_entered") {
    const fell = [replaced, before].find((earlier) => earlier !== null && isLess(now, earlier)) ?? null;
    return fell !== null && isBlank(input.reason) ? [{ code: "cumulative_fall", level: "demand", params: { value: now, limit: fell } }] : [];
  }
  // an amount of one period does not fall against another's; a state does
  if (input.previous === null || before === null || !comparesWithPrevious(input.indicator) || !isBlank(input.comment)) return [];
  const worse = input.indicator.direction === "decrease" ? isLess(before, now) : isLess(now, before);
  return worse ? [{ code: "fall_against_previous", level: "warning", params: { value: now, limit: before, periodKey: input.previous.periodKey } }] : [];
}

const comparesWithPrevious = (indicator: IndicatorFact) => indicator.aggregation !== "flow" && indicator.direction !== "hold";

/** Codes that take a value out of every denominator: a body may not excuse itself without saying why. */
const EXCUSES: readonly ReasonCode[] = ["not_applicable", "cannot_exist", "suspended"];
/** Given by the system or by an import, never chosen by a person. */
const NOT_FOR_ENTRY: readonly ReasonCode[] = ["not_reported", "dash_unclear"];

function checkReasonCode({ reason }: Missing, input: ValueToCheck): Finding[] {
  if (NOT_FOR_ENTRY.includes(reason)) return [{ code: "reason_not_for_entry", level: "refusal", params: { reason } }];
  if (EXCUSES.includes(reason) && isBlank(input.comment)) return [{ code: "reason_needs_explanation", level: "demand", params: { reason } }];
  return [];
}

const isBlank = (text: string) => text.trim() === "";
const inRange = (value: number, low: number, high: number) => Number.isInteger(value) && low <= value && value <= high;
