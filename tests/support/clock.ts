import { Temporal } from "temporal-polyfill";

export interface TestClock {
  /** the ISO instant a feature is given as `now` */
  now(): string;
  set(instant: string): void;
  /** moves on by an ISO duration without calendar units, e.g. "PT15M", "PT1H" */
  pass(duration: string): void;
}

/** A clock that stands still until told otherwise. */
export function aClock(start = "2026-11-25T08:00:00.000Z"): TestClock {
  let at = Temporal.Instant.from(start);
  return {
    now: () => at.toString({ fractionalSecondDigits: 3 }),
    set: (instant) => {
      at = Temporal.Instant.from(instant);
    },
    pass: (duration) => {
      at = at.add(duration);
    },
  };
}
