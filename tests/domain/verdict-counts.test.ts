/** Measure verdicts counted: what leaves the denominator and what stays in it unknown. */
import { expect, test } from "vitest";
import { exact, roundHalfAway } from "~/domain/exact";
import type { MeasureStatus } from "~/domain/facts";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { countVerdicts } from "~/domain/verdict-counts";
import { judged } from "../support/builders";

test.each<[string, (MeasureStatus | null)[], number, string | null, string | null, string | null]>([
  // due, fully, with partial, upper bound
  ["suspended and no longer relevant leave", ["implemented", "suspended", "no_longer_relevant"], 1, "100.0", "100.0", "100.0"],
  ["no verdict stays in, unknown", ["implemented", null], 2, "50.0", "50.0", "100.0"],
  ["what cannot be assessed stays in, unknown", ["partially_implemented", "cannot_be_assessed", "not_started"], 3, "0.0", "33.3", "33.3"],
  ["nothing due: no rate", ["suspended"], 0, null, null, null],
])("%s", (_, verdicts, due, fully, withPartial, high) => {
  const counts = countVerdicts(verdicts.map((status) => judged(status)), COVERAGE_POLICY);
  const shares = [counts.fully.rate, counts.fullyOrPartly.rate, counts.high].map((share) => (share === null ? null : roundHalfAway(share.mul(exact(100)), 1)));
  expect([counts.due, ...shares]).toEqual([due, fully, withPartial, high]);
  expect(Object.values(counts.byStatus).reduce((total, part) => total + part, 0) + counts.notEvaluated).toBe(verdicts.length);
});

test.each<[string, (MeasureStatus | null)[], string]>([
  ["nobody has judged anything: no data, not nothing done", [null, null], "no_data"],
  ["one of three judged: withheld (rule 11)", ["implemented", null, null], "withheld"],
  ["two of three judged: preliminary", ["implemented", "not_started", null], "preliminary"],
  ["what cannot be assessed is not known either", ["implemented", "cannot_be_assessed", "cannot_be_assessed"], "withheld"],
  ["all judged: final", ["implemented", "not_started"], "final"],
])("%s", (_, verdicts, state) => expect(countVerdicts(verdicts.map((status) => judged(status)), COVERAGE_POLICY).coverageState).toBe(state));
