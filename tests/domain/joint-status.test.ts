/** Rule 17: one status of a measure that several bodies execute. SBGS leads, SCS and SMS are obliged, OSA joins by consent. */
import { expect, test } from "vitest";
import type { MeasureStatus } from "~/domain/facts";
import { jointStatus, type ExecutorVerdict } from "~/domain/joint-status";

type Given = MeasureStatus | null;
const bodies = (lead: Given, second: Given, third: Given, byConsent: Given = null): ExecutorVerdict[] => [
  { agencyId: "SBGS", role: "lead", byConsent: false, status: lead },
  { agencyId: "SCS", role: "co", byConsent: false, status: second },
  { agencyId: "SMS", role: "co", byConsent: false, status: third },
  { agencyId: "OSA", role: "co", byConsent: true, status: byConsent },
];

test.each<[string, ExecutorVerdict[], boolean, Given]>([
  ["all alike", bodies("implemented", "implemented", "implemented"), true, "implemented"],
  ["by consent is shown, not counted", bodies("implemented", "implemented", "implemented", "not_implemented"), true, "implemented"],
  ["a mixture before the deadline", bodies("implemented", "not_started", "in_progress"), false, "in_progress"],
  ["a mixture after it, something done", bodies("implemented", "not_implemented", "not_implemented"), true, "partially_implemented"],
  ["a mixture after it, something partly done", bodies("partially_implemented", "not_implemented", "in_progress"), true, "partially_implemented"],
  ["a mixture after it, nothing done", bodies("in_progress", "not_implemented", "not_started"), true, "not_implemented"],
  ["suspended leaves", bodies("suspended", "implemented", "implemented"), true, "implemented"],
  ["no longer relevant leaves", bodies("implemented", "no_longer_relevant", "implemented"), true, "implemented"],
  ["none left: the lead's", bodies("suspended", "no_longer_relevant", "suspended"), true, "suspended"],
  ["no verdict bars implemented, before the date", bodies("implemented", null, "implemented"), false, "in_progress"],
  ["no verdict bars implemented, after it", bodies("implemented", null, "implemented"), true, "partially_implemented"],
  ["no verdict does not change what the others agree on", bodies("not_started", null, "not_started"), false, "not_started"],
  ["nobody can be assessed", bodies("cannot_be_assessed", "cannot_be_assessed", "cannot_be_assessed"), true, "cannot_be_assessed"],
  ["no verdict at all", bodies(null, null, null), true, null],
])("%s", (_, verdicts, deadlinePassed, expected) => {
  expect(jointStatus("by_executors", verdicts, deadlinePassed).status).toBe(expected);
});

test("the lead's, where the plan says so", () => {
  expect(jointStatus("lead", bodies("implemented", "not_implemented", "not_started"), true)).toMatchObject({ status: "implemented", because: "lead_decides" });
});

test("who is printed beside", () => {
  const { notAssessed, left, shownOnly } = jointStatus("by_executors", bodies("implemented", null, "suspended"), true);
  expect({ notAssessed, left, shownOnly }).toEqual({ notAssessed: ["SCS"], left: ["SMS"], shownOnly: ["OSA"] });
});
