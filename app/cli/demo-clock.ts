import { Temporal } from "temporal-polyfill";
import { daysCounted, earlier, kyivDateOf, later } from "~/domain/dates";

/** The machine's clock as an ISO instant; nothing else in the application reads it. */
export const machineClock = (): string => new Date().toISOString();

/** A clock that stands on `today` in Kyiv and keeps the time of day going; without a day, the machine's. */
export function demoClock(today: string | undefined, clock: () => string = machineClock): () => string {
  if (today === undefined) return clock;
  const real = kyivDateOf(clock());
  const days = (daysCounted(earlier(real, today), later(real, today)) - 1) * (today < real ? -1 : 1);
  return () =>
    Temporal.Instant.from(clock()).toZonedDateTimeISO("Europe/Kyiv").add({ days }).toInstant().toString({ fractionalSecondDigits: 3 });
}
