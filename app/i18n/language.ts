/** The languages people read the platform in. Ukrainian is the source; English is complete. */
export const LANGUAGES = ["uk", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = "uk";

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export const otherLanguage = (language: Language): Language => (language === "uk" ? "en" : "uk");

/** Name of the cookie that remembers the choice; readable by the page, it holds no secret. */
export const LANGUAGE_COOKIE = "lang";

/** One year, in seconds. */
const REMEMBERED_FOR = 31_536_000;

/** The cookie that remembers `language`, as a Set-Cookie (or document.cookie) value. */
export function languageCookie(language: Language, secure: boolean): string {
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${REMEMBERED_FOR}; SameSite=Lax${secure ? "; Secure" : ""}`;
}
