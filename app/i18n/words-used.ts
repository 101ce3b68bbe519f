/** Which words of the catalogue a piece of the browser's code speaks: found in its texts, so that nobody keeps a list. */

export interface Words {
  [key: string]: string | Words;
}

const PLURAL = /_(one|few|many|other)$/;

/** "plan.title": where a word stands; its plural forms are one word. */
const nameOf = (path: string): string => path.replace(PLURAL, "");

function pathsIn(words: Words, above = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [above + key] : pathsIn(value, `${above}${key}.`)));
}

export const namesOf = (catalogue: Words): string[] => [...new Set(pathsIn(catalogue).map(nameOf))];

/**
 * Names that stand in the code: whole ("plan.title"), as a part of the catalogue ("statuses.role") or as the beginning of
 * one that is composed (`scorecard.reading.${…}`). A text that only looks like one costs its bytes.
 */
export function wordsIn(code: string, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const texts = new Set([...code.matchAll(/["'`]([a-z]\w*\.[\w.]*)(["'`?]|\$\{)/gi)].map(([, text, end]) => (end === "${" ? `${text}…` : (text ?? ""))));
  for (const text of texts) {
    const start = text.replace("…", "");
    const isOpen = text !== start || start.endsWith(".") || start.endsWith("_");
    for (const name of names) if (name === start || name.startsWith(isOpen ? start : `${start}.`)) found.add(name);
  }
  return found;
}

/** The part of the catalogue that holds these names. */
export function pickWords(catalogue: Words, wanted: ReadonlySet<string>, above = ""): Words {
  const picked: Words = {};
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === "string") {
      if (wanted.has(nameOf(above + key))) picked[key] = value;
      continue;
    }
    const inside = pickWords(value, wanted, `${above}${key}.`);
    if (Object.keys(inside).length > 0) picked[key] = inside;
  }
  return picked;
}
