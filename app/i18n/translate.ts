import type { Translate } from "./catalogue";
import { createI18n } from "./create-i18n";
import en from "./en";
import { formatter } from "./formatter";
import type { Language } from "./language";
import uk from "./uk";
import type { Words } from "./words";

/** Both languages at once: for the server, exports and the command line; never import it into a page. */
export const i18nByLanguage = { uk: createI18n("uk", uk), en: createI18n("en", en) };

/** `t` of one language, outside React: `translator("uk")("common.measures", { count: 5 })` = "5 заходів". */
export function translator(language: Language): Translate {
  return i18nByLanguage[language].t;
}

/** Words of one language, for whatever is written on the server. */
export const wordsOf = (language: Language): Words => ({ t: translator(language), print: formatter(language) });
