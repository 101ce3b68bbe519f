/** Golden vectors of the calculation rules that concern one indicator, by number. A change here is a new rules version. */
import { describe, expect, test } from "vitest";
import { daysCounted } from "~/domain/dates";
import { pausedDays } from "~/domain/disruptions";
import { exact, ratio, roundHalfAway, type Exact } from "~/domain/exact";
import { expectedOfMeasure } from "~/domain/expected";
import type { DisruptionFact } from "~/domain/facts";
import { lightOf } from "~/domain/pace";
import { printedPercent, printedPoints, sigmaPoints } from "~/domain/printing";
import { aMeasure, anIndicator, number, parts, type IndicatorBuilder } from "../support/builders";
import { percent, reading, stage } from "../support/one-indicator";

const rising = (baseline: string | number, target: string | number) => anIndicator("I").from(baseline).target("2020", target);
const falling = (baseline: string | number, target: string | number) => rising(baseline, target).falling();
const inYear = (indicator: IndicatorBuilder, actual: string | number) => reading(indicator).value("2020", actual).in("2020");

describe("progress by rule 1", () => {
  test.each<[string, IndicatorBuilder, string | number, string, string, string[]]>([
    // vector, indicator, actual → raw %, share %, flags
    ["V1", rising(0, 100), 40, "40.0", "40.0", []],
    ["V2", falling(60, 30), 45, "50.0", "50.0", []],
    ["V3", falling(60, 30), 75, "-50.0", "0.0", ["regressing"]],
    ["V4", falling(60, 30), 20, "133.3", "100.0", ["over_achieved"]],
    ["V5", rising(20, 100), 10, "-12.5", "0.0", ["regressing"]],
    ["V6", rising("97.5", "99.0"), "98.2", "46.7", "46.7", []],
    ["V8", falling(10, 0), 8, "20.0", "20.0", []],
    ["V9", rising(-5, 10), 3, "53.3", "53.3", []],
    ["V10", rising(0, 100), 0, "0.0", "0.0", []],
    ["V32", rising(0, 100), "99.96", "99.9", "99.9", []],
  ])("%s", (_, indicator, actual, raw, share, flags) => {
    const read = inYear(indicator, actual);
    expect([percent(read.progress.raw), percent(read.share), read.progress.flags]).toEqual([raw, share, flags]);
  });

  test("V10: a reported 0 counts as reported", () => expect(inYear(rising(0, 100), 0)).toMatchObject({ reported: true, verified: true, achieved: "not_achieved" }));
  test("V32: 99.96 is not achieved", () => expect(inYear(rising(0, 100), "99.96").achieved).toBe("not_achieved"));
});

describe("words instead of percentages", () => {
  const held = rising(14, 14).but({ targets: [{ periodKey: "2020", by: null, content: number(14), range: null, qualifier: "at_least", disputed: null }] });
  test.each<[string, IndicatorBuilder, string | number, string, string]>([
    ["V7", held, 14, "held", "achieved"],
    ["V7", held, 13, "below", "not_achieved"],
    ["V7", held, 15, "held", "achieved"],
    ["V23", rising("92.2", 90), 95, "above_floor", "achieved"],
    ["V23", rising("92.2", 90), 89, "below_floor", "not_achieved"],
    ["V33", falling(0, 0), 3, "above", "not_achieved"],
  ])("%s: %#", (_, indicator, actual, word, achieved) => {
    const read = inYear(indicator, actual);
    expect([read.progress.hold ?? read.progress.floor, read.achieved, read.progress.raw]).toEqual([word, achieved, null]);
  });

  test("V7: blank is not reported, neither held nor below", () => {
    const read = reading(held).in("2020");
    expect(read).toMatchObject({ achieved: "missing", reported: false, progress: { hold: null } });
    expect(read.actual.missing).toMatchObject([{ reason: "not_reported" }]);
  });
});

test("V11: 1/2 and 100/1000 are 101/1002 = 10.1 %", () => {
  const read = reading(anIndicator("I").percentage().but({ aggregation: "ratio_of_sums" }).target("2020", number(0)))
    .owedBy("SBGS", "SCS").value("2020", parts(1, 2), { agencyId: "SBGS" }).value("2020", parts(100, 1000), { agencyId: "SCS" }).in("2020");
  expect(read.actual.content).toEqual(parts(101, 1002));
  expect(percent(ratio(101, 1002))).toBe("10.1");
});

describe("pace of a measure", () => {
  const suspension: DisruptionFact = { id: "d", from: "2024-04-01", to: "2024-12-31", what: { uk: null, en: null }, legalBasis: null, scopeKind: "measure", scopeId: "M", effect: "pause" };
  const expectedOn = (on: string, disruptions: DisruptionFact[]) =>
    expectedOfMeasure({ startsOn: "2023-01-01", dueOn: "2025-12-31" }, on, (from, to) =>
      pausedDays(disruptions, { indicatorId: null, measureId: "M", nodePath: [], agencyIds: [] }, from, to));
  test.each<[string, string, DisruptionFact[], [number, number], string]>([
    ["V14", "2024-06-30", [], [547, 1096], "49.9"],
    ["V15", "2025-03-31", [suspension], [546, 821], "66.5"],
  ])("%s on %s", (_, on, disruptions, [elapsed, planned], printed) => {
    expect(expectedOn(on, disruptions)?.toFraction()).toBe(ratio(elapsed, planned)?.toFraction());
    expect(percent(expectedOn(on, disruptions))).toBe(printed);
  });
  test("V15: 275 days suspended", () => expect(daysCounted(suspension.from, suspension.to ?? "")).toBe(275));

  test.each([["3.6", "on_track"], ["2.5", "behind"], ["1.9", "at_risk"]])("V22: E 4, P %s is %s", (progress, light) => {
    const points = (value: string): Exact => exact(value).div(exact(100));
    expect(lightOf(points(progress), points("4"))).toBe(light);
  });
});

test.each([["25", "0.00"], ["57.5", "7.50"], ["64.6", "9.14"], ["84", "13.62"], ["90", "15.00"]])("V18: %s % is %s points", (rate, points) => {
  expect(printedPoints(sigmaPoints(exact(rate).div(exact(100))))).toBe(points);
});
test("V18: 51/79 is 9.13 points, from the exact rate", () => expect(printedPoints(sigmaPoints(ratio(51, 79) ?? exact(0)))).toBe("9.13"));

test("V20: a year without a value of a running total shows the last known, and counts none", () => {
  const read = reading(anIndicator("I").cumulative().from(0, 2019).target("2020", 3).target("2021", 6).target("2022", 9)).series({ "2020": 2, "2021": 5 });
  expect(["2020", "2021", "2022"].map((year) => read.said(year))).toEqual(["2", "5", "5 (last_known 2021)"]);
  expect(read.in("2022")).toMatchObject({ achieved: "missing", share: null, reported: false });
});

describe("a flow inside its year", () => {
  const flow = anIndicator("I").flow().but({ frequency: "half_yearly" });
  test("V24: 42 of 85 by 30 June", () => {
    const read = reading(flow.from(80).target("2026", 85)).value("2026-H1", 42).on("2026-07-20").in("2026-H1");
    expect([percent(read.progress.attainment), percent(read.pace?.expected), read.pace?.light, read.progress.raw]).toEqual(["49.4", "49.6", "on_track", null]);
    expect(read.pace?.expected.toFraction()).toBe("181/365");
  });
  const profile = flow.but({ quarterShares: [exact("0.15"), exact("0.25"), exact("0.4"), exact("0.2")] });
  test.each<[string, IndicatorBuilder, string, string]>([
    ["V29: seasonal profile", profile, "40.0", "behind"],
    ["V29: a straight line", flow, "49.6", "at_risk"],
  ])("%s", (_, indicator, expected, light) => {
    const read = reading(indicator.target("2026", 100)).value("2026-H1", 35).on("2026-07-20").in("2026-H1");
    expect([percent(read.progress.attainment), percent(read.pace?.expected), read.pace?.light]).toEqual(["35.0", expected, light]);
  });
});

test.each([
  // vector, period, A → to this year's, to the end, expected value, E, light
  ["V28", "2026-H1", 50, ["28.6", "3.8", "51.5", "49.6", "at_risk"]],
  ["V28", "2027-H1", 60, ["54.5", "23.1", "62.4", "65.6", "behind"]],
])("%s: a stock with targets by year, %s", (_, period, actual, expected) => {
  const stock = anIndicator("I").but({ frequency: "half_yearly" }).from(48, 2025)
    .target("2026", 55).target("2027", 70).target("2028", 80).target("2029", 90).target("2030", 100);
  const read = reading(stock).under(aMeasure("M").startingOn("2026-01-01").dueBy("2030-12-31")).value(period, actual).on(`${period.slice(0, 4)}-07-20`).in(period);
  const { pace, progress, progressToEnd } = read;
  expect([percent(progress.raw), percent(progressToEnd?.raw), pace?.expectedValue && roundHalfAway(pace.expectedValue, 1), percent(pace?.expected), pace?.light]).toEqual(expected);
});

describe("something missing inside", () => {
  const bodies = ["SBGS", "SCS", "NPU"];
  test.each([
    ["V30", [60, 50], "at_least 110 (2 of 3 bodies)", "achieved"],
    ["V30", [30, 40], "at_least 70 (2 of 3 bodies)", "not_assessable"],
  ])("%s: three bodies, %j and one missing", (_, [first = 0, second = 0], said, achieved) => {
    const read = reading(anIndicator("I").flow().target("2020", 100)).owedBy(...bodies)
      .value("2020", first, { agencyId: "SBGS" }).value("2020", second, { agencyId: "SCS" });
    expect([read.said("2020"), read.in("2020").achieved, read.in("2020").actual.provisional]).toEqual([said, achieved, true]);
  });
  test("V37: three quarters of four", () => {
    const read = reading(anIndicator("I").flow().but({ frequency: "quarterly" }).target("2020", 100))
      .series({ "2020-Q1": 30, "2020-Q2": 30, "2020-Q3": null, "2020-Q4": 30 });
    expect([read.said("2020"), read.in("2020").achieved]).toEqual(["at_least 90 (3 of 4 quarters)", "not_assessable"]);
  });
});

test("V34: stages weighing 1, 1, 2: two done of all", () => {
  const stages = [1, 1, 2].map((weight, index) => ({ no: index + 1, code: `S${index + 1}`, label: { uk: null, en: null }, weight: exact(weight) }));
  const read = reading(anIndicator("I").but({ valueType: "stages", aggregation: null, stages }).target("2020", stage(3))).value("2020", stage(2)).in("2020");
  expect([percent(read.progress.raw), read.achieved, read.stageNotLast]).toEqual(["50.0", "not_achieved", true]);
});

test("printed percent stands off 100 and 0 on its own side", () => expect(printedPercent(exact("0.9996"))).toBe("99.9"));
