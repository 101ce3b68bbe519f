import { describe, expect, it } from "vitest";
import type { ReasonCode } from "~/domain/facts";
import type { MissingPart } from "~/domain/reading";
import { reasonWord, whyMissing, whyNoValue } from "~/features/indicator/why-missing";
import { wordsOf } from "~/i18n/translate";

const part = (reason: ReasonCode, awaiting = false): MissingPart => ({ indicatorId: "I", agencyId: "A", periodKey: "2026", reason, awaiting });

describe("why one part is missing (rules 6 and 10 i)", () => {
  it.each([
    ["nobody sent it", part("not_reported"), false, "not_reported"],
    ["it was sent and waits for verification", part("not_reported", true), false, "awaiting_verification"],
    ["a verified reason has a correction that waits", part("lost", true), false, "awaiting_verification"],
    ["a reason that waits, read including provisional", part("no_data", true), true, "no_data"],
  ])("%s", (_what, missing, includesProvisional, expected) => {
    expect(whyMissing(missing, includesProvisional)).toBe(expected);
  });
});

describe("why a period has no value", () => {
  it.each([
    ["one body is silent, another's value waits", [part("not_reported", true), part("not_reported")], [], "not_reported"],
    ["all that is missing waits", [part("not_reported", true)], [part("suspended")], "awaiting_verification"],
    ["everything is excused, though a correction waits", [], [part("not_applicable", true)], "not_applicable"],
    ["nothing was asked for", [], [], null],
  ])("%s", (_what, missing, excludedParts, expected) => {
    expect(whyNoValue({ missing, excludedParts }, false)).toBe(expected);
  });
});

it("each has its word in either language", () => {
  const words = (["uk", "en"] as const).map((language) => reasonWord("awaiting_verification", wordsOf(language).t));
  expect(words).toEqual(["чекає перевірки", "awaits verification"]);
  expect(reasonWord("not_reported", wordsOf("en").t)).toBe("not reported");
});
