/**
 * Calendar dates and the Kyiv day. Dates are `YYYY-MM-DD` texts that compare as texts; an instant is an
 * ISO text with its offset. A due date lasts until 00:00:00 of the next day in Kyiv, whatever the clock change
 * (calendar of the field, case C17). The one place that knows Temporal.
 */
import { Temporal } from "temporal-polyfill";
import type { CalendarDate } from "./facts";

export type Instant = string;

const KYIV = "Europe/Kyiv";
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Years that a plan, an act or an account can be about; others are slips of a finger, and some no database takes. */
const YEARS = { first: 1900, last: 2199 };

/** The date, or null when there is no such day (31 February, 29 February of a common year), it has another shape or lies out of range. */
export function parseDate(text: string): CalendarDate | null {
  if (!DATE.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (year < YEARS.first || year > YEARS.last) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const isDate = (text: string) => parseDate(text) !== null;

export function lastDayOfMonth(year: number, month: number): CalendarDate {
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month });
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${daysInMonth}`;
}

/** Throws RangeError when `date` is not a date. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Days from one date to another, both counted: the same day is 1; 0 when `to` is earlier. */
export function daysCounted(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days + 1;
}

export const earlier = (a: CalendarDate, b: CalendarDate) => (a <= b ? a : b);
export const later = (a: CalendarDate, b: CalendarDate) => (a >= b ? a : b);

/** The calendar day in Kyiv at that instant. Throws RangeError on a text without offset. */
export function kyivDateOf(instant: Instant): CalendarDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(KYIV).toPlainDate().toString();
}

/** The first instant of the day in Kyiv. */
export function startOfKyivDay(date: CalendarDate): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(KYIV).toInstant().toString();
}

/** The first instant that no longer belongs to the day: 00:00:00 of the next one in Kyiv. */
export const endOfKyivDay = (date: CalendarDate): Instant => startOfKyivDay(addDays(date, 1));

/** True for any instant before 00:00:00 of the day after `date` in Kyiv (case C17). */
export function isInTime(instant: Instant, date: CalendarDate): boolean {
  return Temporal.Instant.compare(instant, endOfKyivDay(date)) < 0;
}

/** The moment a reading "as of" a day is of: a date means its end in Kyiv, today and later days mean now (rule 19). */
export function asOfMoment(date: CalendarDate | null, now: Instant): Instant {
  if (date === null || date >= kyivDateOf(now)) return now;
  return Temporal.Instant.from(endOfKyivDay(date)).subtract({ microseconds: 1 }).toString();
}

/** The day that an instant is the last moment of, in whole milliseconds; null in the middle of one. */
export function dayEndedAt(instant: Instant): CalendarDate | null {
  const day = kyivDateOf(instant);
  return Temporal.Instant.compare(Temporal.Instant.from(instant).add({ milliseconds: 1 }), endOfKyivDay(day)) < 0 ? null : day;
}

/** True when the one instant is not later than the other. */
export const isBy = (instant: Instant, moment: Instant) => Temporal.Instant.compare(instant, moment) <= 0;

/** The instant as records keep it: in UTC, whole milliseconds, the rest cut off. */
export const asRecorded = (instant: Instant): Instant =>
  Temporal.Instant.from(instant).round({ smallestUnit: "millisecond", roundingMode: "floor" }).toString({ fractionalSecondDigits: 3 });
