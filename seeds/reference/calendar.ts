import { keyOf, period, type PeriodKind } from "../../app/domain/periods";
import type { Rows } from "../acts";
import type { Words } from "../source-files";

const LENGTHS: [kind: PeriodKind, perYear: number][] = [["year", 1], ["half", 2], ["quarter", 4], ["month", 12]];

/** Years, halves, quarters and months of the years from `first` to `last`, both included. */
export function periodRows(first: number, last: number): Rows {
  const keys = Array.from({ length: last - first + 1 }, (_, n) => first + n).flatMap((year) =>
    LENGTHS.flatMap(([kind, perYear]) => Array.from({ length: perYear }, (_, n) => keyOf(kind, year, n + 1))),
  );
  return {
    period: keys.map(period).map(({ key, kind, startsOn, endsOn }) => ({ key, kind, starts_on: startsOn, ends_on: endsOn })),
  };
}

const HOLIDAYS: [day: string, name: Words][] = [
  ["01-01", { uk: "Новий рік", en: "New Year" }],
  ["03-08", { uk: "Міжнародний жіночий день", en: "International Women's Day" }],
  ["05-01", { uk: "День праці", en: "Labour Day" }],
  ["05-08", { uk: "День пам'яті та перемоги", en: "Day of Remembrance and Victory" }],
  ["06-28", { uk: "День Конституції України", en: "Constitution Day" }],
  ["07-15", { uk: "День Української Державності", en: "Ukrainian Statehood Day" }],
  ["08-24", { uk: "День Незалежності України", en: "Independence Day" }],
  ["10-01", { uk: "День захисників і захисниць України", en: "Day of Defenders" }],
  ["12-25", { uk: "Різдво Христове", en: "Christmas" }],
];

/** Public holidays with a fixed date. Under martial law they are worked; due dates stay on them unless a setting says otherwise. */
export function nonWorkingDayRows(first: number, last: number): Rows {
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return {
    non_working_day: years.flatMap((year) => HOLIDAYS.map(([day, name]) => ({ day: `${year}-${day}`, name_uk: name.uk, name_en: name.en }))),
  };
}
