/** Rules 12 and 13, and case C11: rounding once, standing off 100 and 0, bands by the printed figure, parts of 100. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exact, ratio, roundHalfAway, sum, toDecimal } from "~/domain/exact";
import { bandOf, printedParts, printedPercent, printedPoints, sigmaPoints } from "~/domain/printing";

const points = (percent: string) => exact(percent).div(exact(100));

test.each([
  // exact per cent, printed
  ["64.556", "64.6"], ["0.05", "0.1"], ["0.04", "0.1"], ["0", "0.0"], ["-0.04", "-0.1"], ["-0.05", "-0.1"], ["99.95", "99.9"], ["99.96", "99.9"],
  ["100", "100.0"], ["100.04", "100.1"], ["100.05", "100.1"], ["133.333", "133.3"], ["2.25", "2.3"], ["-2.25", "-2.3"], ["-12.5", "-12.5"], ["50", "50.0"],
])("%s %% prints as %s", (percent, printed) => expect(printedPercent(points(percent))).toBe(printed));

test.each([["24.94", "24.9", 0], ["24.95", "25.0", 1], ["25", "25.0", 1], ["49.96", "50.0", 2], ["74.949", "74.9", 2], ["75", "75.0", 3], ["100", "100.0", 3], ["-3", "-3.0", 0], ["140", "140.0", 3]])(
  "%s %% prints as %s and is in band %i",
  (percent, printed, band) => {
    expect(printedPercent(points(percent))).toBe(printed);
    expect(bandOf(printedPercent(points(percent)))).toBe(band);
  },
);

describe("C11: the indicator's own precision", () => {
  test.each([["6", "6.0"], ["6.05", "6.1"], ["6.049", "6.0"]])("%s → %s", (value, printed) => expect(roundHalfAway(exact(value), 1)).toBe(printed));
  test("a long value keeps every digit", () => expect(toDecimal(exact("12345678901234.56"))).toBe("12345678901234.56"));
  test("0.1 + 0.2 is 0.3", () => expect(toDecimal(sum([exact("0.1"), exact("0.2")]))).toBe("0.3"));
});

describe("points", () => {
  test.each([["24.999", "0.00"], ["25", "0.00"], ["89.9999", "15.00"], ["100", "15.00"], ["0", "0.00"]])("%s %% → %s", (percent, printed) => {
    expect(printedPoints(sigmaPoints(points(percent)))).toBe(printed);
  });
});

describe("parts printed as adding to 100", () => {
  const texts = (parts: number[], digits: 0 | 1) => printedParts(parts, digits)?.map(({ text }) => text) ?? null;
  test.each<[string, number[], 0 | 1, string[] | null]>([
    ["29 measures in a table", [2, 1, 6, 20], 1, ["6.9", "3.4", "20.7", "69.0"]],
    ["29 measures in bars", [2, 1, 6, 20], 0, ["7", "3", "21", "69"]],
    ["thirds: the tie goes to the earlier", [1, 1, 1], 1, ["33.4", "33.3", "33.3"]],
    ["thirds in bars", [1, 1, 1], 0, ["34", "33", "33"]],
    ["a trace beside nearly all, in a table", [1, 9999], 1, ["<0.1", ">99.9"]],
    ["a trace beside nearly all, in bars", [1, 999], 0, ["<1", ">99"]],
    ["nothing and the whole", [0, 5], 1, ["0.0", "100.0"]],
    ["nothing at all is no percentage", [0, 0], 1, null],
    ["no parts", [], 1, null],
  ])("%s", (_, parts, digits, expected) => expect(texts(parts, digits)).toEqual(expected));

  test("a negative part is refused", () => expect(() => printedParts([3, -1], 1)).toThrow(RangeError));

  const counts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }).filter((all) => all.some((each) => each > 0));
  test("they add up to exactly 100", () => {
    fc.assert(fc.property(counts, fc.constantFrom<0 | 1>(0, 1), (parts, digits) =>
      toDecimal(sum((printedParts(parts, digits) ?? []).map(({ rounded }) => exact(rounded)))) === "100"));
  });
  test("each is within one last digit of the exact share", () => {
    fc.assert(fc.property(counts, (parts) => {
      const total = parts.reduce((a, b) => a + b, 0);
      return (printedParts(parts, 1) ?? []).every(({ rounded }, index) => {
        const share = ratio(parts[index] ?? 0, total)?.mul(exact(100)) ?? exact(0);
        return exact(rounded).sub(share).abs().compare(exact("0.1")) < 0;
      });
    }));
  });
  test("scaling every part changes nothing", () => {
    fc.assert(fc.property(counts, fc.integer({ min: 2, max: 50 }), (parts, factor) => {
      expect(texts(parts.map((part) => part * factor), 1)).toEqual(texts(parts, 1));
    }));
  });
});

test("a percentage is never printed further than one last digit from the truth, and never as 100 or 0 unless it is", () => {
  fc.assert(fc.property(fc.integer({ min: -5000, max: 20_000 }), fc.integer({ min: 1, max: 9999 }), (over, under) => {
    const share = ratio(over, under) ?? exact(0);
    const printed = printedPercent(share);
    const near = exact(printed).sub(share.mul(exact(100))).abs().compare(exact("0.1")) <= 0;
    const isLandmark = printed === "100.0" || printed === "0.0" || printed === "-0.0";
    return near && (!isLandmark || roundHalfAway(share.mul(exact(100)), 9) === `${printed}00000000`);
  }));
});
