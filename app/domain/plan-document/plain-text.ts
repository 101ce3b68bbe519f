/**
 * Text of an official document as the readers of its parts take it: spaces of every width as one, dashes and apostrophes of
 * every kind as one, Latin letters that stand for Cyrillic ones in numerals told apart by the readers themselves. The
 * wording that is kept is the document's own; this is only for recognising.
 */

const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9`´]/g;

/** "  І\u00a0квартал 2024–2025 " → "і квартал 2024-2025" */
export const plainText = (text: string): string => text.replace(SPACES, " ").replace(DASHES, "-").replace(APOSTROPHES, "'").trim().toLowerCase();

/** As it is kept: the document's own words, its line breaks and wide spaces as single ones. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
