import { describe, expect, test } from "vitest";
import type { PeriodKey } from "~/domain/facts";
import { readValue } from "~/domain/read-value";
import { seriesGaps } from "~/features/indicator/series-gaps";
import { seriesLines, type SeriesPeriod, type SeriesVersion } from "~/features/indicator/series";
import { anIndicator, type IndicatorBuilder } from "../../support/builders";
import { reading, type OneIndicator } from "../../support/one-indicator";

const periodsOf = (one: OneIndicator, keys: PeriodKey[], yearToDate = false): SeriesPeriod[] =>
  keys.map((key) => ({ key, observedOn: null, actual: readValue({ ...one.input, periodKey: key }, yearToDate).actual }));
const version = (indicator: IndicatorBuilder, periods: SeriesPeriod[], change: Partial<SeriesVersion> = {}): SeriesVersion =>
  ({ name: null, from: "2020-01-01", until: null, indicator: indicator.fact, periods, breaks: [], ...change });
const drawn = (versions: SeriesVersion[]) =>
  seriesLines(versions).map((line) => ({ name: line.name, points: line.points.map(({ date, value }) => `${date} ${value}`), targets: line.targets.map(({ date, value }) => `${date} ${value}`) }));

const stock = anIndicator("I").from(48, 2019).target("2020", 55).target("2021", 70);
const years: PeriodKey[] = ["2020", "2021", "2022"];

describe("lines of a series", () => {
  test("one version: from the baseline through the values, targets beside", () => {
    const one = reading(stock).series({ "2020": 50, "2021": 60 });
    expect(drawn([version(stock, periodsOf(one, ["2020", "2021"]))])).toEqual([
      { name: null, points: ["2019-12-31 48", "2020-12-31 50", "2021-12-31 60"], targets: ["2020-12-31 55", "2021-12-31 70"] },
    ]);
  });

  test("two plan versions: no line crosses from one into the other (rule 15)", () => {
    const one = reading(stock).series({ "2020": 50, "2021": 60 });
    const periods = periodsOf(one, ["2020", "2021"]);
    expect(drawn([version(stock, periods, { until: "2021-07-01" }), version(stock, periods, { name: "редакція 2", from: "2021-07-01" })])).toEqual([
      { name: null, points: ["2019-12-31 48", "2020-12-31 50"], targets: ["2020-12-31 55"] },
      { name: "редакція 2", points: ["2021-12-31 60"], targets: ["2021-12-31 70"] },
    ]);
  });

  test("a break parts the line, whatever the plan (rule 8)", () => {
    const one = reading(stock).series({ "2020": 50, "2021": 12, "2022": 14 });
    expect(drawn([version(stock, periodsOf(one, years), { breaks: [{ on: "2021-01-01", name: "нова серія" }] })]).map(({ name, points }) => [name, points])).toEqual([
      [null, ["2019-12-31 48", "2020-12-31 50"]],
      ["нова серія", ["2021-12-31 12", "2022-12-31 14"]],
    ]);
  });

  test("a missing value is a point without a value: the line stops, it does not fall to 0 (rule 6)", () => {
    const one = reading(stock).series({ "2020": 50, "2021": null, "2022": 60 });
    expect(drawn([version(stock, periodsOf(one, years))])[0]?.points).toEqual(["2019-12-31 48", "2020-12-31 50", "2021-12-31 null", "2022-12-31 60"]);
  });

  test("a reported zero is a point at 0", () => {
    expect(drawn([version(stock, periodsOf(reading(stock).value("2020", 0), ["2020"]))])[0]?.points).toContain("2020-12-31 0");
  });

  test("a flow counts from nothing each year: one line a year, no name between", () => {
    const flow = anIndicator("I").flow().but({ frequency: "quarterly" }).target("2020", 85);
    const keys: PeriodKey[] = ["2020-Q1", "2020-Q2", "2021-Q1"];
    const one = reading(flow).series({ "2020-Q1": 20, "2020-Q2": 22, "2021-Q1": 5 });
    expect(drawn([version(flow, periodsOf(one, keys, true))]).map(({ name, points }) => [name, points])).toEqual([
      [null, ["2020-03-31 20", "2020-06-30 42"]],
      [null, ["2021-03-31 5"]],
    ]);
  });

  test("an open target is a level from the first value to the last", () => {
    const open = anIndicator("I").target(null, 500);
    const one = reading(open).series({ "2020": 0, "2021": 500 });
    expect(drawn([version(open, periodsOf(one, ["2020", "2021"]))])[0]?.targets).toEqual(["2020-12-31 500", "2021-12-31 500"]);
  });

  test("stages are drawn in per cent of their weights", () => {
    const staged = anIndicator("I").stages(4).target("2020", { kind: "stage", no: 4 });
    const one = reading(staged).value("2020", { kind: "stage", no: 2 });
    expect(drawn([version(staged, periodsOf(one, ["2020"]))])[0]?.points).toEqual(["2020-12-31 50.0"]);
  });
});

describe("gaps: neighbours with one reason are one band", () => {
  test("not collected for three years, then not reported", () => {
    const one = reading(stock).missing("2020", "not_collected").missing("2021", "not_collected").missing("2022", "not_collected");
    const gaps = seriesGaps(periodsOf(one, ["2020", "2021", "2022", "2023"]), [], "2035-01-01");
    expect(gaps.map(({ from, to, reason }) => [from, to, reason])).toEqual([["2020-01-01", "2022-12-31", "not_collected"], ["2023-01-01", "2023-12-31", "not_reported"]]);
  });

  test("a suspension names what interrupted it; a year that still runs is no gap", () => {
    const one = reading(stock).hit("waive", "2022-02-24", null).value("2021", 50);
    const gaps = seriesGaps(periodsOf(one, ["2021", "2022", "2023"]), one.input.disruptions, "2023-06-01");
    expect(gaps.map(({ from, to, reason, disruption }) => [from, to, reason, disruption?.from])).toEqual([["2022-01-01", "2022-12-31", "suspended", "2022-02-24"]]);
  });
});
