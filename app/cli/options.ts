import { parseArgs, type ParseArgsConfig } from "node:util";
import { Misuse } from "./cli";

type Names = readonly string[];

export interface Options<Value extends string, Flag extends string> {
  values: Partial<Record<Value, string>>;
  flags: Record<Flag | "json", boolean>;
  words: string[];
}

/** Reads `--name value`, `--flag` and bare words; every verb also knows --json. Throws Misuse on anything else. */
export function readOptions<Value extends string = never, Flag extends string = never>(
  args: string[],
  known: { values?: readonly Value[]; flags?: readonly Flag[]; words?: number },
): Options<Value, Flag> {
  const flagNames: Names = [...(known.flags ?? []), "json"];
  const options: ParseArgsConfig["options"] = {};
  for (const name of known.values ?? []) options[name] = { type: "string" };
  for (const name of flagNames) options[name] = { type: "boolean" };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? (error.message.split(". ")[0] ?? "") : "unknown option");
  }
  if (parsed.positionals.length > (known.words ?? 0)) throw new Misuse(`unexpected "${parsed.positionals.at(-1)}"`);
  const values: Record<string, string> = {};
  for (const name of known.values ?? []) {
    const value = parsed.values[name];
    if (typeof value === "string") values[name] = value;
  }
  const flags = Object.fromEntries(flagNames.map((name) => [name, parsed.values[name] === true]));
  return { values, flags, words: parsed.positionals } as Options<Value, Flag>;
}

/** The value of an option that must be there. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === "") throw new Misuse(`--${name} is missing`);
  return value;
}
