/** Where a series is broken, and which round steps an axis gets. */
import { describe, expect, it } from "vitest";
import { pieces, ticks, tickText, yearPlace } from "../../app/ui/series-geometry";
import type { SeriesGap, SeriesPoint } from "../../app/ui/series-model";

const at = (date: string, value: string | null = "1"): SeriesPoint => ({ date, value, provisional: false });
const line = (...points: SeriesPoint[]) => ({ name: null, from: points[0]!.date, points, targets: [], baseline: null });
const gap = (from: string, to: string): SeriesGap => ({ from, to, reason: "не збиралося" });
const dates = (found: SeriesPoint[][]) => found.map((piece) => piece.map(({ date }) => date));

describe("a line", () => {
  const four = line(at("2020-12-31"), at("2021-12-31"), at("2025-12-31"), at("2026-12-31"));

  it.each([
    ["nothing missing: one piece", four, [], [["2020-12-31", "2021-12-31", "2025-12-31", "2026-12-31"]]],
    ["stops before a gap and begins anew after it", four, [gap("2022-02-24", "2025-01-01")], [["2020-12-31", "2021-12-31"], ["2025-12-31", "2026-12-31"]]],
    ["a gap that begins on the day of a value comes after that value", four, [gap("2021-12-31", "2025-01-01")], [["2020-12-31", "2021-12-31"], ["2025-12-31", "2026-12-31"]]],
    ["a gap before everything breaks nothing", four, [gap("2019-01-01", "2020-06-01")], [["2020-12-31", "2021-12-31", "2025-12-31", "2026-12-31"]]],
    ["a missing value is never drawn through", line(at("2020-12-31"), at("2021-12-31", null), at("2022-12-31")), [], [["2020-12-31"], ["2022-12-31"]]],
    ["nothing but missing values: nothing to draw", line(at("2020-12-31", null)), [], []],
  ])("%s", (_, series, gaps, expected) => {
    expect(dates(pieces(series, gaps))).toEqual(expected);
  });
});

describe("an axis", () => {
  it.each([
    [52, 100, 5, [50, 60, 70, 80, 90, 100]],
    [0, 0, 5, [0, 0.2]],
    [14, 18, 3, [14, 16, 18]],
    [-6.1, 78.5, 5, [-20, 0, 20, 40, 60, 80]],
    [0.1, 0.3, 4, [0.1, 0.15, 0.2, 0.25, 0.3]],
    [0.001, 0.003, 2, [0.001, 0.002, 0.003]],
    [231.6, 240, 3, [230, 235, 240]],
  ])("from %s to %s in about %s steps", (low, high, about, expected) => {
    const found = ticks(low, high, about);
    expect(found[0]).toBeLessThanOrEqual(low);
    expect(found.at(-1)).toBeGreaterThanOrEqual(high);
    expect(found).toEqual(expected);
  });

  it("writes its steps in plain decimals", () => {
    expect([0.00002, 1500000, 0.1 + 0.2].map(tickText)).toEqual(["0.00002", "1500000", "0.3"]);
  });

  it("places a date within its year", () => {
    expect(yearPlace("2026-01-01")).toBe(2026);
    expect(yearPlace("2026-07-01")).toBe(2026.5);
    expect(yearPlace("2026-12-31")).toBeLessThan(2027);
  });
});
