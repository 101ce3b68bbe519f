import { Temporal } from "temporal-polyfill";

/** An ISO instant some minutes later (or earlier, for a negative number). */
export function plusMinutes(instant: string, minutes: number): string {
  return Temporal.Instant.from(instant).add({ seconds: Math.round(minutes * 60) }).toString({ fractionalSecondDigits: 3 });
}

/** Whole minutes from one instant to a later one, rounded up; never below zero. */
export function minutesUntil(from: string, to: string): number {
  const seconds = Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total("seconds");
  return Math.max(0, Math.ceil(seconds / 60));
}
