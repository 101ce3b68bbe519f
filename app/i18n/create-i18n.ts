import { createInstance, type i18n } from "i18next";
import { printDate, printNumber } from "./format";
import type { Language } from "./language";
import type { Catalogue, TranslatedCatalogue } from "./catalogue";

/**
 * An i18next instance holding one language, ready at once. `{{count, number}}` in a message prints by
 * locale, `{{until, date}}` too; `{{value, sentence}}` ends a sentence with one full stop, also after "тис. од.". A key that a catalogue does not have cannot be asked for: keys are typed (catalogue.ts).
 */
export function createI18n(language: Language, catalogue: Catalogue | TranslatedCatalogue): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: catalogue } },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  instance.services.formatter?.add("number", (value: unknown, lng) => printNumber(lng === "en" ? "en" : "uk", String(value)));
  instance.services.formatter?.add("date", (value: unknown, lng) => printDate(lng === "en" ? "en" : "uk", String(value)));
  instance.services.formatter?.add("sentence", (value: unknown) => String(value).replace(/\.?$/, "."));
  return instance;
}
