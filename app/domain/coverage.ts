/**
 * Coverage and what it allows to be shown, rule 11 of the calculation rules. Thresholds are data; they are
 * compared on exact values, before any rounding. Withholding is for display only: it changes no figure.
 */
import { exact, isLess, ratio, type Exact } from "./exact";
import type { CoverageState } from "./reading";

export interface CoveragePolicy {
  /** below this share the headline is withheld and the interval shown */
  coverageWithheldBelow: Exact;
  /** from this share the figure is final; between the two, preliminary */
  coverageFinalFrom: Exact;
}

/** 50 % and 80 %, the defaults of rules version 1. */
export const COVERAGE_POLICY: CoveragePolicy = {
  coverageWithheldBelow: ratioOf(1, 2),
  coverageFinalFrom: ratioOf(4, 5),
};

/** `coverage` is a share; null, or no value to show, is "no data". */
export function coverageState(value: Exact | null, coverage: Exact | null, policy: CoveragePolicy): CoverageState {
  if (value === null || coverage === null) return "no_data";
  if (isLess(coverage, policy.coverageWithheldBelow)) return "withheld";
  return isLess(coverage, policy.coverageFinalFrom) ? "preliminary" : "final";
}

/** Whether the figure may be printed, wherever it leaves the system; otherwise its interval and counts stand alone. */
export const isShown = (state: CoverageState): state is "final" | "preliminary" => state === "final" || state === "preliminary";

function ratioOf(a: number, b: number): Exact {
  return ratio(a, b) ?? exact(0);
}
