/**
 * Ditto marks: "the same as above" in the spellings of official tables: -"-, —"—, -„-, -//-, "-", »  and in words. A dash
 * alone is no ditto: it says that there is nothing.
 */
import { plainText } from "./plain-text";

const QUOTES = /["“”„‟«»″'’]{1,2}|\/\/|,,/g;
const WORDS = /^(те саме|теж саме|так само|там само)\.?$/;

export function isDitto(text: string): boolean {
  const plain = plainText(text);
  if (WORDS.test(plain)) return true;
  const quotes = plain.match(QUOTES) ?? [];
  return quotes.length > 0 && plain.replace(QUOTES, "").replace(/[-\s]/g, "") === "";
}
