/** One indicator in one period: when it is due, what its value is, what it comes to (rules 1–10, 14, 15). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import type { Target } from "~/domain/facts";
import { anIndicator, number, parts, type IndicatorBuilder } from "../support/builders";
import { no, percent, reading, share, stage, yes, type OneIndicator } from "../support/one-indicator";

const rising = anIndicator("I").from(0).target("2020", 100);
const aTarget = (change: Partial<Target>): Target => ({ periodKey: "2020", by: null, content: null, range: null, qualifier: null, disputed: null, ...change });

describe("C01: falling, half-way, back and beyond", () => {
  const falling = anIndicator("I").falling().from(60).target("2020", 30);
  test.each([[45, "50.0", "50.0", []], [75, "-50.0", "0.0", ["regressing"]], [20, "133.3", "100.0", ["over_achieved"]], [60, "0.0", "0.0", []], [30, "100.0", "100.0", []]])("A %i", (actual, raw, leaf, flags) => {
    const read = reading(falling).value("2020", actual).in("2020");
    expect([percent(read.progress.raw), percent(read.share), read.progress.flags]).toEqual([raw, leaf, flags]);
  });
});

describe("whatever the figures", () => {
  const figure = fc.integer({ min: -1000, max: 1000 });
  const raw = (baseline: number, actual: number, target: number) => {
    const built = anIndicator("I").from(baseline).target("2020", target).but({ direction: target < baseline ? "decrease" : "increase" });
    return reading(built).value("2020", actual).in("2020");
  };
  test("another unit changes no percentage, nor what is achieved", () => {
    fc.assert(fc.property(figure, figure, figure, fc.integer({ min: 1, max: 1000 }), (baseline, actual, target, factor) => {
      const [one, other] = [raw(baseline, actual, target), raw(baseline * factor, actual * factor, target * factor)];
      expect([other.progress.raw?.toFraction(), other.progress.hold, other.achieved]).toEqual([one.progress.raw?.toFraction(), one.progress.hold, one.achieved]);
    }));
  });
  test("turned upside down, falling reads as rising does", () => {
    fc.assert(fc.property(figure, figure, figure, (baseline, actual, target) => {
      fc.pre(baseline !== target);
      expect(raw(-baseline, -actual, -target).progress.raw?.toFraction()).toBe(raw(baseline, actual, target).progress.raw?.toFraction());
    }));
  });
  test("achieved says the same as 100 % or more, and the leaf stays within 0 and 1", () => {
    fc.assert(fc.property(figure, figure, figure, (baseline, actual, target) => {
      const { progress, achieved, share: leaf } = raw(baseline, actual, target);
      if (progress.raw !== null) expect(achieved === "achieved").toBe(progress.raw.compare(1) >= 0);
      return leaf !== null && leaf.compare(0) >= 0 && leaf.compare(1) <= 0;
    }));
  });
});

describe("C02: hold", () => {
  const atLeast = anIndicator("I").from(14).but({ targets: [aTarget({ content: number(14), qualifier: "at_least" })] });
  const range = anIndicator("I").from(14).but({ targets: [aTarget({ range: { low: exact(12), high: exact(16) } })] });
  const declared = anIndicator("I").from(97).but({ direction: "hold" }).target("2020", 98);
  const tolerance = declared.but({ holdRange: { low: exact(96), high: exact(99) } });
  const atMost = anIndicator("I").falling().from(3).target("2020", 3);
  test.each<[string, IndicatorBuilder, string | number, string, string]>([
    ["at least", atLeast, 14, "held", "100.0"], ["at least", atLeast, 15, "held", "100.0"], ["at least", atLeast, 13, "below", "0.0"],
    ["range", range, 12, "held", "100.0"], ["range", range, 16, "held", "100.0"], ["range", range, "11.9", "below", "0.0"], ["range", range, "16.1", "above", "0.0"],
    ["declared, target off the baseline: holds at the target", declared, 98, "held", "100.0"], ["declared", declared, "97.5", "below", "0.0"],
    ["declared with a tolerance", tolerance, 96, "held", "100.0"], ["declared with a tolerance", tolerance, "99.1", "above", "0.0"],
    ["falling: at most by default", atMost, 3, "held", "100.0"], ["falling", atMost, 2, "held", "100.0"], ["falling", atMost, 4, "above", "0.0"],
  ])("%s, A %s: %s", (_, indicator, actual, word, leaf) => {
    const read = reading(indicator).value("2020", actual).in("2020");
    expect([read.progress.hold, percent(read.share), read.progress.raw, read.pace]).toEqual([word, leaf, null, null]);
  });
});

describe("rule 1: floor and ceiling, where the target is on the bad side of the baseline", () => {
  const ceiling = anIndicator("I").falling().from(10).target("2020", 12);
  const floor = anIndicator("I").from(10).target("2020", 8);
  test.each<[string, IndicatorBuilder, number, string, string]>([
    ["rising", floor, 8, "above_floor", "100.0"], ["rising", floor, 7, "below_floor", "0.0"],
    ["falling", ceiling, 12, "below_ceiling", "100.0"], ["falling", ceiling, 13, "above_ceiling", "0.0"],
  ])("%s, A %s: %s", (_, indicator, actual, word, leaf) => {
    const read = reading(indicator).value("2020", actual).in("2020");
    expect([read.progress.floor, percent(read.share), read.progress.raw]).toEqual([word, leaf, null]);
  });
});

describe("C03: zeros", () => {
  test.each<[string, IndicatorBuilder, number, string | null, string]>([
    ["target 0", anIndicator("I").falling().from(10).target("2020", 0), 8, "20.0", "not_achieved"],
    ["baseline 0", rising, 10, "10.0", "not_achieved"],
    ["all 0, falling", anIndicator("I").falling().from(0).target("2020", 0), 0, null, "achieved"],
  ])("%s", (_, indicator, actual, raw, achieved) => {
    const read = reading(indicator).value("2020", actual).in("2020");
    expect([percent(read.progress.raw), read.achieved]).toEqual([raw, achieved]);
  });
});

test("C04: 0, blank and suspended of three bodies", () => {
  const read = reading(rising.flow()).owedBy("SBGS", "SCS", "NPU").value("2020", 0, { agencyId: "SBGS" }).missing("2020", "suspended", { agencyId: "NPU" });
  expect(read.said("2020")).toBe("at_least 0 (1 of 2 bodies)");
  const { achieved, actual, share: leaf, targetShare } = read.in("2020");
  expect([achieved, leaf, percent(targetShare)]).toEqual(["not_assessable", null, "100.0"]);
  expect(actual.missing).toMatchObject([{ agencyId: "SCS", reason: "not_reported" }]);
  expect(actual.excludedParts).toMatchObject([{ agencyId: "NPU", reason: "suspended" }]);
});

test("what was sent and waits is missing, and told apart from what nobody sent (rule 10 i)", () => {
  const read = reading(rising.flow()).owedBy("SBGS", "SCS", "NPU").value("2020", 5, { agencyId: "SBGS" }).value("2020", 7, { agencyId: "SCS", verified: false });
  const { actual, awaitingVerification } = read.in("2020");
  expect(actual.missing.map(({ agencyId, reason, awaiting }) => [agencyId, reason, awaiting])).toEqual([["SCS", "not_reported", true], ["NPU", "not_reported", false]]);
  expect(awaitingVerification).toBe(true);
  expect(read.provisionally().in("2020").actual.missing).toMatchObject([{ agencyId: "NPU", awaiting: false }]);
});

describe("an open target, of no period, is compared with the latest value and makes nothing due", () => {
  const scanners = reading(anIndicator("I").target(null, 3)).value("2023", 1);
  test("in its own year and after, told as the last known", () => {
    for (const year of ["2023", "2026"]) {
      const { due, achieved, progress, share: leaf } = scanners.in(year);
      expect([due, achieved, percent(progress.attainment), progress.notComputable, leaf]).toEqual(["not_due", "not_achieved", "33.3", "no_baseline", null]);
    }
    expect(scanners.said("2026")).toBe("1 (last_known 2023)");
    expect(scanners.in("2026")).toMatchObject({ reported: false, verified: false, pace: null });
  });
  test("reached once, it stays reached; the measure's final target too", () => {
    expect([scanners.value("2024", 3).in("2026").achieved, scanners.value("2024", 3).finalIn("2026").finalAchieved]).toEqual(["achieved", true]);
  });
  test("the last value of a year with a target of its own says nothing of a later one", () => {
    expect(reading(anIndicator("I").target("2023", 3).target("2026", 3)).value("2023", 3).in("2026")).toMatchObject({ achieved: "missing", progress: { notComputable: "no_value" } });
  });
  test("nor does a flow's past year", () => {
    expect(reading(anIndicator("I").flow().target(null, 3)).value("2023", 3).in("2026").achieved).toBe("missing");
  });
  test("nothing before the first value, nothing over a break", () => {
    expect([scanners.in("2022").achieved, scanners.hit("break", "2025-01-01", null).in("2026").achieved]).toEqual(["missing", "missing"]);
  });
});

describe("C06: a running total", () => {
  const total = anIndicator("I").cumulative().target("2020", 3).target("2021", 6).target("2022", 9);
  const years = ["2020", "2021", "2022"];
  test.each<[string, OneIndicator, (string | null)[]]>([
    ["the latest, never the sum", reading(total).series({ "2020": 2, "2021": 5 }), ["2", "5", "5 (last_known 2021)"]],
    ["a late correction of 2020", reading(total).value("2020", 2).value("2020", 3, { no: 2 }).value("2021", 5), ["3", "5", "5 (last_known 2021)"]],
    ["a correction not yet verified changes nothing", reading(total).value("2020", 2).value("2020", 3, { no: 2, verified: false }).value("2021", 5), ["2", "5", "5 (last_known 2021)"]],
    ["… but counts in the reading with provisional values", reading(total).value("2020", 2).value("2020", 3, { no: 2, verified: false }).provisionally(), ["3", "3 (last_known 2020)", "3 (last_known 2020)"]],
    ["declared carry-forward", reading(total.but({ carryForward: true })).series({ "2020": 2, "2021": 5 }), ["2", "5", "5 (carried_forward 2021)"]],
    ["nothing before the first value", reading(total).series({ "2021": 5 }), [null, "5", "5 (last_known 2021)"]],
    ["nothing carried over a break", reading(total.but({ carryForward: true })).series({ "2020": 2, "2021": 5 }).hit("break", "2022-01-01", null), ["2", "5", null]],
  ])("%s", (_, read, said) => expect(years.map((year) => read.said(year))).toEqual(said));

  test("a flow is never carried forward", () => {
    expect(reading(total.flow().but({ carryForward: true })).series({ "2020": 2, "2021": 5 }).said("2022")).toBe("5 (last_known 2021)");
  });
  test("a carried value is judged, though nobody reported it", () => {
    const read = reading(total.but({ carryForward: true })).series({ "2021": 9 }).in("2022");
    expect(read).toMatchObject({ achieved: "achieved", reported: false, verified: false });
  });
});

describe("what the value is", () => {
  const quarters = { "2020-Q1": 10, "2020-Q2": 20, "2020-Q3": 30, "2020-Q4": 40 };
  const quarterly = anIndicator("I").but({ frequency: "quarterly" }).target("2020", 50);
  const by = (aggregation: NonNullable<IndicatorBuilder["fact"]["aggregation"]>) => quarterly.but({ aggregation });
  test.each<[string, OneIndicator, string | null, string | null]>([
    // the story, the year, the third quarter
    ["flow: a sum, year to date", reading(by("flow")).series(quarters), "100 (4 of 4 quarters)", "60 (3 of 3 quarters)"],
    ["stock: the latest", reading(by("stock")).series(quarters), "40", "30"],
    ["average", reading(by("average")).series(quarters), "25 (4 of 4 quarters)", "30"],
    ["maximum", reading(by("maximum")).series({ ...quarters, "2020-Q2": 90 }), "90 (4 of 4 quarters)", "30"],
    ["average with a quarter missing", reading(by("average")).series({ ...quarters, "2020-Q4": null }), "of_reported 20 (3 of 4 quarters)", "30"],
    ["stock with the last quarter missing stands, labelled", reading(by("stock")).series({ ...quarters, "2020-Q4": null }), "30 (latest_of_period 2020-Q3)", "30"],
    ["stock with a middle quarter missing", reading(by("stock")).series({ ...quarters, "2020-Q2": null }), "40", "30"],
    ["stock, third quarter missing", reading(by("stock")).series({ ...quarters, "2020-Q3": null }), "40", "20 (last_known 2020-Q2)"],
    ["one value for the whole year", reading(by("flow")).value("2020", 77), "77", null],
    ["at least, as published", reading(by("stock")).value("2020-Q4", 20, { qualifier: "at_least" }), "at_least 20", null],
  ])("%s", (_, read, year, quarter) => expect([read.said("2020"), read.said("2020-Q3")]).toEqual([year, quarter]));

  const percentage = quarterly.percentage();
  test.each<[string, OneIndicator, string]>([
    ["parts add up", reading(percentage.but({ aggregation: "ratio_of_sums" })).value("2020-Q1", parts(1, 2)).value("2020-Q2", parts(0, 0)).value("2020-Q3", parts(100, 1000)).value("2020-Q4", parts(0, 998)), "5.05 (4 of 4 quarters)"],
    ["parts of what was reported", reading(percentage.but({ aggregation: "ratio_of_sums" })).value("2020-Q1", parts(1, 2)).value("2020-Q3", parts(1, 2)), "of_reported 50 (2 of 4 quarters)"],
    ["without parts: the latest of the year", reading(percentage.but({ aggregation: "ratio_of_sums" })).series({ "2020-Q1": share(10), "2020-Q2": share(20), "2020-Q3": share(30), "2020-Q4": share(40) }), "40 (latest_of_period 2020-Q4)"],
    ["without parts, half-yearly", reading(percentage.but({ aggregation: "ratio_of_sums", frequency: "half_yearly" })).series({ "2020-H1": share(10), "2020-H2": share(20) }), "20 (latest_of_period 2020-H2)"],
    ["without parts, one of them missing", reading(percentage.but({ aggregation: "average" })).series({ "2020-Q1": share(10), "2020-Q2": share(20) }), "20 (latest_of_period 2020-Q2)"],
    ["average of percentages by parts", reading(percentage.but({ aggregation: "average" })).series({ "2020-Q1": parts(1, 2), "2020-Q2": parts(1, 4), "2020-Q3": parts(1, 4), "2020-Q4": parts(0, 9) }), "25 (4 of 4 quarters)"],
    ["a stock of percentages of two bodies is the ratio of sums", reading(percentage).owedBy("A", "B").value("2020-Q4", parts(1, 2), { agencyId: "A" }).value("2020-Q4", parts(9, 18), { agencyId: "B" }), "50 (2 of 2 bodies)"],
  ])("percentages: %s", (_, read, said) => expect(read.said("2020")).toBe(said));

  test.each(["stock", "ratio_of_sums", "average"] as const)("percentages without parts of two bodies are never combined (%s)", (aggregation) => {
    const read = reading(percentage.but({ aggregation })).owedBy("A", "B").value("2020-Q4", share(10), { agencyId: "A" }).value("2020-Q4", share(20), { agencyId: "B" }).in("2020");
    expect([read.actual.content, read.achieved, read.share, read.reported]).toEqual([null, "not_assessable", null, true]);
  });

  const each = (indicator: IndicatorBuilder, ...values: (Parameters<OneIndicator["value"]>[1] | null)[]) =>
    values.reduce<OneIndicator>((read, value, index) => (value === null ? read : read.value("2020", value, { agencyId: `B${index}` })), reading(indicator).owedBy(...values.map((_, index) => `B${index}`))).in("2020").achieved;
  test.each<[string, string, string]>([
    ["yes/no: all say yes", each(anIndicator("I").yesNo().target("2020", yes), yes, yes), "achieved"],
    ["yes/no: yes and no is no", each(anIndicator("I").yesNo().target("2020", yes), yes, no), "not_achieved"],
    ["a percentage by parts beside one without", each(anIndicator("I").percentage().target("2020", share(10)), parts(1, 2), share(50)), "not_assessable"],
    ["a maximum", each(anIndicator("I").but({ aggregation: "maximum" }).target("2020", 10), 4, 11), "achieved"],
    ["yes/no: one no decides", each(anIndicator("I").yesNo().target("2020", yes), no, null), "not_achieved"],
    ["yes/no: one yes of two decides nothing", each(anIndicator("I").yesNo().target("2020", yes), yes, null), "not_assessable"],
    ["stages: the lowest counts", each(anIndicator("I").stages(3).target("2020", stage(2)), stage(3), stage(1)), "not_achieved"],
    ["stages: one short decides", each(anIndicator("I").stages(3).target("2020", stage(2)), stage(1), null), "not_achieved"],
    ["stages: one there of two", each(anIndicator("I").stages(3).target("2020", stage(2)), stage(3), null), "not_assessable"],
    ["a falling sum already exceeded", each(anIndicator("I").flow().falling().target("2020", 10), 11, null), "not_achieved"],
    ["a falling sum still under", each(anIndicator("I").flow().falling().target("2020", 10), 9, null), "not_assessable"],
    ["an average of some", each(anIndicator("I").but({ aggregation: "average" }).target("2020", 10), 50, null), "not_assessable"],
  ])("several bodies, %s", (_, achieved, expected) => expect(achieved).toBe(expected));
});

test.each([[45, "achieved"], [39, "not_achieved"]])("a flow with targets by quarter only is judged in the year by their sum: %i of 40 is %s", (actual, achieved) => {
  const byQuarter = anIndicator("I").flow().but({ frequency: "quarterly" }).target("2020-Q1", 10).target("2020-Q2", 10).target("2020-Q3", 10).target("2020-Q4", 10);
  expect(reading(byQuarter).series({ "2020-Q1": 0, "2020-Q2": 0, "2020-Q3": 0, "2020-Q4": actual }).in("2020")).toMatchObject({ due: "due", achieved });
});

describe("rule 9: which value counts", () => {
  const awaiting = reading(rising).value("2020", 50, { verified: false });
  test.each<[string, OneIndicator, object]>([
    ["official: awaiting verification is missing", awaiting, { achieved: "missing", reported: true, verified: false, awaitingVerification: true, share: null }],
    ["including provisional: it counts, as provisional", awaiting.provisionally(), { achieved: "not_achieved", reported: true, verified: false, awaitingVerification: true, actual: { provisional: true } }],
    ["a correction under way beside the official value", reading(rising).value("2020", 50).value("2020", 60, { no: 2, verified: false }), { achieved: "not_achieved", verified: true, awaitingVerification: true, actual: { content: number(50), provisional: false } }],
    ["a reason is no report", reading(rising).missing("2020", "dash_unclear"), { achieved: "missing", reported: false, actual: { missing: [{ reason: "dash_unclear" }] } }],
  ])("%s", (_, read, expected) => expect(read.in("2020")).toMatchObject(expected));
});

describe("rule 3: without a baseline", () => {
  const bare = anIndicator("I").cumulative().target("2020", 112);
  test.each<[string, IndicatorBuilder, Parameters<OneIndicator["value"]>[1], (string | null)[]]>([
    // attainment, why no percentage, achieved, why out of the average
    ["80 of 112", bare, 80, ["71.4", "no_baseline", "not_achieved", "not_computable"]],
    ["112 of 112", bare, 112, ["100.0", "no_baseline", "achieved", "not_computable"]],
    ["falling has none", bare.falling(), 80, [null, "no_baseline", "achieved", "not_computable"]],
    ["a percentage has none", anIndicator("I").percentage().target("2020", share(60)), share("52.5"), [null, "no_baseline", "not_achieved", "not_computable"]],
    ["an average has none", bare.but({ aggregation: "average" }), 80, [null, "no_baseline", "not_achieved", "not_computable"]],
    ["target below 0", anIndicator("I").cumulative().target("2020", -5), -5, [null, "no_baseline", "achieved", "not_computable"]],
    ["target 0", anIndicator("I").cumulative().target("2020", 0), 0, [null, "no_baseline", "achieved", "not_computable"]],
    ["yes/no needs none", anIndicator("I").yesNo().target("2020", yes), yes, [null, null, "achieved", null]],
    ["stages start from none", anIndicator("I").stages(4).target("2020", stage(2)), stage(1), [null, null, "not_achieved", null]],
  ])("%s", (_, indicator, value, expected) => {
    const read = reading(indicator).value("2020", value).in("2020");
    expect([percent(read.progress.attainment), read.progress.notComputable, read.achieved, read.shareExclusion]).toEqual(expected);
  });

  test("a blank one is out of the average too: a value would not help", () => expect(reading(bare).in("2020")).toMatchObject({ achieved: "missing", share: null, shareExclusion: "not_computable" }));
  test("an open target is compared with the latest value and makes nothing due", () => {
    const read = reading(anIndicator("I").cumulative().but({ frequency: "half_yearly" }).target(null, 500)).value("2023-H2", 500).in("2023-H2");
    expect([read.due, percent(read.progress.attainment), read.achieved, read.pace]).toEqual(["not_due", "100.0", "achieved", null]);
  });
  test("no target: the value alone", () => {
    const read = reading(anIndicator("I").from(1)).value("2020", 32).in("2020");
    expect(read).toMatchObject({ due: "excluded", exclusion: "no_target", achieved: "not_assessable", progress: { raw: null, notComputable: "no_target" } });
  });
});

describe("rule 4: stages and scales", () => {
  const weighted = (...weights: (number | null)[]) =>
    anIndicator("I").but({ valueType: "stages", aggregation: null, stages: weights.map((weight, index) => ({ no: index + 1, code: "s", label: { uk: null, en: null }, weight: weight === null ? null : exact(weight) })) });
  test.each<[string, IndicatorBuilder, number, string | null, string]>([
    ["equal unless given", weighted(null, null, null, null).target("2020", stage(4)), 1, "25.0", "not_achieved"],
    ["from a stage to a stage", weighted(1, 1, 2).from(stage(1)).target("2020", stage(3)), 2, "33.3", "not_achieved"],
    ["some weights missing: reached can be told, progress cannot", weighted(1, null).target("2020", stage(2)), 2, null, "achieved"],
    ["a last stage that weighs nothing is still a stage", weighted(1, 0).target("2020", stage(2)), 1, "100.0", "not_achieved"],
    ["at the target from the start: held", weighted(1, 1).from(stage(2)).target("2020", stage(2)), 2, null, "achieved"],
  ])("%s", (_, indicator, at, raw, achieved) => {
    const read = reading(indicator).value("2020", stage(at)).in("2020");
    expect([percent(read.progress.raw), read.achieved]).toEqual([raw, achieved]);
  });

  const scale = (ordinal: boolean) => anIndicator("I").but({ valueType: "scale", aggregation: null, scale: { code: "five", ordinal, size: 5 } }).from({ kind: "scale", position: 1 }).target("2020", { kind: "scale", position: 5 });
  test("an ordinal scale counts by position", () => expect(percent(reading(scale(true)).value("2020", { kind: "scale", position: 3 }).in("2020").share)).toBe("50.0"));
  test("another does not count", () => expect(reading(scale(false)).value("2020", { kind: "scale", position: 3 }).in("2020")).toMatchObject({ due: "excluded", exclusion: "not_computable" }));
  test("denominator 0 is not computable", () => {
    expect(reading(anIndicator("I").percentage().from(share(10)).target("2020", share(60))).value("2020", parts(0, 0)).in("2020")).toMatchObject({ due: "excluded", exclusion: "not_computable", progress: { notComputable: "denominator_zero" } });
  });
});

test("restricted at its own ceiling: no leaf, reason restricted", () => {
  expect(reading(rising).missing("2020", "restricted").in("2020")).toMatchObject({ due: "due", share: null, shareExclusion: "restricted", reported: true, progress: { notComputable: "restricted" } });
});

test("a flow without a target of the year is read for the period alone, not from 1 January", () => {
  const flow = anIndicator("I").flow().but({ frequency: "half_yearly" });
  const read = reading(flow).value("2023-H2", 20).on("2024-02-01").in("2023-H2");
  expect(read.actual).toMatchObject({ label: "full", knownParts: 1, ofParts: 1, missing: [] });
});
