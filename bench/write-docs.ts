import { readFileSync, writeFileSync } from "node:fs";

/** Puts a text between the marks of its name; what stands outside them is written by people. Throws where there are none. */
export function between(page: string, name: string, text: string): string {
  const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`the page has no place for ${name}`);
  return `${page.slice(0, start + from.length)}\n${text}\n${page.slice(end)}`;
}

export function writeBetween(path: string, parts: Readonly<Record<string, string>>): void {
  const page = Object.entries(parts).reduce((text, [name, part]) => between(text, name, part), readFileSync(path, "utf8"));
  writeFileSync(path, page);
}
