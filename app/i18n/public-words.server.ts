import { createI18n } from "./create-i18n";
import en from "./en";
import { publicSite as enPublic } from "./en/public";
import { formatter, type Format } from "./formatter";
import type { Language } from "./language";
import uk from "./uk";
import { publicSite as ukPublic } from "./uk/public";
import type { PublicTranslate } from "./catalogue";
import type { Words } from "./words";

/**
 * The public site speaks from a namespace of its own, beside the catalogue: its pages are drawn on the server alone, so no
 * browser loads its words (docs/decisions/0016).
 */
export const publicI18n = {
  uk: createI18n("uk", uk).addResourceBundle("uk", "public", ukPublic),
  en: createI18n("en", en).addResourceBundle("en", "public", enPublic),
};

/** Words of one language, with those of the public site as `p`. */
export interface PublicWords extends Words {
  p: PublicTranslate;
  print: Format;
}

export const publicWords = (language: Language): PublicWords => ({
  t: publicI18n[language].t, p: publicI18n[language].getFixedT(language, "public"), print: formatter(language),
});
