/** Dates as people type them into a box, and as a box holds them. Apart from other values: addresses of pages hold dates too. */
import { parseDate } from "~/domain/dates";
import type { CalendarDate } from "~/domain/facts";

/** 24.11.2026 or 2026-11-24; null for no date, undefined for what is no date. */
export function readTypedDate(text: string): CalendarDate | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed) ?? [];
  const date = year === "" ? trimmed : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDate(date) ?? undefined;
}

/** As a box holds it: 24.11.2026 in either language. */
export const typedDate = (date: CalendarDate): string => date.split("-").reverse().join(".");
