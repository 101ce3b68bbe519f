import { otherLanguage, type Language } from "./language";

/** A content text in both languages, as the database holds it. */
export interface LocalTextValue {
  uk: string | null;
  en: string | null;
}

/** The language a text was written in, by its letters: what people type is in one of the two. */
export const writtenIn = (text: string): Language => (/[а-яіїєґ]/i.test(text) ? "uk" : "en");

/** The text in the language asked for, else in the other one; `language` says which came. */
export function chooseText(text: LocalTextValue, language: Language): { text: string; language: Language } {
  const own = text[language];
  if (own) return { text: own, language };
  const other = otherLanguage(language);
  return { text: text[other] ?? "", language: text[other] ? other : language };
}
