/** Expected progress, lights and final targets (rules 8, 14, 16). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exact, ratio } from "~/domain/exact";
import { expectedOfMeasure } from "~/domain/expected";
import { lightOf } from "~/domain/pace";
import { aMeasure, anIndicator, type IndicatorBuilder } from "../support/builders";
import { percent, reading, stage, yes, type OneIndicator } from "../support/one-indicator";

const dates = (startsOn: string | null, dueOn: string | null) => ({ startsOn, dueOn });
const never = () => 0;

test.each([
  ["before the start", dates("2026-04-01", "2026-04-30"), "2026-03-31", "0.0"],
  ["on the first day", dates("2026-04-01", "2026-04-30"), "2026-04-01", "3.3"],
  ["on the last day", dates("2026-04-01", "2026-04-30"), "2026-04-30", "100.0"],
  ["after the end", dates("2026-04-01", "2026-04-30"), "2027-01-01", "100.0"],
  ["no deadline", dates("2026-04-01", null), "2026-04-30", null],
  ["no start", dates(null, "2026-04-30"), "2026-04-30", null],
  ["a deadline before the start", dates("2026-05-01", "2026-04-30"), "2026-04-30", null],
])("a measure's days, %s", (_, measure, on, expected) => expect(percent(expectedOfMeasure(measure, on, never))).toBe(expected));

test("wholly suspended: no planned day left, no pace", () => expect(expectedOfMeasure(dates("2026-04-01", "2026-04-30"), "2026-04-10", (from, to) => (from <= to ? 30 : 0))).toBeNull());

test("expected progress never falls as days go by", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }), (a, b) => {
    const on = (day: number) => expectedOfMeasure(dates("2026-02-03", "2026-02-25"), `2026-02-${String(day).padStart(2, "0")}`, never) ?? exact(0);
    return on(Math.min(a, b)).compare(on(Math.max(a, b))) <= 0;
  }));
});

test.each([
  ["95", "100", "on_track"], ["94.99", "100", "behind"], ["80", "100", "behind"], ["79.99", "100", "at_risk"],
  ["9.5", "10", "on_track"], ["9.49", "10", "behind"], ["8", "10", "behind"], ["7.99", "10", "at_risk"],
  ["9.49", "9.99", "on_track"], ["9.48", "9.99", "behind"], ["7.99", "9.99", "behind"], ["7.98", "9.99", "at_risk"], ["0", "0", "on_track"], ["-0.5", "0", "on_track"], ["-2.1", "0", "at_risk"],
])("P %s beside E %s is %s", (progress, expected, light) => {
  const points = (value: string) => exact(value).div(exact(100));
  expect(lightOf(points(progress), points(expected))).toBe(light);
});

describe("the line to the year's target", () => {
  const half = anIndicator("I").but({ frequency: "half_yearly" }).from(0, 2025);
  const on = (indicator: IndicatorBuilder, period: string, value: number, measure = aMeasure("M").startingOn("2026-01-01").dueBy("2030-12-31")) =>
    reading(indicator).under(measure).value(period, value).on(`${period.slice(0, 4)}-07-20`).in(period).pace;
  test.each<[string, ReturnType<typeof on>, [string, boolean] | null]>([
    ["from the baseline in the first year", on(half.target("2026", 100), "2026-H1", 50), ["49.6", false]],
    ["from the measure's start inside the year", on(half.target("2026", 100), "2026-H1", 50, aMeasure("M").startingOn("2026-04-01").dueBy("2030-12-31")), ["33.1", false]],
    ["to the deadline inside the year", on(half.target("2026", 100), "2026-H1", 50, aMeasure("M").startingOn("2026-01-01").dueBy("2026-06-30")), ["100.0", false]],
    ["half-way to a deadline in September", on(half.target("2026", 100), "2026-H1", 50, aMeasure("M").startingOn("2026-01-01").dueBy("2026-09-30")), ["66.3", false]],
    ["flat where this year's target is last year's", on(half.target("2026", 100).target("2027", 100), "2027-H1", 100), ["100.0", false]],
    ["a year without a target is interpolated, and marked", on(half.target("2026", 20).target("2028", 60), "2027-H1", 40), ["74.8", true]],
    ["before the first target: from the baseline on", on(half.target("2027", 100), "2026-H1", 10), ["49.6", true]],
    ["after the last target there is no line", on(half.target("2026", 20), "2027-H1", 40), null],
    ["no baseline, no pace", on(half.but({ baseline: null }).target("2026", 100), "2026-H1", 50), null],
    ["a hold year has none", on(half.target("2026", 0), "2026-H1", 0), null],
    ["a floor year has none", on(half.from(50, 2025).target("2026", 40), "2026-H1", 45), null],
    ["an interpolated floor year has none", on(half.from(50, 2025).target("2027", 40), "2026-H1", 45), null],
    ["the measure is over", on(half.target("2026", 20).target("2028", 30), "2027-H1", 20, aMeasure("M").startingOn("2026-01-01").dueBy("2026-12-31")), null],
  ])("%s", (_, pace, expected) => expect(pace && [percent(pace.expected), pace.interpolatedTarget]).toEqual(expected));
});

describe("who has no light inside the year", () => {
  const measure = aMeasure("M").startingOn("2026-01-01").dueBy("2030-12-31");
  const quarterly = anIndicator("I").but({ frequency: "quarterly" });
  test.each<[string, OneIndicator]>([
    ["a once-a-year indicator before its date", reading(anIndicator("I").from(0).target("2026", 10)).value("2026", 5)],
    ["yes/no", reading(quarterly.yesNo().but({ aggregation: null }).target("2026", yes)).value("2026-Q2", yes)],
    ["stages", reading(quarterly.stages(4).but({ aggregation: null }).target("2026", stage(4))).value("2026-Q2", stage(1))],
    ["a falling flow", reading(quarterly.flow().falling().from(80).target("2026", 60)).series({ "2026-Q1": 10, "2026-Q2": 10 })],
    ["a flow to be held", reading(quarterly.flow().but({ direction: "hold" }).from(2).target("2026", 2)).series({ "2026-Q1": 0, "2026-Q2": 1 })],
    ["a flow with a quarter missing", reading(quarterly.flow().from(0).target("2026", 60)).series({ "2026-Q2": 10 })],
    ["a context indicator", reading(quarterly.context().from(0).target("2026", 60)).series({ "2026-Q2": 10 })],
  ])("%s", (_, read) => expect(read.under(measure).on("2026-07-20").in("2026-Q2").pace).toBeNull());

  test("a held or falling flow has its word only for the full year, and waits for it", () => {
    const held = reading(quarterly.flow().but({ direction: "hold" }).from(2).target("2026", 2)).series({ "2026-Q1": 0, "2026-Q2": 1, "2026-Q3": 0, "2026-Q4": 1 });
    expect(held.on("2026-07-20").in("2026-Q2")).toMatchObject({ averageDue: "not_yet_due", progress: { hold: null, notComputable: "within_year" } });
    expect(held.on("2027-01-20").in("2026")).toMatchObject({ due: "due", progress: { hold: "held" }, achieved: "achieved" });
  });
  test("the same yes/no when its year is over", () => expect(reading(quarterly.yesNo().but({ aggregation: null }).target("2026", yes)).value("2026-Q4", yes).in("2026").pace?.light).toBe("on_track"));
});

describe("a flow inside its year", () => {
  const flow = anIndicator("I").flow().but({ frequency: "quarterly" }).from(80).target("2026", 100);
  const quarters = { "2026-Q1": 20, "2026-Q2": 22, "2026-Q3": 30, "2026-Q4": 18 };
  test("its leaf is A / T of the year", () => expect(percent(reading(flow).series(quarters).on("2026-07-20").in("2026-Q2").share)).toBe("42.0"));
  test("by rule 1 only for the full year", () => {
    const read = reading(flow).series(quarters).on("2027-01-20");
    expect([percent(read.in("2026").progress.raw), percent(read.in("2026-Q4").progress.attainment), read.in("2026-Q4").progress.raw]).toEqual(["50.0", "90.0", null]);
  });
  test("the year so far is read as such", () => {
    const read = reading(flow).series({ "2026-Q1": 20, "2026-Q2": 22 }).on("2026-07-20").in("2026");
    expect([percent(read.progress.attainment), read.progress.notComputable, percent(read.pace?.expected), read.achieved]).toEqual(["42.0", "within_year", "49.6", "not_assessable"]);
  });
  test("a falling one with a target for the quarter has no leaf: its A / T grows as it gets worse", () => {
    const read = reading(anIndicator("I").flow().falling().but({ frequency: "quarterly" }).target("2026-Q2", 10)).value("2026-Q2", 8).on("2026-07-20").in("2026-Q2");
    expect([read.due, read.achieved, read.share, read.shareExclusion]).toEqual(["due", "achieved", null, "not_computable"]);
  });
  test("a rising one with a target for the quarter is read by that quarter alone", () => {
    const read = reading(flow.target("2026-Q2", 25)).series(quarters).on("2026-07-20").in("2026-Q2");
    expect([read.due, read.achieved, percent(read.share)]).toEqual(["due", "not_achieved", "88.0"]);
  });
  test("suspended days are out of both sides", () => {
    const read = reading(flow).series({ "2026-Q2": 50 }).hit("pause", "2026-01-01", "2026-03-31").on("2026-07-20").in("2026-Q2");
    expect([percent(read.progress.attainment), read.pace?.expected.toFraction()]).toEqual([percent(ratio(50 * 365, 100 * 275)), "91/275"]);
  });
});

describe("final targets (rule 16)", () => {
  const stock = anIndicator("I").from(0).target("2026", 10).target("2027", 20).target("2030", 50);
  const flow = anIndicator("I").flow().target("2020", 34).target("2021", 28);
  const within = (dueOn: string) => aMeasure("M").startingOn("2020-01-01").dueBy(dueOn);
  test.each<[string, OneIndicator, string, (string | boolean | null)[]]>([
    // achieved, progress to final, begun
    ["the last target not later than the deadline", reading(stock).under(within("2027-12-31")).value("2026", 20), "2026", [true, "100.0", true]],
    ["the plan's last without a deadline", reading(stock).value("2026", 20), "2026", [false, "40.0", true]],
    ["at the baseline is not begun", reading(stock).value("2026", 0), "2026", [false, "0.0", false]],
    ["nothing reported", reading(stock), "2026", [false, null, false]],
    ["a flow by the plan's total, from its running total", reading(flow.but({ totalTarget: exact(62) })).series({ "2020": 36, "2021": 26 }), "2021", [true, "100.0", true]],
    ["… half-way", reading(flow.but({ totalTarget: exact(62) })).series({ "2020": 31 }), "2020", [false, "50.0", true]],
    ["… with a year missing is not known", reading(flow.but({ totalTarget: exact(62) })).series({ "2021": 40 }), "2021", [false, null, true]],
    ["a flow without a total: only its last year's own value", reading(flow).series({ "2020": 36 }), "2020", [false, null, true]],
    ["… reached there", reading(flow).series({ "2020": 36, "2021": 28 }), "2021", [true, null, true]],
    ["an open target", reading(anIndicator("I").cumulative().target(null, 3)).series({ "2023": 1 }), "2023", [false, null, true]],
  ])("%s", (_, read, period, expected) => {
    const { finalAchieved, progressToFinal, beyondBaseline } = read.finalIn(period);
    expect([finalAchieved, percent(progressToFinal), beyondBaseline]).toEqual(expected);
  });
});
