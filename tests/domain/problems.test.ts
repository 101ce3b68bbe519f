/** The worst problems first: what is one, what is none, and the order between them, as on the page of those who lead. */
import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import type { ObligationFact } from "~/domain/facts";
import { worstProblems } from "~/domain/problems";
import { buildTree } from "~/domain/structure";
import type { Light } from "~/domain/reading";
import { aMeasure, aNode, anIndicator, aPlan, aReading, type IndicatorBuilder, type ReadingBuilder } from "../support/builders";

const TODAY = "2020-11-25";

/** Expected 80 %, made so much less. */
const paced = (id: string, light: Light, gap: string) =>
  aReading(id).notAchieved().but({ pace: { progress: exact("0.8").sub(exact(gap)), expected: exact("0.8"), expectedValue: null, light, interpolatedTarget: false } });
const running = (reading: ReadingBuilder) => reading.but({ due: "not_yet_due", averageDue: "due", dateReached: false });

/** One measure an indicator, unless they name the same one: "M1/a", "M1/b". */
function planOf(readings: readonly ReadingBuilder[], change: (indicator: IndicatorBuilder) => IndicatorBuilder = (same) => same) {
  const ids = readings.map(({ reading }) => reading.indicatorId);
  const measures = [...new Set(ids.map((id) => id.split("/")[0] ?? ""))].map((code) =>
    aMeasure(code).ledBy("SBGS").dueBy("2020-12-31").with(...ids.filter((id) => id.split("/")[0] === code).map((id) => change(anIndicator(id).target("2020", 10)))));
  return buildTree(aPlan().with(aNode("G").with(...measures)).build());
}

const owed = (indicatorId: string, but: Partial<ObligationFact> = {}): ObligationFact =>
  ({ indicatorId, agencyId: "SBGS", periodKey: "2020", dueOn: "2021-03-15", submittedAt: null, excluded: false, ...but });

const problems = (readings: ReadingBuilder[], obligations: ObligationFact[] = [], today = TODAY, change?: (indicator: IndicatorBuilder) => IndicatorBuilder) =>
  worstProblems({ tree: planOf(readings, change), readings: readings.map((each) => each.build()), obligations, periodKey: "2020", today });
const named = (...asked: Parameters<typeof problems>) => problems(...asked).map(({ indicator, kind }) => `${indicator.id} ${kind}`);

describe("the order", () => {
  test.each<[string, ReadingBuilder[], string[]]>([
    ["at risk, not reported, not achieved without a light, behind",
      [paced("behind", "behind", "0.1"), aReading("short").notAchieved(), aReading("silent"), paced("risky", "at_risk", "0.5")],
      ["risky at_risk", "silent not_reported", "short not_achieved", "behind behind"]],
    ["due before what still runs, however far behind that is",
      [running(paced("runs", "at_risk", "0.7")), paced("over", "at_risk", "0.2")],
      ["over at_risk", "runs at_risk"]],
    ["the wider gap first",
      [paced("near", "at_risk", "0.2"), paced("far", "at_risk", "0.6"), paced("mid", "at_risk", "0.4")],
      ["far at_risk", "mid at_risk", "near at_risk"]],
    ["equals in the plan's own order",
      [paced("a", "behind", "0.1"), paced("b", "behind", "0.1")],
      ["a behind", "b behind"]],
    ["not assessable has no light and is not achieved",
      [aReading("parts").notAssessable().but({ actual: aReading("x").notAchieved().reading.actual })],
      ["parts not_achieved"]],
  ])("%s", (_, readings, expected) => expect(named(readings)).toEqual(expected));

  test("of what nobody reported, the longer overdue", () => {
    const obligations = [owed("a", { dueOn: "2020-10-15" }), owed("b", { dueOn: "2020-07-15" }), owed("c", { dueOn: "2020-12-15" })];
    expect(named([aReading("a"), aReading("b"), aReading("c")], obligations)).toEqual(["b not_reported", "a not_reported", "c not_reported"]);
  });
});

describe("no problem", () => {
  test.each<[string, ReadingBuilder]>([
    ["achieved", aReading("a").achieved()],
    ["achieved, whatever its light", paced("a", "at_risk", "0.5").achieved()],
    ["on track", running(paced("a", "on_track", "0"))],
    ["suspended", aReading("a").excluded("suspended")],
    ["nothing asked for in the period", aReading("a").notDue()],
    ["after the measure's deadline", aReading("a").dueState("after_plan_date")],
    ["a value that waits for verification: its body has done its part", aReading("a").awaiting()],
    ["a yearly indicator before its date", aReading("a").notYetDue()],
  ])("%s", (_, reading) => expect(named([reading])).toEqual([]));

  test("outcomes and context are counted apart", () => {
    expect(named([paced("a", "at_risk", "0.5")], [], TODAY, (indicator) => indicator.outcome())).toEqual([]);
    expect(named([paced("a", "at_risk", "0.5")], [], TODAY, (indicator) => indicator.context())).toEqual([]);
  });

  test("while the year runs, what was asked for by now and is not there is one", () => {
    expect(named([aReading("quarterly").notYetDue().but({ averageDue: "due" })])).toEqual(["quarterly not_reported"]);
  });
});

test("one row a measure, its worst; the others of it are counted", () => {
  const found = problems([paced("M1/a", "behind", "0.1"), paced("M2/c", "at_risk", "0.3"), paced("M1/b", "at_risk", "0.5"), aReading("M1/d")]);
  expect(found.map(({ indicator, others }) => `${indicator.id} +${others}`)).toEqual(["M1/b +2", "M2/c +0"]);
});

describe("dates", () => {
  const asked = (obligations: ObligationFact[], today = TODAY) => problems([paced("a", "at_risk", "0.5")], obligations, today)[0];

  test.each<[string, ObligationFact[], string, { on: string; what: string } | null]>([
    ["the report owed first", [owed("a", { periodKey: "2020-Q4", dueOn: "2020-12-15" })], TODAY, { on: "2020-12-15", what: "report" }],
    ["the target where no report comes before it", [owed("a")], TODAY, { on: "2020-12-31", what: "target" }],
    ["a report already sent is none", [owed("a", { dueOn: "2020-12-15", submittedAt: "2020-11-01T08:00:00.000Z" })], TODAY, { on: "2020-12-31", what: "target" }],
    ["nor is one excluded", [owed("a", { dueOn: "2020-12-15", excluded: true })], TODAY, { on: "2020-12-31", what: "target" }],
    ["the day itself still is ahead", [], "2020-12-31", { on: "2020-12-31", what: "target" }],
    ["nothing ahead", [], "2021-06-01", null],
  ])("%s", (_, obligations, today, next) => expect(asked(obligations, today)?.next).toEqual(next));

  test("overdue: the first day missed within the period, not before or after it", () => {
    expect(asked([owed("a", { periodKey: "2020-Q2", dueOn: "2020-07-15" }), owed("a", { periodKey: "2020-Q1", dueOn: "2020-04-15" })])?.missedOn).toBe("2020-04-15");
    expect(asked([owed("a", { periodKey: "2019-Q4", dueOn: "2020-01-15" })])?.missedOn).toBeNull();
    expect(asked([owed("a", { periodKey: "2020-Q3", dueOn: TODAY })])?.missedOn, "due today").toBeNull();
  });
});

test("who is asked: each body that owes the value", () => {
  const [shared] = problems([paced("a", "at_risk", "0.5")], [], TODAY, (indicator) => indicator.owedBy("SCS", "NPU"));
  expect(shared?.ownerIds).toEqual(["SCS", "NPU"]);
  expect(problems([paced("a", "at_risk", "0.5")])[0]?.ownerIds).toEqual(["SBGS"]);
});
