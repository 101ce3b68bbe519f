import { describe, expect, it } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import { computeOnce } from "~/features/scorecard/compute-once";
import { aMeasure, aNode, anIndicator, aPlan, aValue } from "../../support/builders";

const structure = aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(anIndicator("a").from(0).target("2020", 10).owedBy("SBGS")))).build();
const input: ScorecardInput = {
  versions: [structure], values: [aValue("a", "2020", 10).build()], levelsOf: null, disruptions: [], verdicts: [], periodKey: "2020", today: "2021-04-01",
  knownAt: "2021-04-01T09:00:00.000Z", cutOff: null, ceiling: "internal", basis: "in_force_on_1_january", reading: "official",
  policy: COVERAGE_POLICY, rulesVersion: 1,
};
const achieved = (asked: ScorecardInput) => computeOnce(asked).plan.implementation.counts.achieved;

describe("the same facts and the same question", () => {
  it("are computed once, whatever the moment they are asked at", () => {
    const again = computeOnce({ ...input, versions: [structure], knownAt: "2021-04-01T10:00:00.000Z" });
    expect(again.readings).toBe(computeOnce(input).readings);
    expect(again.label.knownAt).toBe("2021-04-01T10:00:00.000Z");
  });

  it("because a moment changes no figure", () => {
    const [one, other] = [assembleScorecard(input), assembleScorecard({ ...input, knownAt: "2024-01-01T00:00:00.000Z" })];
    expect({ ...other, label: { ...other.label, knownAt: one.label.knownAt } }).toEqual(one);
  });

  it("give what the domain gives", () => expect(computeOnce(input)).toEqual(assembleScorecard(input)));
});

describe("another question is another computation", () => {
  it.each<[string, Partial<ScorecardInput>]>([
    ["period", { periodKey: "2021" }],
    ["day", { today: "2021-04-02" }],
    ["ceiling", { ceiling: "public" }],
    ["basis", { basis: "current" }],
    ["values shown", { reading: "including_provisional" }],
    ["rules version", { rulesVersion: 2 }],
    ["plan read anew", { versions: [{ ...structure }] }],
    ["disruptions read anew", { disruptions: [] }],
    ["levels read anew", { levelsOf: structure }],
  ])("%s", (_what, change) => {
    expect(computeOnce({ ...input, ...change }).readings).not.toBe(computeOnce(input).readings);
  });

  it("with values read anew", () => {
    expect([achieved(input), achieved({ ...input, values: [aValue("a", "2020", 4).build()] }), achieved(input)]).toEqual([1, 0, 1]);
  });

  it("of many, the last few stay", () => {
    const first = computeOnce(input).readings;
    for (const day of ["01", "02", "03", "04", "05", "06"]) computeOnce({ ...input, today: `2022-01-${day}` });
    expect(computeOnce(input).readings).not.toBe(first);
  });
});
