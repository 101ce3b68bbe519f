import type { Language } from "./language";

const MONTHS: Record<Language, readonly string[]> = {
  uk: ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** Name of a month, 1–12: "листопад", "November". Throws RangeError outside. */
export function printMonth(language: Language, month: number): string {
  const name = MONTHS[language][month - 1];
  if (name === undefined) throw new RangeError(`not a month: ${month}`);
  return name;
}
