/**
 * Values of an indicator as a plan's table gives them: a total and one a year. Decimal commas, spaces of every width between
 * thousands, a percent sign; "так" and "ні"; anything else is a state to be reached in words. Yearly numbers that add up to
 * the total are increments, a total equal to the last year is a level; where both hold, or neither, it is asked.
 */
import { exact, sum, ZERO, type Exact } from "../exact";
import { oneLine, plainText } from "./plain-text";

export type ValueText = { kind: "number"; value: Exact; isPercent: boolean } | { kind: "yes_no"; value: boolean } | { kind: "words"; text: string };

export interface IndicatorValues {
  total: ValueText | null;
  byYear: ReadonlyMap<number, ValueText>;
}

export type ValueMode = "increment" | "level" | "milestone" | "yesno";

const NUMBER = /^-?\d{1,3}(?: ?\d{3})*(?:[.,]\d+)?$|^-?\d+(?:[.,]\d+)?$/;

/** Null = nothing is planned. */
export function readValue(text: string): ValueText | null {
  const plain = plainText(text);
  if (plain === "" || plain === "-" || plain === "х" || plain === "x") return null;
  const isPercent = /%$|відсот[а-яі]*$/.test(plain);
  const bare = plain.replace(/ ?(?:%|відсот[а-яі]*)$/, "");
  if (NUMBER.test(bare)) return { kind: "number", value: exact(bare.replaceAll(" ", "").replace(",", ".")), isPercent };
  if (plain === "так" || plain === "ні") return { kind: "yes_no", value: plain === "так" };
  return { kind: "words", text: oneLine(text) };
}

export interface ReadMode {
  mode: ValueMode;
  /** ask: it could be the other one; total_differs: the years make neither of the two */
  doubt: "ask" | "total_differs" | null;
}

/** `name`: of the indicator: a share never adds up. */
export function modeOf({ total, byYear }: IndicatorValues, name: string): ReadMode {
  const all = [...byYear.values(), ...(total === null ? [] : [total])];
  // no value at all: the indicator is a state in words of its own
  if (all.length === 0 || all.some(({ kind }) => kind === "words")) return { mode: "milestone", doubt: null };
  if (all.some(({ kind }) => kind === "yes_no")) return { mode: "yesno", doubt: null };
  const years = [...byYear].sort(([a], [b]) => a - b).flatMap(([, value]) => (value.kind === "number" ? [value.value] : []));
  const isShare = /частка|відсот|%/.test(plainText(name)) || all.some((value) => value.kind === "number" && value.isPercent);
  if (total === null || total.kind !== "number") return { mode: isShare ? "level" : "increment", doubt: isShare ? null : "ask" };
  const adds = (years.length === 0 ? ZERO : sum(years)).equals(total.value);
  const isLast = years[years.length - 1]?.equals(total.value) ?? false;
  if (isShare) return { mode: "level", doubt: isLast ? null : "total_differs" };
  if (adds && isLast) return { mode: "increment", doubt: "ask" };
  if (adds) return { mode: "increment", doubt: null };
  return isLast ? { mode: "level", doubt: null } : { mode: "increment", doubt: "total_differs" };
}
