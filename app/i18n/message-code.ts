import type { Translate } from "./catalogue";

/**
 * A message travels as a code, so that it can be read in whichever language the page is in: a key of the
 * catalogue and, after "?", its values: `messageCode("errors.tooHigh", { max: "100" })`.
 */
export function messageCode(key: string, values: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
  return query ? `${key}?${query}` : key;
}

/** The words of a code; a text that is no code comes back as it is. */
export function messageText(t: Translate, code: string): string {
  const [key = "", query = ""] = code.split("?", 2);
  const values: Record<string, string | number> = Object.fromEntries(new URLSearchParams(query));
  if ("count" in values) values.count = Number(values.count);
  // The key is only known at run time: the schema that wrote it was checked by its own test.
  const translate = t as unknown as (key: string, options: Record<string, unknown>) => string;
  return translate(key, { ...values, defaultValue: code });
}
