import { otherLanguage, type Language } from "./language";

/** A content text in both languages, as the database holds it. */
export interface LocalTextValue {
  uk: string | null;
  en: string | null;
}

/** The text in the language asked for, else in the other one; `language` says which came. */
export function chooseText(text: LocalTextValue, language: Language): { text: string; language: Language } {
  const own = text[language];
  if (own) return { text: own, language };
  const other = otherLanguage(language);
  return { text: text[other] ?? "", language: text[other] ? other : language };
}
