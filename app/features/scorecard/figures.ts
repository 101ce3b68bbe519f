/**
 * A reading as what travels beside it on every page: value, interval, coverage, counts; or the word for why there is
 * no figure. Printed here, once (rule 12); withholding by coverage is decided in the domain (rule 11).
 */
import { isShown } from "~/domain/coverage";
import { ZERO, roundHalfAway, toDecimal, type Exact } from "~/domain/exact";
import { printedPercent } from "~/domain/printing";
import type { Implementation, RollupResult } from "~/domain/reading";
import type { FigureReading, UnknownReading } from "~/ui/figure-reading";

const percent = (share: Exact | null) => printedPercent(share ?? ZERO);

/** Reading (i): by achieved indicators. */
export function implementationFigure({ counts, rate, low, high, coverage, coverageState }: Implementation): FigureReading {
  if (rate === null) return { state: wordForNothing(counts.notYetDue, counts.excluded.suspended ?? 0), due: counts.due };
  if (coverageState === "no_data") return { state: "no_data", due: counts.due };
  return {
    state: coverageState,
    value: isShown(coverageState) ? printedPercent(rate) : null,
    low: percent(low),
    high: percent(high),
    coverage: percent(coverage),
    reported: counts.reported,
    due: counts.due,
    achieved: counts.achieved,
  };
}

/** Reading (ii): average progress. */
export function averageFigure(result: RollupResult): FigureReading {
  const { value, low, high, coverage, coverageState, leavesDue } = result;
  if (leavesDue === 0) return { state: wordForNothing(result.notYetDue, result.excluded.suspended ?? 0), due: 0 };
  if (value === null || coverageState === "no_data") return { state: "no_data", due: leavesDue };
  return {
    state: coverageState,
    value: isShown(coverageState) ? printedPercent(value) : null,
    low: percent(low),
    high: percent(high),
    coverage: percent(coverage),
    reported: result.leavesKnown,
    due: leavesDue,
    achieved: null,
  };
}

/** Why there is no figure where nothing counts. */
export function wordForNothing(notYetDue: number, suspended: number): UnknownReading["state"] {
  if (notYetDue > 0) return "not_yet_due";
  return suspended > 0 ? "suspended" : "nothing_due";
}

const SHOWN_DIGITS = 5;

/** A share as it stands in a division before rounding: cut, never rounded, after five digits; "0.64556…", "0.5". */
export function unroundedShare(share: Exact): { decimal: string; goesOn: boolean } {
  const whole = toDecimal(share);
  if (whole !== null && (whole.split(".")[1] ?? "").length <= SHOWN_DIGITS) return { decimal: whole, goesOn: false };
  const step = 10n ** BigInt(SHOWN_DIGITS);
  const cut = (share.n * step) / share.d;
  const digits = cut.toString().padStart(SHOWN_DIGITS + 1, "0");
  const decimal = `${share.s < 0n ? "-" : ""}${digits.slice(0, -SHOWN_DIGITS)}.${digits.slice(-SHOWN_DIGITS)}`;
  return { decimal, goesOn: true };
}

/** A whole share without trailing digits, for weights: "0.5", "0.3333". */
export const weightText = (weight: Exact): string => toDecimal(weight) ?? roundHalfAway(weight, 4);
