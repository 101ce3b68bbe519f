/**
 * Units that are words change with the number before them: "1 пункт пропуску, 3 пункти пропуску, 5 пунктів пропуску".
 * The passport keeps the form that stands in a column's head; a unit that is not listed here (an abbreviation, or one
 * that a plan invented) is printed as it is written.
 */
import type { Language } from "./language";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;

const FORMS: Record<Language, Readonly<Record<string, Forms>>> = {
  uk: {
    осіб: { one: "особа", few: "особи", other: "особи" },
    команд: { one: "команда", few: "команди", other: "команди" },
    документів: { one: "документ", few: "документи", other: "документа" },
    "пунктів пропуску": { one: "пункт пропуску", few: "пункти пропуску", other: "пункту пропуску" },
  },
  en: {
    persons: { one: "person" },
    teams: { one: "team" },
    documents: { one: "document" },
    "border crossing points": { one: "border crossing point" },
    hours: { one: "hour" },
    minutes: { one: "minute" },
  },
};

/** The unit as it stands after a plain decimal: the form follows the digits that are printed ("1,0 особи"). */
export function unitAfter(language: Language, decimal: string, unit: string): string {
  const forms = FORMS[language][unit];
  if (forms === undefined) return unit;
  const digits = decimal.split(".")[1]?.length ?? 0;
  return forms[new Intl.PluralRules(language, { minimumFractionDigits: digits }).select(Math.abs(Number(decimal)))] ?? unit;
}
