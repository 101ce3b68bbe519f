import { Temporal } from "temporal-polyfill";

/** The instant of a wall-clock time in Kyiv, as the database prints it: "2026-04-03", "10:15" → "2026-04-03T07:15:00.000Z". */
export function kyivTime(date: string, time: string): string {
  const at = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("Europe/Kyiv").toInstant();
  return at.toString({ fractionalSecondDigits: 3 });
}

/** The date so many whole years later; 29 February becomes 28 February. */
export function shiftYears(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}
