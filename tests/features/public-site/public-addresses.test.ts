import { describe, expect, it } from "vitest";
import { languageOf, otherLanguageHref, pageAddress, placeOf, readCode } from "~/features/public-site/public-addresses";

describe("a code as somebody types it", () => {
  it.each([
    ["K7Q-204-17", { edition: "K7Q-204", position: 17 }],
    ["k7q-204-17", { edition: "K7Q-204", position: 17 }],
    [" k7q 204 17 ", { edition: "K7Q-204", position: 17 }],
    ["K7Q–204–17", { edition: "K7Q-204", position: 17 }],
    ["K7Q-204", { edition: "K7Q-204", position: 1 }],
    ["K7Q-204-0", { edition: "K7Q-204", position: 0 }],
    ["K7Q20417", null],
    ["K7Q-204-17-1", null],
    ["K7Q-204-1234567", null],
    ["", null],
  ])("%j", (typed, code) => {
    expect(readCode(typed)).toEqual(code);
  });
});

describe("languages", () => {
  it.each([
    ["", "uk", "", "/public/en"],
    ["en", "en", "", "/public"],
    ["plans/P/2026/1", "uk", "plans/P/2026/1", "/public/en/plans/P/2026/1"],
    ["en/plans/P/2026/1/tree", "en", "plans/P/2026/1/tree", "/public/plans/P/2026/1/tree"],
    ["engine", "uk", "engine", "/public/en/engine"],
  ])("%j is %s", (address, language, rest, other) => {
    expect(languageOf(address)).toEqual({ language, rest });
    expect(otherLanguageHref(address)).toBe(other);
  });

  it("codes that are no plain letters stay one part of the address", () => {
    expect(pageAddress({ planCode: "ПЛАН/1", periodKey: "2026-Q1", no: 2 }, "", "en")).toBe("en/plans/%D0%9F%D0%9B%D0%90%D0%9D%2F1/2026-Q1/2");
  });
});

describe("where an address of the application leads in an edition", () => {
  it.each([
    ["/plans/P", "tree"],
    ["/plans/P/measures/1.1?known_at=2026-07-20", "measures/1.1"],
    ["/plans/P/nodes/G%201", "nodes/G%201"],
    ["/plans/P/indicators/1.1.1", "indicators/1.1.1"],
    ["/plans/P/scorecard/2026", ""],
    ["/plans/P/scorecard/2026/indicators?basis=current", "indicators"],
    ["/plans/P/measures/1.1/indicators.csv", null],
    ["/plans/P2/measures/1.1", null],
    ["/plans", null],
    ["/values/0b1c", null],
  ])("%s", (href, place) => {
    expect(placeOf(href, { planCode: "P" })).toBe(place);
  });
});
