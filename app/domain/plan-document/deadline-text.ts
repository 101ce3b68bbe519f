/**
 * Deadlines as official plans write them: a date, a recurrence, or an undated event with its words kept. "I квартал 2024 р."
 * with Latin or Cyrillic numerals, months in words, ranges, "щороку до 1 березня", "постійно", "протягом строку дії
 * воєнного стану". Nothing is guessed: what is none of these is an event.
 *
 * Edge cases: a range ends with its last part; a year alone ends on 31 December; of several dates in one cell the latest
 * is the end; a day that does not exist (31 лютого) is no date. An empty cell is no deadline.
 */
import { lastDayOfMonth, parseDate } from "../dates";
import type { CalendarDate } from "../facts";
import { oneLine, plainText } from "./plain-text";

export type DeadlineText =
  | { kind: "date"; raw: string; end: CalendarDate }
  /** every year, half-year, quarter or month; `by`: "03-01", where a day of the year is named */
  | { kind: "recurring"; raw: string; every: "year" | "half_year" | "quarter" | "month"; by: string | null; end: CalendarDate | null }
  /** for as long as the plan runs */
  | { kind: "permanent"; raw: string; end: null }
  | { kind: "event"; raw: string; end: null };

const MONTHS = ["січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"];
const MONTH = `(${MONTHS.map((stem) => `${stem}[а-яіїє]*`).join("|")})`;
const YEAR = "((?:19|20|21)\\d{2})";
const NUMERAL = "(iv|iii|ii|i|[1-4]|перш[а-яії]*|друг[а-яії]*|трет[а-яіїє]*|четверт[а-яії]*)";
const RECURRING: readonly [RegExp, Extract<DeadlineText, { kind: "recurring" }>["every"]][] = [
  [/щокварт|щоквартал|кожного кварталу/, "quarter"], [/щопівр|кожного півріччя|двічі на рік/, "half_year"], [/щоміс|кожного місяця/, "month"], [/щорок|щорічно|кожного року/, "year"],
];

/** Null = the cell is empty or a dash. */
export function readDeadline(cell: string): DeadlineText | null {
  const raw = oneLine(cell);
  const text = numeralsInLatin(plainText(cell));
  if (text === "" || /^-+$/.test(text)) return null;
  const every = RECURRING.find(([words]) => words.test(text))?.[1];
  if (every !== undefined) return { kind: "recurring", raw, every, by: dayOfYear(text), end: latest(endsIn(text)) };
  // counted from, or lasting for, something that has no date of its own
  if (/(після|з (дня|моменту|дати)|із дня|строку дії|строк дії|у разі|до (прийняття|завершення|припинення|скасування|набрання|ухвалення))/.test(text)) return { kind: "event", raw, end: null };
  if (/постійн|протягом (дії|строку|усього строку) плану/.test(text)) return { kind: "permanent", raw, end: null };
  const end = latest(endsIn(text));
  return end === null ? { kind: "event", raw, end: null } : { kind: "date", raw, end };
}

/** "іі квартал", "ш квартал" never: only Cyrillic і, х and в beside a word that takes a numeral. */
const numeralsInLatin = (text: string): string => text.replace(/(^|[\s-])([іiv]{1,3})(?=[\s-]*(?:-|та|і\s|кв|півр|[іiv]{1,3}\b|[іiv]))/g, (_, before: string, numeral: string) => before + numeral.replaceAll("і", "i"));

/** Every day the text could end on. */
function endsIn(text: string): CalendarDate[] {
  const ends: (CalendarDate | null)[] = [];
  for (const [, day = "", month = "", year = ""] of text.matchAll(/\b(\d{1,2})\.(\d{1,2})\.((?:19|20|21)\d{2})/g)) ends.push(parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`));
  for (const [, day = "", month = "", year = ""] of text.matchAll(new RegExp(`(\\d{1,2}) ${MONTH} ${YEAR}`, "g"))) ends.push(parseDate(`${year}-${twoDigits(monthOf(month))}-${day.padStart(2, "0")}`));
  if (ends.length > 0) return ends.filter((end) => end !== null);
  for (const [, month = "", year = ""] of text.matchAll(new RegExp(`${MONTH}(?: місяц[а-яіь]*)? ${YEAR}`, "g"))) ends.push(lastDayOfMonth(Number(year), monthOf(month)));
  for (const [, numeral = "", year = ""] of text.matchAll(new RegExp(`${NUMERAL} (?:квартал[а-яі]*|кв\\.?) ${YEAR}`, "g"))) ends.push(lastDayOfMonth(Number(year), ordinalOf(numeral) * 3));
  for (const [, numeral = "", year = ""] of text.matchAll(new RegExp(`${NUMERAL} (?:півріччя|півр\\.?) ${YEAR}`, "g"))) ends.push(lastDayOfMonth(Number(year), ordinalOf(numeral) * 6));
  if (ends.length > 0) return ends.filter((end) => end !== null);
  for (const [, year = ""] of text.matchAll(new RegExp(`(?:^|[^\\d.])${YEAR}(?![\\d.]\\d)`, "g"))) ends.push(`${year}-12-31`);
  return ends.filter((end) => end !== null);
}

const latest = (ends: readonly CalendarDate[]): CalendarDate | null => [...ends].sort().at(-1) ?? null;

/** "щороку до 1 березня" → "03-01" */
function dayOfYear(text: string): string | null {
  const [, day = "", month = ""] = new RegExp(`(\\d{1,2}) ${MONTH}`).exec(text) ?? [];
  return month === "" || parseDate(`2024-${twoDigits(monthOf(month))}-${day.padStart(2, "0")}`) === null ? null : `${twoDigits(monthOf(month))}-${day.padStart(2, "0")}`;
}

const monthOf = (word: string): number => MONTHS.findIndex((stem) => word.startsWith(stem)) + 1;
const twoDigits = (number: number) => String(number).padStart(2, "0");

function ordinalOf(numeral: string): number {
  const roman = ["i", "ii", "iii", "iv"].indexOf(numeral);
  if (roman >= 0) return roman + 1;
  const words = ["перш", "друг", "трет", "четверт"].findIndex((stem) => numeral.startsWith(stem));
  return words >= 0 ? words + 1 : Number(numeral);
}
