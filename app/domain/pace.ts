/**
 * Pace (rule 14 of the calculation rules): progress P beside expected progress E, and a light. From E = 10 points:
 * on track P ≥ 0.95 E, behind P ≥ 0.80 E, else at risk; below 10: on track P ≥ E − 0.5, behind P ≥ E − 2. Compared
 * before any rounding.
 */
import { exact, isAtLeast, type Exact } from "./exact";
import type { Light } from "./reading";

const TEN_POINTS = exact("0.1");
const FAR = { onTrack: exact("0.95"), behind: exact("0.8") };
const EARLY = { onTrack: exact("0.005"), behind: exact("0.02") };

/** P and E as shares: 0.499 = 49.9 %. */
export function lightOf(progress: Exact, expected: Exact): Light {
  const early = !isAtLeast(expected, TEN_POINTS);
  const onTrack = early ? expected.sub(EARLY.onTrack) : expected.mul(FAR.onTrack);
  const behind = early ? expected.sub(EARLY.behind) : expected.mul(FAR.behind);
  if (isAtLeast(progress, onTrack)) return "on_track";
  return isAtLeast(progress, behind) ? "behind" : "at_risk";
}
