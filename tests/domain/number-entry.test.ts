/** Case C10: numbers as people type them. Whatever is refused stays in the box as typed; nothing is guessed in silence. */
import { expect, test } from "vitest";
import { readNumberEntry, type EntryContext } from "~/domain/number-entry";

const said = (typed: string, locale: EntryContext["locale"], as: EntryContext["as"] = "count") => {
  const entry = readNumberEntry(typed, { locale, as });
  switch (entry.kind) {
    case "blank":
      return "blank";
    case "value":
      return entry.value;
    case "needs_confirmation":
      return `${entry.readAs}?`;
    case "refused":
      return `refused: ${entry.reason}`;
  }
};

test.each([
  // typed, what it is, in Ukrainian, in English
  ["1 234,5", "plain space", "1234.5", "1234.5?"],
  ["1\u00A0234,5", "no-break space", "1234.5", "1234.5?"],
  ["1\u202F234,5", "narrow no-break space", "1234.5", "1234.5?"],
  ["1 234.5", "space and dot", "1234.5", "1234.5"],
  ["1 234 567", "spaces only", "1234567", "1234567"],
  ["0,3", "decimal comma", "0.3", "0.3?"],
  [",5", "comma first", "0.5", "0.5?"],
  [".5", "dot first", "0.5", "0.5"],
  ["12.5", "decimal dot", "12.5", "12.5"],
  ["12,5", "decimal comma", "12.5", "12.5?"],
  ["2,012", "may be thousands", "2.012?", "2012?"],
  ["2.012", "may be thousands", "2.012?", "2.012"],
  ["0,123", "no group starts with 0", "0.123", "0.123?"],
  ["1234,567", "four digits are no group", "1234.567", "1234.567?"],
  ["1 234,567", "spaces already group", "1234.567", "1234.567?"],
  ["1.234,5", "dot groups, comma decimal", "1234.5?", "1234.5?"],
  ["1,234.5", "comma groups, dot decimal", "1234.5?", "1234.5"],
  ["1.234.567", "dots group", "1234567?", "1234567?"],
  ["1,234,567", "commas group", "1234567?", "1234567"],
  ["−5", "true minus", "-5", "-5"],
  ["-5", "hyphen", "-5", "-5"],
  ["–5", "dash made by a word processor", "-5?", "-5?"],
  ["+5", "plus", "5", "5"],
  ["-0", "no negative zero", "0", "0"],
  ["007", "leading zeros", "7", "7"],
  ["1,50", "trailing zero", "1.5", "1.5?"],
  ["  7  ", "spaces around", "7", "7"],
  ["0", "a zero is a value", "0", "0"],
  ["", "nothing", "blank", "blank"],
  [" \u00A0 ", "spaces only", "blank", "blank"],
])("%j (%s): uk %s, en %s", (typed, _, uk, en) => expect([said(typed, "uk"), said(typed, "en")]).toEqual([uk, en]));

test.each([
  ["1e3", "exponent"], ["1E3", "exponent"], ["1,5e-3", "exponent"],
  ["١٢٣", "foreign_digits"], ["۱۲", "foreign_digits"], ["１２", "foreign_digits"],
  ["-", "dash_only"], ["—", "dash_only"], ["немає даних", "not_a_number"], ["-5 positions", "not_a_number"], ["5 шт.", "not_a_number"],
  ["0x10", "not_a_number"], ["1/2", "not_a_number"], ["5-7", "not_a_number"], ["Infinity", "not_a_number"], ["--5", "not_a_number"],
  ["1 23", "broken_groups"], ["1 2345", "broken_groups"], ["12 34,5", "broken_groups"], ["1.23,4", "broken_groups"], ["1,2,3", "broken_groups"], ["5,", "broken_groups"], ["1 ,5", "broken_groups"],
  ["123456789012345678901", "too_many_digits"], ["0,12345678901", "too_many_digits"],
])("%j is refused: %s", (typed, reason) => expect([said(typed, "uk"), said(typed, "en")]).toEqual([`refused: ${reason}`, `refused: ${reason}`]));

test.each<[string, EntryContext["as"], string]>([
  ["12%", "count", "refused: percent_sign_in_count"],
  ["75%", "percentage", "75"], ["75 %", "percentage", "75"], ["75\u00A0%", "percentage", "75"], ["64,6%", "percentage", "64.6"], ["75%%", "percentage", "refused: not_a_number"], ["%", "percentage", "refused: not_a_number"],
])("%j as a %s: %s", (typed, as, expected) => expect(said(typed, "uk", as)).toBe(expected));
