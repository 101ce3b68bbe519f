/**
 * What an edition is computed from, as one text: the same facts in any order are the same text; anything that decides a
 * figure changes it; what lies above the ceiling never does (rules 18 and 19).
 */
import { describe, expect, test } from "vitest";
import { canonicalText } from "~/domain/canonical";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { differences } from "~/domain/differences";
import { editionCode } from "~/domain/edition-code";
import { cutFacts, editionInput } from "~/domain/edition-input";
import { exact, exactText } from "~/domain/exact";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, aValue, parts } from "../support/builders";
import { aVerdict, suspends } from "../support/edition-facts";

const plan = aPlan().with(
  aNode("G1").with(
    aMeasure("M1").ledBy("SBGS").dueBy("2022-12-31").with(anIndicator("a").from(0).target("2020", 10), anIndicator("b").percentage().target("2020", parts(1, 2))),
    aMeasure("M2").ledBy("SBGS").access("internal").with(anIndicator("inside").from(0).target("2020", 10)),
  ),
);
const input: ScorecardInput = {
  versions: [plan.build(), plan.version(2, "2020-07-01").build()], levelsOf: plan.version(2, "2020-07-01").build(),
  values: [aValue("a", "2020", 10).build(), aValue("b", "2020", parts(2, 3)).build(), aValue("inside", "2020", 4).build()],
  disruptions: [suspends("measure", "M1"), suspends("measure", "M2")],
  verdicts: [aVerdict("M1"), aVerdict("M2")],
  periodKey: "2020", today: "2021-04-14", knownAt: "2021-04-14T20:59:59.999Z", cutOff: "2021-04-14", ceiling: "public", basis: "in_force_on_1_january",
  reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1,
};
const text = (change: Partial<ScorecardInput> = {}) => canonicalText(editionInput({ ...input, ...change }));
const [a, b, inside] = input.values;

describe("the text of the input", () => {
  test("the order in which a query hands the facts over is nobody's business", () => {
    const turned = { versions: [...input.versions].reverse(), values: [...input.values].reverse(), disruptions: [...input.disruptions].reverse(), verdicts: [...input.verdicts].reverse() };
    expect(text(turned)).toBe(text());
  });

  test.each<[string, Partial<ScorecardInput>]>([
    ["a value", { values: [aValue("a", "2020", 9).build(), b!, inside!] }],
    ["a version of it", { values: [{ ...a!, no: 2 }, b!, inside!] }],
    ["its verification", { values: [{ ...a!, verified: false }, b!, inside!] }],
    ["a value the less", { values: [b!, inside!] }],
    ["a verdict", { verdicts: [aVerdict("M1", { status: "in_progress" }), aVerdict("M2")] }],
    ["an interruption's day", { disruptions: [{ ...suspends("measure", "M1"), to: "2020-12-30" }] }],
    ["a target of the plan", { versions: [plan.build(), aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(anIndicator("a").target("2020", 8)))).version(2, "2020-07-01").build()] }],
    ["the rules version", { rulesVersion: 2 }],
    ["a threshold", { policy: { ...COVERAGE_POLICY, coverageFinalFrom: exact("0.9") } }],
    ["the basis", { basis: "current" }],
    ["the cut-off", { knownAt: "2021-04-15T20:59:59.999Z" }],
    ["the ceiling", { ceiling: "internal" }],
  ])("%s changes it", (_what, change) => expect(text(change)).not.toBe(text()));

  test.each<[string, Partial<ScorecardInput>]>([
    ["a value above the ceiling", { values: [a!, b!, aValue("inside", "2020", 9).build()] }],
    ["its absence", { values: [a!, b!] }],
    ["a verdict above it", { verdicts: [aVerdict("M1"), aVerdict("M2", { status: "not_started" })] }],
    ["an interruption above it", { disruptions: [suspends("measure", "M1")] }],
  ])("%s does not: nothing of it can be guessed from the hash", (_what, change) => expect(text(change)).toBe(text()));

  test("an exact number is a text, never a float", () => {
    expect(canonicalText({ b: exact(1).div(exact(3)), a: [exact("0.50"), exact(-2)] })).toBe('{"a":["0.5","-2"],"b":"1/3"}');
    expect(exactText(exact(51).div(exact(79)))).toBe("51/79");
  });
});

test("what is cut away decides no figure: the facts as cut read the same", () => {
  const { versions, ...cut } = cutFacts(input);
  const uncut = assembleScorecard(input);
  const again = assembleScorecard({ ...input, ...cut, versions: versions.map(({ structure }) => structure), levelsOf: null });
  expect(canonicalText({ plan: again.plan, nodes: again.nodes, readings: again.readings })).toBe(canonicalText({ plan: uncut.plan, nodes: uncut.nodes, readings: uncut.readings }));
  expect(cut.values.map(({ indicatorId }) => indicatorId)).toEqual(["a", "b"]);
});

describe("differences", () => {
  test.each<[string, unknown, unknown, string[]]>([
    ["the same in another order", { a: "1", b: { c: [{ x: 1 }, { x: 2 }] } }, { b: { c: [{ x: 2 }, { x: 1 }] }, a: "1" }, []],
    ["a leaf", { a: { b: "1" } }, { a: { b: "2" } }, ['a.b: "1" → "2"']],
    ["something gone", { a: { b: "1" } }, { a: {} }, ['a.b: "1" → null']],
    ["a figure that was added later", { a: "1" }, { a: "1", b: "2" }, []],
    ["nothing left at all", { a: "1" }, null, [': {"a":"1"} → null']],
  ])("%s", (_what, was, is, expected) => expect(differences(was, is).map((each) => `${each.path}: ${each.was} → ${each.is}`)).toEqual(expected));
});

describe("the short code", () => {
  test("has no letters that look like figures, no vowels, and the same digest gives the same one", () => {
    const codes = Array.from({ length: 200 }, (_, n) => editionCode((n * 7919 + 1).toString(16).padStart(8, "a").repeat(8)));
    expect(codes.every((code) => /^[CFHJKMNPQRTVWXY3479]{3}-\d{3}$/.test(code))).toBe(true);
    expect(editionCode("0123456789abcdef".repeat(4))).toBe(editionCode("0123456789abcdef".repeat(4)));
  });
});
