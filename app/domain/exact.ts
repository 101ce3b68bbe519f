/**
 * Exact numbers. Full precision between levels (rule 12): every figure is a fraction of whole numbers until
 * it is printed, so that 1/3 + 2/3 is 1 and a coverage of exactly one half is not 0.4999….
 * The one place that knows the fraction library.
 */
import Fraction from "fraction.js";

export type Exact = Fraction;

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** Reads a plain decimal ("-12.50", "3") or a whole number. Throws RangeError on anything else, floats included. */
export function exact(value: string | number | bigint): Exact {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
    return new Fraction(value);
  }
  if (typeof value === "bigint") return new Fraction(value);
  if (!PLAIN_DECIMAL.test(value)) throw new RangeError(`not a plain decimal: ${value}`);
  const [whole = "0", part = ""] = value.split(".");
  return new Fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

export const ZERO = exact(0);
export const ONE = exact(1);
export const HUNDRED = exact(100);

/** a / b of two whole counts or exact numbers; null when b is 0 ("not computable"). */
export function ratio(a: Exact | number, b: Exact | number): Exact | null {
  const under = typeof b === "number" ? exact(b) : b;
  const over = typeof a === "number" ? exact(a) : a;
  return under.equals(ZERO) ? null : over.div(under);
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce((total, value) => total.add(value), ZERO);
}

export const isZero = (a: Exact) => a.equals(ZERO);
export const isLess = (a: Exact, b: Exact) => a.compare(b) < 0;
export const isAtMost = (a: Exact, b: Exact) => a.compare(b) <= 0;
export const isAtLeast = (a: Exact, b: Exact) => a.compare(b) >= 0;
export const smaller = (a: Exact, b: Exact) => (isAtMost(a, b) ? a : b);
export const larger = (a: Exact, b: Exact) => (isAtLeast(a, b) ? a : b);
export const clamp = (value: Exact, low: Exact, high: Exact) => larger(low, smaller(high, value));

/**
 * Rounds half away from zero (rule 12) to `digits` decimals; a plain decimal string with exactly that many
 * digits and no negative zero: roundHalfAway(exact("-0.04"), 1) = "0.0".
 */
export function roundHalfAway(value: Exact, digits: number): string {
  const scaled = value.abs().mul(exact(10n ** BigInt(digits)));
  const whole = (2n * scaled.n + scaled.d) / (2n * scaled.d);
  const text = whole.toString().padStart(digits + 1, "0");
  const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return whole !== 0n && value.s < 0n ? `-${body}` : body;
}

/**
 * The exact decimal, or null when the fraction has none (1/3). Trailing zeros stripped.
 * For storage and interchange of entered values, which are always decimals.
 */
export function toDecimal(value: Exact): string | null {
  let rest = value.d;
  let digits = 0;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) { rest /= 2n; twos += 1; }
  while (rest % 5n === 0n) { rest /= 5n; fives += 1; }
  if (rest !== 1n) return null;
  digits = Math.max(twos, fives);
  return roundHalfAway(value, digits);
}

/** Whole, as text: the decimal where there is one ("0.5"), else the fraction ("51/79"). The same number is the same text. */
export const exactText = (value: Exact): string => toDecimal(value) ?? `${value.s < 0n ? "-" : ""}${value.n}/${value.d}`;

/** Reads `exactText`. Throws RangeError on anything else. */
export function fromExactText(text: string): Exact {
  const [over = "", under = "1"] = text.split("/");
  return exact(over).div(exact(under));
}

export const isExact = (value: unknown): value is Exact => value instanceof Fraction;
