/** Words that a page carries are found in its code; what the server says by a code has to be named, and this looks whether it is. */
import { describe, expect, it } from "vitest";
import { SAID_BY_CODES } from "~/i18n/catalogue-chunks.plugin";
import en from "~/i18n/en";
import uk from "~/i18n/uk";
import { namesOf, pickWords, wordsIn, type Words } from "~/i18n/words-used";
import { sourcesIn } from "../architecture/sources";

const catalogue: Words = {
  plan: { title: "План", state: { open: "відкрито", closed: "закрито" }, left_one: "{{count}} день", left_few: "{{count}} дні", kind_map: "мапа", kind_list: "список" },
  planning: { title: "Планування" },
  home: { title: "Робота" },
};
const names = namesOf(catalogue);
const found = (code: string) => [...wordsIn(code, names)].sort();

describe("a word is found in the code", () => {
  it.each([
    ["by its name", 't("plan.title")', ["plan.title"]],
    ["in other quotes", "l('home.title'),m(`plan.title`)", ["home.title", "plan.title"]],
    ["all plural forms as one", 't("plan.left",{count:n})', ["plan.left"]],
    ["by the part it stands in", 'choices("plan.state")', ["plan.state.closed", "plan.state.open"]],
    ["by the beginning of a composed name", "t(`plan.state.${x}`)", ["plan.state.closed", "plan.state.open"]],
    ["by a beginning inside a key", "t(`plan.kind_${x}`)", ["plan.kind_list", "plan.kind_map"]],
    ["by a beginning that is added to", '"plan.state."+x', ["plan.state.closed", "plan.state.open"]],
    ["in a code with values", '"plan.title?max=3"', ["plan.title"]],
  ])("%s", (_how, code, expected) => expect(found(code)).toEqual(expected));

  it.each([["another topic of a longer name", '"planning.title"', ["planning.title"]], ["an address", '"/plan.title"', []], ["a property", "plan.title", []], ["what the catalogue lacks", '"plan.none"', []]])(
    "and not %s", (_what, code, expected) => expect(found(code)).toEqual(expected));
});

describe("the part of a catalogue", () => {
  it("holds what is wanted in its place, with every plural form, and nothing else", () => {
    expect(pickWords(catalogue, new Set(["plan.left", "plan.state.open"]))).toEqual({ plan: { left_one: "{{count}} день", left_few: "{{count}} дні", state: { open: "відкрито" } } });
  });

  it("is all of it when all is wanted, in both languages", () => {
    const all = new Set(namesOf(uk));
    expect([pickWords(uk, all), pickWords(en, all)]).toEqual([uk, en]);
  });
});

it("every code the server says is among those that come along with a page", () => {
  const SAID = /(?:\b(?:message|error|messageKey)\s*:\s*|messageCode\(|new Refused\([^)"]*(?:"[a-z_]+",\s*)?)["'`]([a-z]\w*\.[\w.]+)/g;
  const said = sourcesIn("app").flatMap(({ path, text }) => [...text.matchAll(SAID)].map(([, code = ""]) => `${code} (${path})`));
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((code) => !SAID_BY_CODES.some((part) => code.startsWith(`${part}.`)))).toEqual([]);
});
