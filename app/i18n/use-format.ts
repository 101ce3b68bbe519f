import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatter, type Format } from "./formatter";
import { isLanguage, type Language } from "./language";

/** The language of the page. */
export function useLanguage(): Language {
  const { language } = useTranslation().i18n;
  return isLanguage(language) ? language : "uk";
}

/** `formatter` of the page's language, for components. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatter(language), [language]);
}
