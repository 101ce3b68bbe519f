/**
 * How the name of a body is compared: official names, abbreviations and aliases are folded to one form, so that
 * "Мін’юст", "мін'юст" and "МІН ЮСТ" are the same body. Source: shared model, alias_norm.
 */

/** Apostrophes, quotation marks and dashes are written in many ways and tell bodies apart in none of them. */
const MARKS = /['’ʼ`´‘"«»„“”\u2010-\u2015-]/g;
const SPACES = /[\s\u00a0\u202f]+/g;

/** The folded form: no spaces, no apostrophes, quotation marks or hyphens, small letters. */
export function foldAlias(text: string): string {
  return text.normalize("NFKC").replace(MARKS, "").replace(SPACES, "").toLocaleLowerCase("uk");
}
