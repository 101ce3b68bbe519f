/**
 * Words in the browser: each page waits for those it speaks, in one language; the other language comes when it is asked
 * for. The build finds them and writes the calls that wait (catalogue-chunks.plugin.ts).
 */
import type { i18n } from "i18next";
import type { Catalogue } from "./catalogue";
import { createI18n } from "./create-i18n";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./language";

/** of a chunk of words, by language; none where there is nothing to say */
type Addresses = Partial<Record<Language, string>>;

/** the whole catalogue, for a word that the build did not foresee; the build puts it here */
declare const __ALL_WORDS__: Addresses;

const asked = new Set<Addresses>();
const loaded = new Map<string, object>();
let running: i18n | null = null;

/** Waits for the words of a page, in its language. */
export async function loadWords(words: Addresses): Promise<void> {
  asked.add(words);
  const { lang } = document.documentElement;
  await fill(isLanguage(lang) ? lang : DEFAULT_LANGUAGE);
}

/** The page's words with all that was loaded so far; what is loaded later is added to them. */
export function startI18n(language: Language): i18n {
  running = createI18n(language, {} as Catalogue);
  for (const [address, words] of loaded) if (isOf(language, address)) add(language, words);
  running.options.saveMissing = true; // or nobody is told of a missing word
  running.on("missingKey", () => void loadWords(__ALL_WORDS__));
  return running;
}

/** Turns a running page to another language in place; what is typed in its forms stays. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  await fill(language);
  await instance.changeLanguage(language);
}

async function fill(language: Language): Promise<void> {
  const addresses = [...asked].flatMap((each) => each[language] ?? []);
  await Promise.all(addresses.map(async (address) => {
    if (loaded.has(address)) return;
    const { default: words } = (await import(/* @vite-ignore */ address)) as { default: object };
    loaded.set(address, words);
    add(language, words);
  }));
}

const isOf = (language: Language, address: string): boolean => [...asked].some((each) => each[language] === address);

function add(language: Language, words: object): void {
  running?.addResourceBundle(language, "translation", words, true, true);
}
