/** Addresses of the public site, in one place. Below /public; English ones begin with "en/", the rest is the same. */
import { otherLanguage, type Language } from "~/i18n/language";

export const PUBLIC_ROOT = "/public";

/** Of a page in its edition, the same in each language: "" (the scorecard), "tree", "measures/1.1.1". */
export type Place = string;

interface InEdition {
  planCode: string;
  periodKey: string;
  no: number;
}

const part = encodeURIComponent;

export const inLanguage = (address: string, language: Language) => (language === "uk" ? address : address === "" ? language : `${language}/${address}`);

/** The language an address is in, and the address without it. */
export function languageOf(address: string): { language: Language; rest: string } {
  const [, rest = ""] = /^en(?:\/(.*))?$/.exec(address) ?? [];
  return /^en(\/|$)/.test(address) ? { language: "en", rest } : { language: "uk", rest: address };
}

/** "plans/IBM-2030/2026/1", without language. */
export const editionAddress = ({ planCode, periodKey, no }: InEdition) => `plans/${part(planCode)}/${part(periodKey)}/${no}`;

export const pageAddress = (edition: InEdition, place: Place, language: Language) =>
  inLanguage(place === "" ? editionAddress(edition) : `${editionAddress(edition)}/${place}`, language);

/** As a link: "/public/en/plans/…". */
export const publicHref = (address: string) => (address === "" ? PUBLIC_ROOT : `${PUBLIC_ROOT}/${address}`);

export const indexHref = (language: Language) => publicHref(inLanguage("", language));
export const accessibilityHref = (language: Language) => publicHref(inLanguage("accessibility", language));
export const codeHref = (code: string, language: Language) => publicHref(inLanguage(`c/${code}`, language));
export const STYLESHEET = "style.css";
/** The list of digests of an edition, the same in each language. */
export const CHECKSUMS_FILE = "checksums.txt";

/** A table of a page as a file: "measures/1.1.1/indicators.csv". */
export const tablePlace = (place: Place, name: string): Place => (place === "" ? `${name}.csv` : `${place}/${name}.csv`);

/** The same page in the other language. */
export function otherLanguageHref(address: string): string {
  const { language, rest } = languageOf(address);
  return publicHref(inLanguage(rest, otherLanguage(language)));
}

/** What changed since the edition before; a first edition has no such page. */
export const CHANGES: Place = "changes";

export const nodePlace = (code: string): Place => `nodes/${part(code)}`;
export const measurePlace = (code: string): Place => `measures/${part(code)}`;
export const indicatorPlace = (code: string): Place => `indicators/${part(code)}`;

/** "K7Q-204" and the number of a page. */
export const pageCode = (editionCode: string, position: number) => `${editionCode}-${position}`;

/** A code as somebody typed it: "k7q-204-17", "K7Q204" (the scorecard), spaces and dashes of any kind. */
export function readCode(typed: string): { edition: string; position: number } | null {
  const plain = typed.trim().toUpperCase().replace(/[\s\u2010-\u2015\u2212]+/g, "-");
  const [, letters, figures, position] = /^([A-Z0-9]{3})-?(\d{3})(?:-(\d{1,6}))?$/.exec(plain) ?? [];
  return letters === undefined ? null : { edition: `${letters}-${figures}`, position: position === undefined ? 1 : Number(position) };
}

/** The place in a plan's edition that shows what an address of the application shows there; null = none. */
export function placeOf(href: string, { planCode }: Pick<InEdition, "planCode">): Place | null {
  const [path = ""] = href.split(/[?#]/);
  const plan = `/plans/${part(planCode)}`;
  if (path === plan) return "tree";
  if (!path.startsWith(`${plan}/`)) return null;
  const rest = path.slice(plan.length + 1);
  if (/^(nodes|measures|indicators)\/[^/]+$/.test(rest)) return rest;
  const [, list] = /^scorecard\/[^/]+(\/indicators)?$/.exec(rest) ?? [];
  return /^scorecard\//.test(rest) ? (list === undefined ? "" : "indicators") : null;
}
