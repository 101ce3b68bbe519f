/** What stands against a value before it is accepted. */
import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import type { Content, Missing, ReasonCode } from "~/domain/facts";
import { checkValue, isAcceptable, mayRepeatUnchanged, type ValueToCheck } from "~/domain/submission-checks";
import { anIndicator, number, parts, type IndicatorBuilder } from "../support/builders";

const count = anIndicator("count");
const share = anIndicator("share").percentage();
const ratio = anIndicator("ratio").but({ valueType: "ratio", precision: 2 });
const stages = anIndicator("stages").stages(4);
const scale = anIndicator("scale").but({ valueType: "scale", scale: { code: "s", ordinal: true, size: 5 } });
const flow = anIndicator("flow").flow();
const cumulative = anIndicator("cumulative").cumulative();

const given = (indicator: IndicatorBuilder, content: Content | Missing, more: Partial<ValueToCheck> = {}): ValueToCheck => ({
  indicator: indicator.fact, content, previous: null, replaces: null, reason: "", comment: "", ...more,
});
const missing = (reason: ReasonCode): Missing => ({ kind: "missing", reason });
const before = (content: Content) => ({ previous: { periodKey: "2025", content } });
const replacing = (content: Content | Missing, verified: boolean) => ({ replaces: { content, verified } });

test.each<[string, ValueToCheck, string[]]>([
  ["a count", given(count, number(12)), []],
  ["a reported zero is a value", given(count, number(0)), []],
  ["a number where stages are asked for", given(stages, number(2)), ["refusal wrong_kind_of_value"]],
  ["a count below zero", given(count, number(-5)), ["refusal negative_count"]],
  ["a balance whose plan goes below zero", given(count.from(-5).target("2026", 10), number(-3)), []],
  ["a measured figure below zero is asked about", given(count.but({ precision: 1 }), number("-0.5")), ["warning negative_value"]],
  ["part of the whole", given(share, parts(3, 4)), []],
  ["more than the whole", given(share, parts(5, 4)), ["refusal numerator_above_denominator"]],
  ["a ratio may exceed one", given(ratio, parts(5, 4)), []],
  ["nothing of nothing", given(share, parts(0, 0)), ["warning denominator_zero"]],
  ["something of nothing", given(share, parts(1, 0)), ["refusal numerator_above_denominator"]],
  ["a part below zero", given(share, parts(-1, 4)), ["refusal negative_part"]],
  ["a whole below zero", given(ratio, parts(1, -4)), ["refusal negative_denominator"]],
  ["a share above a hundred", given(share, { kind: "share", value: exact(101) }), ["warning share_above_hundred"]],
  ["no stage done", given(stages, { kind: "stage", no: 0 }), []],
  ["the last stage", given(stages, { kind: "stage", no: 4 }), []],
  ["a stage that does not exist", given(stages, { kind: "stage", no: 5 }), ["refusal stage_out_of_range"]],
  ["a scale starts at one", given(scale, { kind: "scale", position: 0 }), ["refusal scale_out_of_range"]],
  ["C11: finer than the precision is kept and shown rounded", given(count.but({ precision: 1 }), number("6.049")), ["warning finer_than_precision"]],
  ["C06: a cumulative total fell", given(cumulative, number(4), before(number(5))), ["demand cumulative_fall"]],
  ["C06: it fell for a written reason", given(cumulative, number(4), { ...before(number(5)), reason: "counted twice" }), []],
  ["C06: corrected downward from 5 to 4", given(cumulative, number(4), replacing(number(5), true)), ["demand cumulative_fall"]],
  ["a stock fell: a comment is asked for", given(count, number(4), before(number(5))), ["warning fall_against_previous"]],
  ["a stock fell, and a comment says why", given(count, number(4), { ...before(number(5)), comment: "one post closed" }), []],
  ["a falling indicator rose", given(count.falling(), number(6), before(number(5))), ["warning fall_against_previous"]],
  ["a flow of one period is no fall against another's", given(flow, number(4), before(number(5))), []],
  ["a stage was undone", given(stages, { kind: "stage", no: 1 }, before({ kind: "stage", no: 2 })), ["warning fall_against_previous"]],
  ["a verified value is corrected without a reason", given(count, number(6), replacing(number(5), true)), ["demand correction_reason"]],
  ["a value nobody verified yet is replaced", given(count, number(6), replacing(number(5), false)), []],
  ["a verified value is withdrawn for no data", given(count, missing("no_data"), replacing(number(5), true)), ["demand correction_reason"]],
  ["no data", given(count, missing("no_data")), []],
  ["a body may not excuse itself without saying why", given(count, missing("not_applicable")), ["demand reason_needs_explanation"]],
  ["it may when it says why", given(count, { kind: "missing", reason: "suspended" }, { comment: "order 5 of 01.03" }), []],
  ["a blank form is not a reason code one can send", given(count, missing("not_reported")), ["refusal reason_not_for_entry"]],
])("%s", (_, input, expected) => {
  const findings = checkValue(input);
  expect(findings.map(({ level, code }) => `${level} ${code}`)).toEqual(expected);
  expect(isAcceptable(findings)).toBe(expected.every((finding) => finding.startsWith("warning")));
});

describe("no change since: only where a value is a state", () => {
  test.each<[string, IndicatorBuilder, boolean]>([
    ["stock", count, true],
    ["stages", stages.flow(), true],
    ["yes or no", anIndicator("yes").yesNo().but({ aggregation: null }), true],
    ["flow", flow, false],
    ["cumulative total", cumulative, false],
    ["average", anIndicator("mean").but({ aggregation: "average" }), false],
  ])("%s", (_, indicator, expected) => expect(mayRepeatUnchanged(indicator.fact)).toBe(expected));
});
