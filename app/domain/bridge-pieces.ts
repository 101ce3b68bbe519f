/**
 * The pieces of a bridge as they are printed: rule 22 of the calculation rules. Floored toward minus infinity at the digit
 * of the two figures and topped up by largest remainder, so that they add up to the difference of the two as printed.
 *
 * Edge cases: a step that moved nothing is 0.0 and takes no part in the topping up. The two printed figures may differ by
 * more, or less, than the pieces leave to give (a figure that would round to 100.0 or 0.0 stands one digit away): then the
 * round is gone over again, or digits are taken back from the smallest remainders, from a piece whose sign they would turn
 * last of all. Ties go to the earlier in the list.
 */
import { exact, isZero, roundHalfAway, type Exact } from "./exact";

const DIGITS = 1;
/** last digits of a percentage in one whole */
const STEPS = exact(100n * 10n ** BigInt(DIGITS));

/** `pieces`: shares that add up to the exact difference; `from`, `to`: printed percentages. Plain decimals, in percentage points. */
export function printedPieces(pieces: readonly Exact[], from: string, to: string): string[] {
  const shared = pieces.map((piece, index) => ({ index, sign: piece.s, count: floor(piece.mul(STEPS)), given: 0, rest: piece.mul(STEPS).sub(exact(floor(piece.mul(STEPS)))) }));
  const moved = shared.filter(({ index }) => !isZero(pieces[index] ?? exact(0)));
  const left = exact(to).sub(exact(from)).mul(exact(10n ** BigInt(DIGITS))).sub(exact(shared.reduce((sum, { count }) => sum + count, 0n)));
  const toGive = Number(left.s * left.n);
  const digit = toGive < 0 ? -1n : 1n;
  // largest remainder first, the smallest where digits are taken back; once round all before a second time
  const turns = (a: Shared, b: Shared) => Number(flips(a, digit)) - Number(flips(b, digit)) || a.given - b.given || Number(digit) * b.rest.compare(a.rest) || Number(digit) * (a.index - b.index);
  for (let step = 0; step < Math.abs(toGive); step += 1) {
    const [next] = [...moved].sort(turns);
    if (next === undefined) break;
    next.count += digit;
    next.given += 1;
  }
  return shared.map(({ count }) => roundHalfAway(exact(count).div(exact(10n ** BigInt(DIGITS))), DIGITS));
}

interface Shared {
  index: number;
  sign: bigint;
  /** last digits as printed */
  count: bigint;
  given: number;
  rest: Exact;
}

/** A rise would be printed as a fall, or a fall as a rise. */
const flips = ({ sign, count }: Shared, digit: bigint) => (count + digit) * sign < 0n;

/** The greatest whole number that is not above it. */
function floor(value: Exact): bigint {
  const whole = (value.s * value.n) / value.d;
  return value.s < 0n && value.n % value.d !== 0n ? whole - 1n : whole;
}
