/**
 * Period keys (shared model): `2026`, `2026-H1`, `2026-Q4`, `2026-11` and no others, everywhere.
 * Bounds are calendar dates, both included.
 */
import { lastDayOfMonth } from "./dates";
import type { CalendarDate, Frequency, PeriodKey } from "./facts";

export type PeriodKind = "year" | "half" | "quarter" | "month";

export interface Period {
  key: PeriodKey;
  kind: PeriodKind;
  year: number;
  /** 1 for a year; 1–2, 1–4, 1–12 otherwise */
  index: number;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

const MONTHS: Record<PeriodKind, number> = { year: 12, half: 6, quarter: 3, month: 1 };
const KIND_OF: Record<Frequency, PeriodKind> = {
  annual: "year",
  half_yearly: "half",
  quarterly: "quarter",
  monthly: "month",
};
const KEY = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

const twoDigits = (n: number) => String(n).padStart(2, "0");
const fourDigits = (n: number) => String(n).padStart(4, "0");

export function keyOf(kind: PeriodKind, year: number, index: number): PeriodKey {
  const head = fourDigits(year);
  if (kind === "year") return head;
  if (kind === "half") return `${head}-H${index}`;
  if (kind === "quarter") return `${head}-Q${index}`;
  return `${head}-${twoDigits(index)}`;
}

/** Every period that was asked for: a plan of some years asks for the same few dozen thousands of times. */
const known = new Map<string, Period>();
const KNOWN_AT_MOST = 2_000;

/** Null when the text is not a period key. */
export function parsePeriod(text: string): Period | null {
  const before = known.get(text);
  if (before) return before;
  const parsed = readPeriod(text);
  if (parsed && known.size < KNOWN_AT_MOST) known.set(text, parsed);
  return parsed;
}

function readPeriod(text: string): Readonly<Period> | null {
  const found = KEY.exec(text);
  if (!found) return null;
  const [, yearText = "", half, quarter, month] = found;
  const kind: PeriodKind = half ? "half" : quarter ? "quarter" : month ? "month" : "year";
  const index = Number(half ?? quarter ?? month ?? 1);
  const year = Number(yearText);
  const firstMonth = (index - 1) * MONTHS[kind] + 1;
  return Object.freeze({
    key: text,
    kind,
    year,
    index,
    startsOn: `${yearText}-${twoDigits(firstMonth)}-01`,
    endsOn: lastDayOfMonth(year, firstMonth + MONTHS[kind] - 1),
  });
}

/** Throws RangeError on a text that is not a period key. */
export function period(key: PeriodKey): Period {
  const found = parsePeriod(key);
  if (!found) throw new RangeError(`not a period key: ${key}`);
  return found;
}

export const isPeriodKey = (text: string) => parsePeriod(text) !== null;
export const kindOf = (frequency: Frequency) => KIND_OF[frequency];
export const yearOf = (key: PeriodKey) => period(key).year;
export const yearKey = (year: number) => keyOf("year", year, 1);

/** True when every day of `inner` lies in `outer`; a period contains itself. */
export function containsPeriod(outer: PeriodKey, inner: PeriodKey): boolean {
  const [a, b] = [period(outer), period(inner)];
  return a.startsOn <= b.startsOn && b.endsOn <= a.endsOn;
}

/** The period of that frequency which holds the date. */
export function periodOfDate(date: CalendarDate, frequency: Frequency): PeriodKey {
  const kind = KIND_OF[frequency];
  const month = Number(date.slice(5, 7));
  return keyOf(kind, Number(date.slice(0, 4)), Math.floor((month - 1) / MONTHS[kind]) + 1);
}

/** By last day, then the shorter first: 2026-Q1 < 2026-06 < 2026-Q2 < 2026-H1. */
export function comparePeriods(a: PeriodKey, b: PeriodKey): number {
  const [x, y] = [period(a), period(b)];
  if (x.endsOn !== y.endsOn) return x.endsOn < y.endsOn ? -1 : 1;
  if (x.startsOn !== y.startsOn) return x.startsOn > y.startsOn ? -1 : 1;
  return 0;
}

/** `steps` periods of the same kind later (earlier when negative). */
function shiftPeriod(key: PeriodKey, steps: number): PeriodKey {
  const { kind, year, index } = period(key);
  const perYear = 12 / MONTHS[kind];
  const count = year * perYear + (index - 1) + steps;
  return keyOf(kind, Math.floor(count / perYear), (count % perYear) + 1);
}

export const previousPeriod = (key: PeriodKey) => shiftPeriod(key, -1);
export const nextPeriod = (key: PeriodKey) => shiftPeriod(key, 1);

/** Periods of one kind from `first` to `last`, both included; empty when `last` is earlier. Throws when kinds differ. */
export function periodsBetween(first: PeriodKey, last: PeriodKey): PeriodKey[] {
  if (period(first).kind !== period(last).kind) throw new RangeError(`not of one kind: ${first}, ${last}`);
  const keys: PeriodKey[] = [];
  for (let key = first; comparePeriods(key, last) <= 0; key = nextPeriod(key)) keys.push(key);
  return keys;
}

/** Periods of that frequency whose last day lies between the two dates, both included, in order. */
export function periodsEndingWithin(from: CalendarDate, to: CalendarDate, frequency: Frequency): PeriodKey[] {
  if (to < from) return [];
  return periodsBetween(periodOfDate(from, frequency), periodOfDate(to, frequency)).filter((key) => {
    const { endsOn } = period(key);
    return from <= endsOn && endsOn <= to;
  });
}

/** Sub-periods of that frequency inside the period: `2026`, quarterly → Q1 … Q4. The period itself when as long. */
export function subPeriods(key: PeriodKey, frequency: Frequency): PeriodKey[] {
  const { startsOn, endsOn } = period(key);
  return periodsEndingWithin(startsOn, endsOn, frequency).filter((part) => containsPeriod(key, part));
}
