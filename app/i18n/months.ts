import type { Language } from "./language";

const MONTHS: Record<Language, readonly string[]> = {
  uk: ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

const OF_MONTHS_UK: readonly string[] = ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

/** "листопада" as in "ціль листопада"; English has one form. Throws RangeError outside. */
export function printOfMonth(language: Language, month: number): string {
  const name = printMonth(language, month);
  return language === "uk" ? (OF_MONTHS_UK[month - 1] ?? name) : name;
}

/** Name of a month, 1–12: "листопад", "November". Throws RangeError outside. */
export function printMonth(language: Language, month: number): string {
  const name = MONTHS[language][month - 1];
  if (name === undefined) throw new RangeError(`not a month: ${month}`);
  return name;
}
