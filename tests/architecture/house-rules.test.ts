import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { sourcesIn } from "./sources";

const product = sourcesIn("app", "bench", "db", "seeds");
const everything = [...product, ...sourcesIn("tests")].filter(({ path }) => path !== "tests/architecture/house-rules.test.ts");

const named = (found: { path: string }[]) => found.map(({ path }) => path);

it("the environment is read in one place", () => {
  const readers = product.filter(({ text }) => /process\.env|import\.meta\.env/.test(text));
  expect(named(readers)).toEqual(["app/env.server.ts"]);
});

it.each([
  ["any", /(:|<|\bas)\s*any\b|\bany\[\]/],
  ["switched-off checks", /@ts-(ignore|nocheck|expect-error)|eslint-disable/],
  ["unfinished work", /\b(TODO|FIXME|XXX|HACK)\b/],
  ["skipped or lonely tests", /\b(it|test|describe)\.(skip|only|todo)\b/],
])("no %s", (_what, pattern) => {
  expect(named(everything.filter(({ text }) => pattern.test(text)))).toEqual([]);
});

it("the domain asks neither clock nor chance and prints nothing", () => {
  const asking = product.filter(({ path, text }) => path.startsWith("app/domain/") && /\bnew Date\b|\bDate\.|Math\.random|Temporal\.Now|console\./.test(text));
  expect(named(asking)).toEqual([]);
});

it("the machine's clock is read by the command line alone", () => {
  const reading = product.filter(({ path, text }) => !path.startsWith("app/cli/") && /new Date\(\)|Date\.now\(\)|Temporal\.Now/.test(text));
  // a lock file says since when it is held
  expect(named(reading)).toEqual(["db/folder-lock.server.ts"]);
});

it("no barrel files", () => {
  const statements = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").split(";").map((part) => part.trim()).filter(Boolean);
  const barrels = product.filter(({ text }) => /^export \* from/m.test(text) || statements(text).every((part) => /^export .* from "/s.test(part)));
  expect(named(barrels)).toEqual([]);
});

it("files say what they hold: kebab-case, and none is a drawer", () => {
  const drawers = /^(utils?|helpers?|misc|common|manager|base|shared)\b/;
  const wrong = everything.filter(({ path }) => {
    const name = basename(path);
    const isRoute = path.startsWith("app/routes/") || path.startsWith("db/migrations/");
    return (!isRoute && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(name)) || (drawers.test(name) && !path.startsWith("app/i18n/"));
  });
  expect(named(wrong)).toEqual([]);
});

it("every migration is listed, in order", () => {
  const files = readdirSync("db/migrations").map((name) => name.replace(/\.ts$/, "")).sort();
  const listed = [...readFileSync("db/migrate.server.ts", "utf8").matchAll(/^ {2}"(\d{4}_\w+)":/gm)].map((match) => match[1]);
  expect(listed).toEqual(files);
});
