/**
 * The edge where figures become text (rules 12 and 13 of the calculation rules): rounded once, half away from zero; a
 * plain decimal with a dot, no locale. Percentages have one decimal, points two. An inexact figure that would round to
 * 100.0 or 0.0 is printed one last digit away, on its own side. Bands are chosen from the printed figure. Parts that
 * are printed as adding to 100 use the largest remainder.
 */
import { HUNDRED, ONE, ZERO, exact, isAtLeast, isLess, isZero, ratio, roundHalfAway, sum, type Exact } from "./exact";

/** A share (0.646) as a percentage with one decimal: "64.6". 0.9996 → "99.9", 0.0004 → "0.1", −0.0004 → "−0.1" with "-". */
export function printedPercent(share: Exact, digits = 1): string {
  return awayFrom([ZERO, HUNDRED], share.mul(HUNDRED), digits);
}

/** A figure that already is in per cent, or a difference in percentage points, by the same rule. */
export const printedPercentFigure = (percent: Exact, digits = 1) => awayFrom([ZERO, HUNDRED], percent, digits);

/** Points of a scale, two decimals. */
export const printedPoints = (points: Exact) => roundHalfAway(points, 2);

function awayFrom(landmarks: readonly Exact[], value: Exact, digits: number): string {
  const printed = roundHalfAway(value, digits);
  const landmark = landmarks.find((each) => exact(printed).equals(each));
  if (landmark === undefined || value.equals(landmark)) return printed;
  const lastDigit = ratio(ONE, exact(10n ** BigInt(digits))) ?? ONE;
  return roundHalfAway(isLess(value, landmark) ? landmark.sub(lastDigit) : landmark.add(lastDigit), digits);
}

/** Lower edges of the bands above the first, in per cent; data of the rules version. */
const BAND_EDGES: readonly Exact[] = [exact(25), exact(50), exact(75)];

/** Index of the half-open band of a PRINTED percentage: [0,25) [25,50) [50,75) [75,100]; the ends catch what lies outside. */
export function bandOf(printedPercentage: string, edges: readonly Exact[] = BAND_EDGES): number {
  const value = exact(printedPercentage);
  return edges.filter((edge) => isAtLeast(value, edge)).length;
}

/** Ends of the SIGMA scale: per cent, per cent, points. */
export const SIGMA_SCALE = { from: "25", to: "90", points: "15" };
/** The same as shares. */
export const SIGMA_RATES = { from: exact(SIGMA_SCALE.from).div(HUNDRED), to: exact(SIGMA_SCALE.to).div(HUNDRED) };

/** SIGMA points of an implementation rate given as a share: 0 below 25 %, linear to 15 at 90 % (rule 10). */
export function sigmaPoints(rate: Exact): Exact {
  const points = exact(SIGMA_SCALE.points);
  if (isLess(rate, SIGMA_RATES.from)) return ZERO;
  if (isAtLeast(rate, SIGMA_RATES.to)) return points;
  return rate.sub(SIGMA_RATES.from).div(SIGMA_RATES.to.sub(SIGMA_RATES.from)).mul(points);
}

interface PrintedPart {
  /** what is read: "6.9", "<0.1", ">99.9" */
  text: string;
  /** what the parts add up to 100 with: "6.9", "0.0", "100.0" */
  rounded: string;
}

/**
 * Parts of one whole as percentages that add up to exactly 100 (rule 13): digits 1 in tables, 0 in stacked bars. Ties
 * go to the earlier in the list. A part that is neither nothing nor the whole never reads as such. Null for an empty
 * whole: no data, no percentages. Throws RangeError on a negative part.
 */
export function printedParts(parts: readonly (Exact | number)[], digits: 0 | 1): PrintedPart[] | null {
  const amounts = parts.map((part) => (typeof part === "number" ? exact(part) : part));
  if (amounts.some((amount) => isLess(amount, ZERO))) throw new RangeError("a part of a whole is never negative");
  const total = sum(amounts);
  if (isZero(total)) return null;
  const steps = 100n * 10n ** BigInt(digits);
  const scaled = amounts.map((amount) => amount.mul(exact(steps)).div(total));
  const whole = scaled.map((each) => each.n / each.d);
  const left = Number(steps - whole.reduce((a, b) => a + b, 0n));
  const topped = new Set(
    scaled
      .map((each, index) => ({ index, rest: each.sub(exact(whole[index] ?? 0n)) }))
      .sort((a, b) => b.rest.compare(a.rest) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return amounts.map((amount, index) => {
    const count = (whole[index] ?? 0n) + (topped.has(index) ? 1n : 0n);
    const rounded = stepsText(count, digits);
    if (count === 0n && !isZero(amount)) return { text: `<${stepsText(1n, digits)}`, rounded };
    if (count === steps && !amount.equals(total)) return { text: `>${stepsText(steps - 1n, digits)}`, rounded };
    return { text: rounded, rounded };
  });
}

const stepsText = (count: bigint, digits: number) => roundHalfAway(exact(count).div(exact(10n ** BigInt(digits))), digits);
