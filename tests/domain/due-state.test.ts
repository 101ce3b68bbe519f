/** When an indicator is due, and what an interruption does to it (rules 8, 10, 15; cases C22 and the war years). */
import { describe, expect, test } from "vitest";
import { pausedDays } from "~/domain/disruptions";
import type { DisruptionFact } from "~/domain/facts";
import { aMeasure, anIndicator, type IndicatorBuilder } from "../support/builders";
import { percent, reading, type OneIndicator } from "../support/one-indicator";

const stock = anIndicator("I").from(0).target("2026", 10).target("2027", 20).target("2028", 30).target("2030", 50);
const quarterly = stock.but({ frequency: "quarterly" });
const until = (dueOn: string) => aMeasure("M").startingOn("2026-01-01").dueBy(dueOn);

test.each<[string, OneIndicator, string, string, string]>([
  // story, period → due, in the average
  ["its year is over", reading(stock).on("2027-01-01"), "2026", "due", "due"],
  ["its last day is not over yet", reading(stock).on("2026-12-31"), "2026", "not_yet_due", "not_yet_due"],
  ["a quarter has no target of its own", reading(quarterly).on("2026-10-20"), "2026-Q3", "not_yet_due", "due"],
  ["… and asks nothing of a once-a-year indicator", reading(stock).on("2026-10-20"), "2026-Q3", "not_yet_due", "not_yet_due"],
  ["… but its report falls in the last quarter", reading(stock).on("2027-01-20"), "2026-Q4", "not_yet_due", "due"],
  ["the year so far, quarterly", reading(quarterly).on("2026-10-20"), "2026", "not_yet_due", "due"],
  ["before the first quarter is over", reading(quarterly).on("2026-03-31"), "2026", "not_yet_due", "not_yet_due"],
  ["a year without a target", reading(stock), "2029", "not_due", "not_due"],
  ["a quarter with a target of its own", reading(anIndicator("I").but({ frequency: "quarterly" }).target("2026-Q2", 5)).on("2026-07-01"), "2026-Q2", "due", "due"],
  ["the deadline lies before the target", reading(stock).under(until("2028-12-31")), "2030", "after_plan_date", "after_plan_date"],
  ["the target of the year in which the deadline falls", reading(stock).under(until("2028-06-30")).on("2028-07-01"), "2028", "due", "due"],
  ["… is due on the deadline, not before", reading(stock).under(until("2028-06-30")).on("2028-06-30"), "2028", "not_yet_due", "not_yet_due"],
  ["context is never in", reading(stock.context()), "2026", "excluded", "excluded"],
  ["nor is what has no target at all", reading(anIndicator("I")), "2026", "excluded", "excluded"],
])("%s", (_, read, period, due, averageDue) => expect(read.in(period)).toMatchObject({ due, averageDue }));

describe("suspended on the period's last day, or on its own date if earlier", () => {
  const inForce = reading(stock).inNodes("task", "goal").under(until("2028-12-31"));
  test.each<[string, OneIndicator, string, string]>([
    ["still on", inForce.hit("pause", "2026-03-01", null), "2026", "suspended"],
    ["to the last day", inForce.hit("pause", "2026-03-01", "2026-12-31"), "2026", "suspended"],
    ["ended the day before", inForce.hit("pause", "2026-03-01", "2026-12-30"), "2026", "due"],
    ["began the day after", inForce.hit("pause", "2027-01-01", null), "2026", "due"],
    ["back the year after", inForce.hit("pause", "2026-03-01", "2026-12-31"), "2027", "due"],
    ["on the deadline, over by the year's end", reading(stock).under(until("2028-06-30")).hit("waive", "2028-05-01", "2028-09-01"), "2028", "suspended"],
    ["its measure", inForce.hit("pause", "2026-03-01", null, "measure", "M"), "2026", "suspended"],
    ["another measure", inForce.hit("pause", "2026-03-01", null, "measure", "N"), "2026", "due"],
    ["a goal above it", inForce.hit("pause", "2026-03-01", null, "node", "goal"), "2026", "suspended"],
    ["its only body", inForce.hit("waive", "2026-03-01", null, "agency", "SBGS"), "2026", "suspended"],
    ["one body of two", inForce.owedBy("SBGS", "SCS").hit("waive", "2026-03-01", null, "agency", "SBGS"), "2026", "due"],
    ["a territory is no national total", inForce.hit("pause", "2026-03-01", null, "territory", "UA-65"), "2026", "due"],
    ["a gap is shown, and excuses nothing", inForce.hit("gap", "2026-03-01", null), "2026", "due"],
    ["the body says so itself", inForce.missing("2026", "suspended"), "2026", "suspended"],
    ["not applicable", inForce.missing("2026", "not_applicable"), "2026", "not_applicable"],
    ["cannot exist", inForce.missing("2026", "cannot_exist"), "2026", "cannot_exist"],
    ["lost is missing, not excused", inForce.missing("2026", "lost"), "2026", "due"],
    ["suspended though a value came", inForce.hit("pause", "2026-03-01", null).value("2026", 9), "2026", "suspended"],
  ])("%s", (_, read, period, expected) => {
    const { due, exclusion } = read.in(period);
    expect(exclusion ?? due).toBe(expected);
  });

  test.each<[string, OneIndicator, string, boolean]>([
    ["its day is over", inForce.on("2027-01-01"), "2026", true],
    ["its last day is not over yet", inForce.on("2026-12-31"), "2026", false],
    ["a quarter without a target of its own", inForce.on("2027-03-01"), "2026-Q3", false],
    ["over on the deadline", reading(stock).under(until("2028-06-30")).on("2028-07-01"), "2028", true],
    ["not before the deadline", reading(stock).under(until("2028-06-30")).on("2028-06-30"), "2028", false],
  ])("whether it would be due by now: %s", (_, read, period, expected) => {
    expect(read.hit("pause", "2026-03-01", null).in(period)).toMatchObject({ due: "excluded", exclusion: "suspended", dateReached: expected });
    expect(read.in(period).due === "due").toBe(expected);
  });

  test("the disruption is named", () => expect(inForce.hit("pause", "2026-03-01", null).in("2026").disruptionId).toBe("pause 2026-03-01"));
});

describe("a suspended quarter leaves a flow's target by its share of the year", () => {
  const flow = (indicator: IndicatorBuilder) => reading(indicator.but({ frequency: "quarterly" })).series({ "2027-Q1": 25, "2027-Q3": 25, "2027-Q4": 25 }).hit("pause", "2027-04-01", "2027-06-30");
  const target = anIndicator("I").flow().target("2027", 100);
  test("three quarters of three against 274/365 of the target", () => {
    const read = flow(target);
    const year = read.in("2027");
    expect([read.said("2027"), year.targetShare.toFraction(), year.target?.content, year.achieved]).toMatchObject(["75 (3 of 3 quarters)", "274/365", { kind: "number" }, "not_achieved"]);
    expect(year.actual.excludedParts).toMatchObject([{ periodKey: "2027-Q2", reason: "suspended" }]);
  });
  test("76 would do", () => expect(flow(target).value("2027-Q4", 26, { no: 2 }).in("2027").achieved).toBe("achieved"));
  test("the baseline, a year's level too, goes down with it", () => {
    const read = flow(anIndicator("I").flow().from(50, 2026).target("2027", 100)).in("2027");
    // (75 − 50k) / (100k − 50k), k = 274/365
    expect([percent(read.progress.raw), read.progress.floor]).toEqual(["99.8", null]);
  });
  test("a value that came all the same counts, and the target stays", () => {
    const read = flow(target).value("2027-Q2", 25).in("2027");
    expect([read.targetShare.toFraction(), read.achieved]).toEqual(["1", "achieved"]);
  });
});

test("pauses that overlap or touch are counted once", () => {
  const pause = (from: string, to: string | null): DisruptionFact =>
    ({ id: from, from, to, what: { uk: null, en: null }, legalBasis: null, scopeKind: "measure", scopeId: "M", effect: "pause" });
  const days = (...pauses: DisruptionFact[]) => pausedDays(pauses, { indicatorId: null, measureId: "M", nodePath: [], agencyIds: [] }, "2026-01-01", "2026-01-31");
  expect([
    days(pause("2026-01-05", "2026-01-10"), pause("2026-01-08", "2026-01-12")),
    days(pause("2026-01-05", "2026-01-20"), pause("2026-01-08", "2026-01-12")),
    days(pause("2026-01-05", "2026-01-07"), pause("2026-01-08", "2026-01-09")),
    days(pause("2025-12-01", "2026-01-02"), pause("2026-01-30", null)),
    days(pause("2026-02-01", null)),
  ]).toEqual([8, 16, 5, 4, 0]);
});

describe("C22: a series that breaks", () => {
  const posts = reading(anIndicator("I").from(10, 2022).target("2023", 14).target("2025", 16)).under(aMeasure("M").startingOn("2023-01-01").dueBy("2025-12-31"))
    .series({ "2022": 10, "2023": 12, "2025": 4 }).hit("pause", "2024-04-01", "2024-12-31", "measure", "M").hit("break", "2025-01-01", null);
  test("before the break progress is as ever", () => expect(percent(posts.in("2023").progress.raw)).toBe("50.0"));
  test("after it, not computable: break, until a new baseline", () => {
    expect(posts.in("2025")).toMatchObject({ progress: { raw: null, notComputable: "break" }, share: null, shareExclusion: "not_computable", pace: null, due: "due", achieved: "not_achieved" });
    const renewed = anIndicator("I").from(2, 2025).target("2025", 6);
    expect(percent(reading(renewed).value("2025", 4).hit("break", "2025-01-01", null).in("2025").progress.raw)).toBe("50.0");
  });
  test("excluded in 2024, due again in 2025", () => {
    const yearly = anIndicator("I").from(10, 2022).target("2024", 14).target("2025", 16);
    const read = reading(yearly).under(aMeasure("M").dueBy("2025-12-31")).hit("pause", "2024-04-01", "2024-12-31", "measure", "M");
    expect([read.in("2024").exclusion, read.in("2025").due]).toEqual(["suspended", "due"]);
  });
});
