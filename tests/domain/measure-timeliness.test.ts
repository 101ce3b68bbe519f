/** Measures by their dates: on time, late, overdue, not yet due, by the original and by the extended date (glossary). */
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import type { CalendarDate, PeriodKey, VerdictFact } from "~/domain/facts";
import { countTimeliness } from "~/domain/measure-timeliness";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, type PlanBuilder } from "../support/builders";
import { aVerdict, suspends } from "../support/edition-facts";

const planWith = (dueOn: CalendarDate | null) => aPlan().with(aNode("G").with(aMeasure("M").but({ dueOn }).ledBy("SBGS").with(anIndicator("a").from(0).target("2020", 10).target("2021", 10).owedBy("SBGS"))));
const read = (versions: PlanBuilder[], verdicts: VerdictFact[], change: Partial<ScorecardInput> = {}) => assembleScorecard({
  versions: versions.map((version) => version.build()), values: [], levelsOf: null, disruptions: [], verdicts, periodKey: "2020", today: "2022-03-01", knownAt: "2022-03-01T09:00:00Z",
  cutOff: null, ceiling: "internal", basis: "in_force_on_1_january", reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1, ...change,
}).timeliness;
const judged = (periodKey: PeriodKey, status: VerdictFact["status"]) => aVerdict("M", { id: `${periodKey} ${status}`, periodKey, status });
const states = (...asked: Parameters<typeof read>) => read(...asked).map(({ original, extended }) => `${original.on ?? "-"} ${original.state} / ${extended.on ?? "-"} ${extended.state}`)[0];

describe("one date", () => {
  const due = [planWith("2020-12-31")];
  test.each<[string, VerdictFact[], Partial<ScorecardInput>, string]>([
    ["implemented in the cycle of its date", [judged("2020", "implemented")], {}, "on_time"],
    ["implemented in an earlier cycle", [judged("2020", "implemented")], { periodKey: "2021" }, "on_time"],
    ["found implemented a cycle later", [judged("2020", "in_progress"), judged("2021", "implemented")], { periodKey: "2021" }, "late"],
    ["what came after the period read is not in it", [judged("2021", "implemented")], {}, "unknown"],
    ["partly done past its date", [judged("2020", "partially_implemented")], {}, "overdue"],
    ["implemented once, not any more", [judged("2020", "implemented"), judged("2021", "not_implemented")], { periodKey: "2021" }, "overdue"],
    ["past its date and not judged: not known", [], {}, "unknown"],
    ["judged before its date and never since", [judged("2019", "in_progress")], {}, "unknown"],
    ["done, and later not assessable: it is still done", [judged("2020", "implemented"), judged("2021", "cannot_be_assessed")], { periodKey: "2021" }, "on_time"],
    ["cannot be assessed", [judged("2020", "cannot_be_assessed")], {}, "unknown"],
    ["a draft is no verdict", [{ ...judged("2020", "implemented"), stage: "draft" }], {}, "unknown"],
    ["its date is ahead", [judged("2020", "in_progress")], { today: "2020-12-31" }, "not_yet_due"],
    ["suspended: nothing is overdue", [judged("2020", "in_progress")], { disruptions: [suspends("measure", "M")] }, "out"],
    ["no longer relevant", [{ ...judged("2020", "no_longer_relevant"), amendedOn: "2019-01-01" }], {}, "out"],
    ["suspended when already done", [judged("2020", "implemented")], { disruptions: [suspends("measure", "M")] }, "on_time"],
  ])("%s", (_what, verdicts, change, state) => expect(states(due, verdicts, change)).toBe(`2020-12-31 ${state} / 2020-12-31 ${state}`));

  test("without a date there is no timeliness", () => expect(states([planWith(null)], [judged("2020", "implemented")])).toBe("- no_date / - no_date"));
});

describe("a date put off", () => {
  const versions = [planWith("2020-06-30"), planWith("2021-12-31").version(2, "2020-10-01")];
  test.each<[string, VerdictFact[], Partial<ScorecardInput>, string]>([
    ["done a year later: late by the original, on time by the extended one", [judged("2021", "implemented")], { periodKey: "2021" }, "2020-06-30 late / 2021-12-31 on_time"],
    ["not done: overdue by the original, not due by the extended one", [judged("2020", "in_progress")], {}, "2020-06-30 overdue / 2021-12-31 not_yet_due"],
    ["before the amendment was in force there is one date", [judged("2020", "in_progress")], { today: "2020-08-01" }, "2020-06-30 overdue / 2020-06-30 overdue"],
    ["whatever the basis of the list", [judged("2021", "implemented")], { periodKey: "2021", basis: "as_first_adopted" }, "2020-06-30 late / 2021-12-31 on_time"],
  ])("%s", (_what, verdicts, change, expected) => expect(states(versions, verdicts, change)).toBe(expected));

  test("the date of a version in which the measure was closed to the reader is not told", () => {
    const closed = aPlan().with(aNode("G").with(aMeasure("M").access("restricted").dueBy("2020-03-31").ledBy("SBGS")));
    expect(states([closed, planWith("2021-12-31").version(2, "2020-10-01")], [], { basis: "current" })).toBe("2021-12-31 not_yet_due / 2021-12-31 not_yet_due");
  });
});

test("the states add up to the measures, by either date", () => {
  const plan = aPlan().with(aNode("G").with(aMeasure("M").dueBy("2020-12-31").ledBy("SBGS"), aMeasure("N").dueBy("2022-12-31").ledBy("SBGS"), aMeasure("O").ledBy("SBGS")));
  const all = read([plan], [judged("2020", "implemented")]);
  expect(countTimeliness(all, "original")).toEqual({ on_time: 1, late: 0, overdue: 0, not_yet_due: 1, unknown: 0, out: 0, no_date: 1 });
});
