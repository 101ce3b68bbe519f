/**
 * The pieces of a bridge as they are printed: rule 22 of the calculation rules. Floored toward minus infinity at the digit
 * of the two figures and topped up by largest remainder, so that they add up to the difference of the two as printed.
 *
 * Edge cases: a step that moved nothing is 0.0 and takes no part in the topping up. The two printed figures may differ by
 * more, or less, than the pieces leave to give (a figure that would round to 100.0 or 0.0 stands one digit away): then the
 * round is gone over again, or digits are taken back from the smallest remainders. Ties go to the earlier in the list.
 */
import { exact, isZero, roundHalfAway, type Exact } from "./exact";

const DIGITS = 1;
/** last digits of a percentage in one whole */
const STEPS = exact(100n * 10n ** BigInt(DIGITS));

/** `pieces`: shares that add up to the exact difference; `from`, `to`: printed percentages. Plain decimals, in percentage points. */
export function printedPieces(pieces: readonly Exact[], from: string, to: string): string[] {
  const floors = pieces.map((piece) => floor(piece.mul(STEPS)));
  const left = exact(to).sub(exact(from)).mul(exact(10n ** BigInt(DIGITS))).sub(exact(floors.reduce((a, b) => a + b, 0n)));
  const moved = pieces
    .map((piece, index) => ({ index, isMoved: !isZero(piece), rest: piece.mul(STEPS).sub(exact(floors[index] ?? 0n)) }))
    .filter(({ isMoved }) => isMoved)
    .sort((a, b) => b.rest.compare(a.rest) || a.index - b.index);
  const toGive = Number(left.s * left.n);
  const order = toGive < 0 ? [...moved].reverse() : moved;
  const given = new Map<number, bigint>();
  for (let step = 0; step < Math.abs(toGive) && order.length > 0; step += 1) {
    const { index } = order[step % order.length]!;
    given.set(index, (given.get(index) ?? 0n) + (toGive < 0 ? -1n : 1n));
  }
  return floors.map((count, index) => roundHalfAway(exact(count + (given.get(index) ?? 0n)).div(exact(10n ** BigInt(DIGITS))), DIGITS));
}

/** The greatest whole number that is not above it. */
function floor(value: Exact): bigint {
  const whole = (value.s * value.n) / value.d;
  return value.s < 0n && value.n % value.d !== 0n ? whole - 1n : whole;
}
