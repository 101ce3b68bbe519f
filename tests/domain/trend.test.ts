/** Years and plans on one line of time: what is not known is named, and no line goes across a version, a plan or a gap. */
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import { trendOf, type YearRate } from "~/domain/trend";
import { countImplementation } from "~/domain/implementation";
import { printedPercent } from "~/domain/printing";
import { aMeasure, aNode, anIndicator, aPlan, aReading, aValue, upTo, type ReadingBuilder } from "../support/builders";

const indicators = new Map(upTo(10).map((no) => [`i${no}`, anIndicator(`i${no}`).fact]));
const of = (...states: ((reading: ReadingBuilder) => ReadingBuilder)[]) =>
  countImplementation(states.map((state, index) => state(aReading(`i${index + 1}`)).build()), indicators, 0, COVERAGE_POLICY);
const done = (each: ReadingBuilder) => each.achieved();
const short = (each: ReadingBuilder) => each.notAchieved();
const silent = (each: ReadingBuilder) => each;
const stopped = (each: ReadingBuilder) => each.excluded("suspended");
const ahead = (each: ReadingBuilder) => each.notYetDue();
const none = (each: ReadingBuilder) => each.notDue();

const year = (periodKey: string, implementation: YearRate["implementation"], versionNo = 1): YearRate => ({ periodKey, planVersionId: `v${versionNo}`, versionNo, implementation });

describe("why a year has no point", () => {
  test.each<[string, YearRate["implementation"], string | null]>([
    ["a rate", of(done, short), null],
    ["nobody reported", of(silent, silent), "no_reports"],
    ["less than half reported: its interval stands alone", of(done, silent, silent), "withheld"],
    ["all suspended", of(stopped), "suspended"],
    ["the date is ahead", of(ahead, stopped), "not_yet_due"],
    ["nothing due", of(none), "nothing_due"],
  ])("%s", (_, implementation, why) => expect(trendOf([{ planCode: "P", years: [year("2020", implementation)] }]).years[0]?.why).toBe(why));
});

test("gaps of one reason are one; those of another, or after a year with a figure, are another", () => {
  const { gaps } = trendOf([{ planCode: "P", years: [year("2020", of(silent)), year("2021", of(silent)), year("2022", of(stopped)), year("2023", of(done)), year("2024", of(silent))] }]);
  expect(gaps).toEqual([{ from: 2020, to: 2021, why: "no_reports" }, { from: 2022, to: 2022, why: "suspended" }, { from: 2024, to: 2024, why: "no_reports" }]);
});

describe("lines", () => {
  test("join neighbours of one version of one plan, and nothing else", () => {
    const trend = trendOf([
      { planCode: "A", years: [year("2020", of(done)), year("2021", of(done)), year("2022", of(done), 2), year("2023", of(silent), 2), year("2024", of(done), 2)] },
      { planCode: "B", years: [year("2025", of(done)), year("2026", of(done))] },
    ]);
    expect(trend.pieces).toEqual([[2020, 2021], [2022], [2024], [2025, 2026]]);
    expect(trend.breaks).toEqual([{ before: 2022, planCode: "A", versionNo: 2, isNewPlan: false }, { before: 2025, planCode: "B", versionNo: 1, isNewPlan: true }]);
  });

  test("years that no plan covers are a gap of their own, and the new plan begins after it", () => {
    const trend = trendOf([{ planCode: "A", years: [year("2020", of(done))] }, { planCode: "B", years: [year("2023", of(done))] }]);
    expect(trend.years.map((each) => `${each.year} ${each.planCode ?? "-"}`)).toEqual(["2020 A", "2021 -", "2022 -", "2023 B"]);
    expect(trend.gaps).toEqual([{ from: 2021, to: 2022, why: "no_plan" }]);
    expect(trend.breaks.map(({ before }) => before)).toEqual([2023]);
    expect(trend.pieces).toEqual([[2020], [2023]]);
  });

  test("nothing at all", () => expect(trendOf([])).toEqual({ years: [], gaps: [], breaks: [], pieces: [] }));
});

test("the years of a scorecard: each on its own basis, those of the year read equal to the headline", () => {
  const stock = (id: string) => anIndicator(id).from(0).target("2020", 10).target("2021", 20).owedBy("SBGS");
  const plan = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(stock("a"), stock("b"))));
  const amended = aPlan().version(2, "2020-07-01").with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(stock("a"))));
  const input: ScorecardInput = {
    versions: [plan.build(), amended.build()], values: [aValue("a", "2020", 10), aValue("b", "2020", 4), aValue("a", "2021", 5)].map((value) => value.build()), levelsOf: null, disruptions: [], verdicts: [],
    periodKey: "2021", today: "2022-04-01", knownAt: "2022-04-01T09:00:00Z", cutOff: null, ceiling: "internal", basis: "in_force_on_1_january", reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1,
  };
  const scorecard = assembleScorecard(input);
  expect(scorecard.years.map(({ periodKey, versionNo, implementation: { counts, rate } }) => `${periodKey} v${versionNo} ${counts.achieved}/${counts.due} ${rate && printedPercent(rate)}`)).toEqual(["2020 v1 1/2 50.0", "2021 v2 0/1 0.0"]);
  expect(scorecard.years.at(-1)?.implementation.rate).toEqual(scorecard.plan.implementation.rate);
  expect(assembleScorecard({ ...input, periodKey: "2021-Q1" }).years, "beside a yearly rate only").toEqual([]);
});
