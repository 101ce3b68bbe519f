import { DEFAULT_LANGUAGE, isLanguage, LANGUAGE_COOKIE, type Language } from "./language";

/** The language asked for in the address (`?lang=en`), or null: then a response must also remember it. */
export function askedLanguage(request: Request): Language | null {
  const asked = new URL(request.url).searchParams.get("lang");
  return isLanguage(asked) ? asked : null;
}

/**
 * The language to answer in: the address first, then the cookie, else Ukrainian. The browser's own list is
 * not asked, so that one address always opens in the same language for everyone who made no choice.
 */
export function readLanguage(request: Request): Language {
  return askedLanguage(request) ?? rememberedLanguage(request.headers.get("Cookie")) ?? DEFAULT_LANGUAGE;
}

function rememberedLanguage(cookies: string | null): Language | null {
  for (const pair of (cookies ?? "").split(";")) {
    const [name, value] = pair.trim().split("=");
    if (name === LANGUAGE_COOKIE && isLanguage(value)) return value;
  }
  return null;
}
