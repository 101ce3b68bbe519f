import type { i18n } from "i18next";
import type { Catalogue, TranslatedCatalogue } from "./catalogue";
import type { Language } from "./language";

/** Fetches one language's catalogue, a chunk of its own: the browser never loads the other one unasked. */
export async function loadCatalogue(language: Language): Promise<Catalogue | TranslatedCatalogue> {
  const module = language === "uk" ? await import("./uk") : await import("./en");
  return module.default;
}

/** Turns a running page to another language in place; what is typed in its forms stays. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  if (!instance.hasResourceBundle(language, "translation")) {
    instance.addResourceBundle(language, "translation", await loadCatalogue(language));
  }
  await instance.changeLanguage(language);
}
