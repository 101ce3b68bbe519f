/** Targets and deadlines of a plan in force beside those it was adopted with: which of them ask for less. */
import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import type { Target } from "~/domain/facts";
import { deadlinesPutOff, softenedTargets } from "~/domain/softened-plan";
import { aMeasure, aNode, anIndicator, aPlan, parts, type IndicatorBuilder } from "../support/builders";
import { stage, yes, no } from "../support/one-indicator";

const planOf = (...indicators: IndicatorBuilder[]) => aPlan().with(aNode("G").with(aMeasure("M").with(...indicators))).build();
const softer = (adopted: IndicatorBuilder, inForce: IndicatorBuilder) =>
  softenedTargets(planOf(adopted), planOf(inForce)).map(({ code, of, was, is }) => `${code} ${of}: ${was} → ${is}`);
const held = (target: Partial<Target>) => anIndicator("i").but({ direction: "hold", targets: [{ periodKey: "2020", by: null, content: null, range: null, qualifier: null, disputed: null, ...target }] });
const ten = { kind: "number", value: exact(10) } as const;
const eight = { kind: "number", value: exact(8) } as const;
const range = (low: number, high: number) => held({ qualifier: "range", range: { low: exact(low), high: exact(high) } });
const rising = anIndicator("i");
const falling = anIndicator("i").falling();

describe("a target asks for less", () => {
  test.each<[string, IndicatorBuilder, IndicatorBuilder, string[]]>([
    ["rising, lowered", rising.target("2020", 10), rising.target("2020", 8), ["i 2020: 10 → 8"]],
    ["rising, raised", rising.target("2020", 10), rising.target("2020", 12), []],
    ["rising, the same by another spelling", rising.target("2020", "10.0"), rising.target("2020", 10), []],
    ["falling, raised", falling.target("2020", 30), falling.target("2020", 40), ["i 2020: 30 → 40"]],
    ["falling, lowered", falling.target("2020", 30), falling.target("2020", 20), []],
    ["held at least, lowered", held({ content: ten, qualifier: "at_least" }), held({ content: eight, qualifier: "at_least" }), ["i 2020: 10 → 8"]],
    ["held at most, lowered", held({ content: ten, qualifier: "at_most" }), held({ content: eight, qualifier: "at_most" }), []],
    ["held at most, raised", held({ content: eight, qualifier: "at_most" }), held({ content: ten, qualifier: "at_most" }), ["i 2020: 8 → 10"]],
    ["a range made wider", range(12, 16), range(11, 16), ["i 2020: 12–16 → 11–16"]],
    ["a range made narrower", range(12, 16), range(13, 16), []],
    ["a percentage by its parts", rising.percentage().target("2020", parts(1, 2)), rising.percentage().target("2020", parts(2, 5)), ["i 2020: 1/2 → 2/5"]],
    ["a stage the less", rising.stages(3).target("2020", stage(3)), rising.stages(3).target("2020", stage(2)), ["i 2020: 3 → 2"]],
    ["yes is asked for no longer", rising.yesNo().target("2020", yes), rising.yesNo().target("2020", no), ["i 2020: yes → no"]],
    ["one year's target gone", rising.target("2020", 10).target("2021", 20), rising.target("2021", 20), ["i 2020: 10 → null"]],
    ["one year's target put into the next", rising.target("2020", 10), rising.target("2021", 10), ["i 2020: 10 → null"]],
    ["a year more", rising.target("2020", 10), rising.target("2020", 10).target("2021", 20), []],
    ["the plan's total of a flow", rising.flow().but({ totalTarget: exact(100) }), rising.flow().but({ totalTarget: exact(80) }), ["i total: 100 → 80"]],
    ["an indicator that left the plan is the bridge's business", rising.target("2020", 10), anIndicator("other").target("2020", 1), []],
  ])("%s", (_what, adopted, inForce, expected) => expect(softer(adopted, inForce)).toEqual(expected));
});

describe("a deadline was put off", () => {
  const due = (dueOn: string | null) => aPlan().with(aNode("G").with(aMeasure("M").but({ dueOn }))).build();
  test.each<[string, string | null, string | null, string[]]>([
    ["later", "2020-12-31", "2021-06-30", ["M 2020-12-31 → 2021-06-30"]],
    ["taken away", "2020-12-31", null, ["M 2020-12-31 → null"]],
    ["earlier", "2020-12-31", "2020-06-30", []],
    ["the same", "2020-12-31", "2020-12-31", []],
    ["there was none", null, "2020-12-31", []],
  ])("%s", (_what, was, is, expected) => expect(deadlinesPutOff(due(was), due(is)).map((each) => `${each.code} ${each.was} → ${each.is}`)).toEqual(expected));
});
