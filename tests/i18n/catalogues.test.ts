/** Both catalogues say the same things: same keys, same placeholders, nothing empty, every plural form there. */
import { describe, expect, it } from "vitest";
import en from "../../app/i18n/en";
import { publicSite as publicEn } from "../../app/i18n/en/public";
import uk from "../../app/i18n/uk";
import { publicSite as publicUk } from "../../app/i18n/uk/public";
import { ERROR_KINDS } from "../../app/domain/errors";
import { WEB_CODES } from "../../app/web/web-code";

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [[here, value] as [string, string]] : leaves(value, here);
  });
}

const PLURAL = /_(one|few|many|other)$/;
const stem = (key: string) => key.replace(PLURAL, "");
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map(([, name]) => name).sort();
// the words of the public site stand beside the catalogue and keep the same rules
const inUkrainian = leaves({ ...uk, public: publicUk });
const inEnglish = leaves({ ...en, public: publicEn });

describe("catalogues", () => {
  it("have the same keys, plural forms apart", () => {
    const keys = (all: [string, string][]) => [...new Set(all.map(([key]) => stem(key)))].sort();
    expect(keys(inEnglish)).toEqual(keys(inUkrainian));
  });

  it("have no empty message", () => {
    expect([...inUkrainian, ...inEnglish].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("use the same placeholders in both languages", () => {
    const english = new Map(inEnglish.map(([key, text]) => [key, text]));
    const differing = inUkrainian
      .filter(([key]) => english.has(key))
      .filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? "").join())
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it("have every plural form of their language", () => {
    const missing = (all: [string, string][], forms: string[]) => {
      const keys = new Set(all.map(([key]) => key));
      // one form alone is no plural but a word that happens to end so
      const plurals = new Set([...keys].filter((key) => PLURAL.test(key)).map(stem).filter((key) => forms.filter((form) => keys.has(`${key}_${form}`)).length > 1));
      return [...plurals].flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key));
    };
    expect(missing(inUkrainian, ["one", "few", "many", "other"])).toEqual([]);
    expect(missing(inEnglish, ["one", "other"])).toEqual([]);
  });

  it("write Ukrainian with its own apostrophe and quotes", () => {
    expect(inUkrainian.filter(([, text]) => /['"“”]/.test(text)).map(([key]) => key)).toEqual([]);
  });

  it("have no Ukrainian letters in English except names of the language", () => {
    expect(inEnglish.filter(([key, text]) => /[а-яіїєґ]/i.test(text) && !key.endsWith(".uk")).map(([key]) => key)).toEqual([]);
  });

  it("have a sentence for every refusal of the domain and of the web layer", () => {
    const codes = [...Object.keys(ERROR_KINDS), ...WEB_CODES];
    const said = new Set(inUkrainian.map(([key]) => key));
    expect(codes.filter((code) => !said.has(`errors.reason.${code}`))).toEqual([]);
  });
});
