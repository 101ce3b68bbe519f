import { Temporal } from "temporal-polyfill";

/** The instant of a wall-clock time in Kyiv, as the database prints it: "2026-04-03", "10:15" → "2026-04-03T07:15:00.000Z". */
export function kyivTime(date: string, time: string): string {
  const known = instants.get(`${date}T${time}`);
  if (known) return known;
  const at = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("Europe/Kyiv").toInstant();
  const instant = at.toString({ fractionalSecondDigits: 3 });
  instants.set(`${date}T${time}`, instant);
  return instant;
}

/** Time zone arithmetic is slow and the story asks for the same few moments again and again. */
const instants = new Map<string, string>();

/** The date so many whole years later; 29 February becomes 28 February. */
export function shiftYears(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}
