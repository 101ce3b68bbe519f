/** Rule 10 (i): what is counted, what leaves, and what is said beside; measures and outcomes too. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { exact, roundHalfAway } from "~/domain/exact";
import { countImplementation } from "~/domain/implementation";
import { readMeasure } from "~/domain/measures-due";
import { countOutcomes } from "~/domain/outcomes";
import { buildTree } from "~/domain/structure";
import { aMeasure, aNode, anIndicator, aPlan, aReading, type IndicatorBuilder, type ReadingBuilder } from "../support/builders";

const byId = (...indicators: IndicatorBuilder[]) => new Map(indicators.map(({ fact }) => [fact.id, fact]));
const count = (readings: ReadingBuilder[], ...kinds: IndicatorBuilder[]) => {
  const known = byId(...kinds);
  const indicators = new Map(readings.map(({ reading: { indicatorId } }) => [indicatorId, known.get(indicatorId) ?? anIndicator(indicatorId).fact]));
  return countImplementation(readings.map((reading) => reading.build()), indicators, 0, COVERAGE_POLICY);
};
const a = aReading("a"), b = aReading("b"), c = aReading("c"), d = aReading("d");

describe("what is counted", () => {
  test("output, process and blank kinds; outcomes apart, context never", () => {
    const { counts } = count(
      [a.achieved(), b.achieved(), c.achieved(), d.achieved(), aReading("e").achieved()],
      anIndicator("a").but({ kind: "output" }), anIndicator("b").process(), anIndicator("d").outcome(), anIndicator("e").context(),
    );
    expect([counts.due, counts.achieved]).toEqual([3, 3]);
  });

  test.each<[string, ReadingBuilder[], Partial<ReturnType<typeof count>["counts"]>]>([
    ["due and silent is under way, and missing", [a.achieved(), b.unreported()], { due: 2, achieved: 1, underWay: 1, missing: 1, reported: 1 }],
    ["reported and short is under way, not missing", [a.achieved(), b.notAchieved()], { due: 2, underWay: 1, missing: 0, reported: 2 }],
    ["awaiting verification is missing in the official reading, and counted apart", [a.awaiting()], { due: 1, missing: 1, reported: 1, verified: 0, awaitingVerification: 1 }],
    ["what cannot be assessed is missing too", [a.notAssessable()], { due: 1, missing: 1, notAssessable: 1, underWay: 1 }],
    ["not yet due stays out", [a.achieved(), b.notYetDue()], { due: 1, notYetDue: 1 }],
    ["no target in the period: in no count", [a.achieved(), b.notDue()], { due: 1, notYetDue: 0, excluded: {} }],
    ["excluded by reason", [a.achieved(), b.excluded("suspended"), c.excluded("suspended"), d.excluded("not_applicable")], { due: 1, excluded: { suspended: 2, not_applicable: 1 } }],
    ["suspended, one of them with its date still ahead", [a.achieved(), b.excluded("suspended"), c.excluded("suspended").ahead()], { due: 1, excluded: { suspended: 2 }, suspendedDue: 1 }],
    ["excluded for another reason is not kept with the suspended", [a.excluded("not_applicable")], { excluded: { not_applicable: 1 }, suspendedDue: 0 }],
    ["of those achieved, a stage list that has further to go", [a.achieved().but({ stageNotLast: true }), b.notAchieved().but({ stageNotLast: true })], { achieved: 1, stageNotLast: 1 }],
  ])("%s", (_, readings, expected) => expect(count(readings).counts).toMatchObject(expected));
});

test.each<[string, ReadingBuilder[], (string | null)[], string]>([
  // rate, low, high, coverage
  ["nothing due: no rate, not 0", [a.notYetDue()], [null, null, null, null], "no_data"],
  ["nobody reported: 0 achieved of 2, nothing to show", [a.unreported(), b.unreported()], ["0.0", "0.0", "100.0", "0.0"], "no_data"],
  ["one of three reported", [a.achieved(), b.unreported(), c.unreported()], ["33.3", "33.3", "100.0", "33.3"], "withheld"],
  ["half reported", [a.achieved(), b.unreported()], ["50.0", "50.0", "100.0", "50.0"], "preliminary"],
  ["all reported, none achieved, is a true 0", [a.notAchieved(), b.notAchieved()], ["0.0", "0.0", "0.0", "100.0"], "final"],
])("rate and interval: %s", (_, readings, expected, state) => {
  const { rate, low, high, coverage, coverageState } = count(readings);
  expect([rate, low, high, coverage].map((share) => (share === null ? null : roundHalfAway(share.mul(exact(100)), 1)))).toEqual(expected);
  expect(coverageState).toBe(state);
});

describe("measures due", () => {
  const period = { startsOn: "2021-01-01", endsOn: "2021-12-31" };
  const read = (measure: ReturnType<typeof aMeasure>, readings: ReadingBuilder[], suspended = false) => {
    const tree = buildTree(aPlan().with(aNode("G").with(measure)).build());
    const [only] = [...tree.measureById.values()];
    return readMeasure(only!, new Map(readings.map(({ reading }) => [reading.indicatorId, reading])), tree, period, { suspended });
  };
  const two = aMeasure("M").with(anIndicator("a"), anIndicator("b"));
  const bare = aMeasure("M").startingOn("2021-07-01").dueBy("2022-06-30");

  test.each<[string, ReturnType<typeof read>, string, string | null]>([
    ["one of its indicators is due", read(two, [a.achieved(), b.notDue()]), "due", "all"],
    ["both due, one achieved", read(two, [a.achieved(), b.unreported()]), "due", "some"],
    ["both due, none achieved", read(two, [a.notAchieved(), b.unreported()]), "due", "none"],
    ["none due in the period", read(two, [a.notDue(), b.notDue()]), "not_due", null],
    ["not yet", read(two, [a.notYetDue(), b.notDue()]), "not_yet_due", null],
    ["all suspended", read(two, [a.excluded("suspended"), b.excluded("suspended")]), "excluded", null],
    ["one suspended, one due", read(two, [a.excluded("suspended"), b.achieved()]), "due", "all"],
    ["without indicators, within its dates", read(bare, []), "due", null],
    ["without indicators, suspended", read(bare, [], true), "excluded", null],
    ["without indicators, over before the period", read(bare.dueBy("2020-12-31").startingOn("2020-01-01"), []), "not_due", null],
    ["without indicators, begins after it", read(bare.startingOn("2022-01-01"), []), "not_due", null],
    ["without indicators and dates: the plan's", read(aMeasure("M"), []), "due", null],
    ["only an outcome: it does not decide", read(aMeasure("M").with(anIndicator("a").outcome()), [a.notDue()]), "due", null],
  ])("%s", (_, measure, state, achievedOf) => expect([measure.state, measure.achievedOf]).toEqual([state, achievedOf]));
});

test("outcomes of a goal: met, on track, behind, regressing, no data; they add up", () => {
  const readings = [
    aReading("met").achieved(), aReading("fast").notAchieved().pace("on_track"), aReading("slow").notAchieved().pace("behind"), aReading("risky").notAchieved().pace("at_risk"),
    aReading("back").regressing().pace("at_risk"), aReading("silent").unreported(), aReading("stopped").excluded("suspended"), aReading("paced").notAchieved().dueState("not_due").pace("on_track"),
    aReading("short").notAchieved(), aReading("output").achieved(),
  ];
  const indicators = byId(...readings.map(({ reading: { indicatorId } }) => (indicatorId === "output" ? anIndicator("output") : anIndicator(indicatorId).outcome())));
  const counts = countOutcomes(readings.map((reading) => reading.build()), indicators);
  expect(counts).toEqual({ met: 1, onTrack: 2, behind: 3, regressing: 1, noData: 1, total: 8, due: 7, metOfDue: 1, noDataOfDue: 1, excluded: { suspended: 1 } });
});

test("counts add up, whatever the readings", () => {
  const any = fc.constantFrom<(reading: ReadingBuilder) => ReadingBuilder>(
    (r) => r.achieved(), (r) => r.notAchieved(), (r) => r.unreported(), (r) => r.awaiting(), (r) => r.notAssessable(), (r) => r.excluded("suspended"), (r) => r.notYetDue(), (r) => r.notDue(),
  );
  fc.assert(fc.property(fc.array(any, { maxLength: 30 }), (made) => {
    const readings = made.map((make, index) => make(aReading(`i${index}`)));
    const { counts, low, high, rate } = count(readings);
    const notDue = readings.filter(({ reading }) => reading.due === "not_due").length;
    expect(counts.achieved + counts.underWay).toBe(counts.due);
    expect(counts.due + counts.notYetDue + (counts.excluded.suspended ?? 0) + notDue).toBe(readings.length);
    expect(counts.missing <= counts.underWay && counts.verified <= counts.reported && counts.reported <= counts.due).toBe(true);
    if (low && high && rate) expect(low.compare(rate) <= 0 && rate.compare(high) <= 0 && high.compare(1) <= 0).toBe(true);
    // the order of the readings does not matter, nor how they are split between goals
    const split = [readings.filter((_, index) => index % 2 === 0), readings.filter((_, index) => index % 2 === 1)].map((part) => count(part).counts);
    expect(split.reduce((total, part) => total + part.due, 0)).toBe(counts.due);
    expect(split.reduce((total, part) => total + part.missing, 0)).toBe(counts.missing);
    expect(count([...readings].reverse()).counts).toEqual(counts);
  }));
});
