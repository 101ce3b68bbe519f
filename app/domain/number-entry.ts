/**
 * A number as a person types it (case C10): Ukrainian style by default (space groups, decimal comma), English style in
 * the English interface. What could be read two ways is read by the interface's language and shown for confirmation;
 * nothing is guessed in silence, and what is refused stays in the box as typed.
 * Bounds: 20 digits before the mark and 10 after it, as many as are stored.
 */

type EntryRefusal =
  | "percent_sign_in_count"
  | "exponent"
  | "foreign_digits"
  | "not_a_number"
  | "dash_only"
  | "broken_groups"
  | "too_many_digits";

type NumberEntry =
  | { kind: "blank" }
  /** plain decimal, dot, no exponent: "1234.5" */
  | { kind: "value"; value: string }
  | { kind: "needs_confirmation"; readAs: string }
  | { kind: "refused"; reason: EntryRefusal };

export interface EntryContext {
  locale: "uk" | "en";
  /** a percentage may carry its sign; anything else may not */
  as: "count" | "percentage";
}

const EDGE = /^[\s\u00A0\u202F\uFEFF]+|[\s\u00A0\u202F\uFEFF]+$/g;
/** plain, no-break, narrow no-break, thin and figure space: what separates groups */
const GROUP_SPACE = /[ \u00A0\u202F\u2009\u2007]/g;
const DASHES = /^[-\u2212\u2013\u2014\u2012]+$/;
/** minus as typed on a keyboard, and the true minus sign */
const MINUS = /^[-\u2212]/;
/** a dash that a word processor may have made of a minus */
const DASH_FOR_MINUS = /^[\u2012\u2013\u2014](?=[\d.,])/;
const MAX_WHOLE = 20;
const MAX_DECIMALS = 10;

export function readNumberEntry(typed: string, context: EntryContext): NumberEntry {
  const text = typed.replace(EDGE, "");
  if (text === "") return { kind: "blank" };
  if (DASHES.test(text)) return refused("dash_only");
  const { body, hasPercent } = withoutPercent(text);
  if (/\p{Nd}/u.test(body.replace(/[0-9]/g, ""))) return refused("foreign_digits");
  if (/^[+\-\u2212]?[\d.,]+[eE][+\-\u2212]?\d+$/.test(body)) return refused("exponent");
  const wasDash = DASH_FOR_MINUS.test(body);
  const negative = wasDash || MINUS.test(body);
  const digits = negative || body.startsWith("+") ? body.slice(1) : body;
  const read = readDigits(digits, context.locale);
  if (read.kind === "refused") return read;
  if (hasPercent && context.as !== "percentage") return refused("percent_sign_in_count");
  const value = normalised(read.value, negative);
  if (value === null) return refused("too_many_digits");
  return read.kind === "unclear" || wasDash ? { kind: "needs_confirmation", readAs: value } : { kind: "value", value };
}

function withoutPercent(text: string) {
  const body = text.replace(/[ \u00A0\u202F]?%$/, "");
  return { body, hasPercent: body !== text };
}

type Digits = { kind: "clear" | "unclear"; value: string } | { kind: "refused"; reason: EntryRefusal };

/** Unsigned digits with separators. `value` has a dot as its mark and no groups. */
function readDigits(text: string, locale: EntryContext["locale"]): Digits {
  const bySpaces = text.replace(GROUP_SPACE, " ");
  if (!/^[\d., ]*\d[\d., ]*$/.test(bySpaces)) return refused("not_a_number");
  if (bySpaces.includes(" ") && !/^\d{1,3}( \d{3})+([.,]\d+)?$/.test(bySpaces)) return refused("broken_groups");
  const plain = bySpaces.replaceAll(" ", "");
  const marks = plain.replace(/\d/g, "");
  if (marks === "") return { kind: "clear", value: plain };
  if (marks.length === 1) return oneMark(plain, marks, locale);
  return manyMarks(plain, marks, locale);
}

/** One comma or dot: the decimal mark, unless it may as well stand between thousands (never after a group of spaces: four digits). */
function oneMark(plain: string, mark: string, locale: EntryContext["locale"]): Digits {
  const [whole = "", part = ""] = plain.split(mark);
  if (part === "") return refused("broken_groups");
  const mayGroup = part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  const decimal = `${whole}.${part}`;
  if (locale === "uk") return { kind: mayGroup ? "unclear" : "clear", value: decimal };
  if (mark === ".") return { kind: "clear", value: decimal };
  // a comma in the English interface: thousands if it can be, else a Ukrainian decimal comma
  return { kind: "unclear", value: mayGroup ? whole + part : decimal };
}

/** Two kinds of marks: the last is the decimal one. One kind repeated: groups. */
function manyMarks(plain: string, marks: string, locale: EntryContext["locale"]): Digits {
  const last = marks.slice(-1);
  const isOneKind = new Set(marks).size === 1;
  const grouping = isOneKind ? last : last === "," ? "." : ",";
  const cut = isOneKind ? plain.length : plain.lastIndexOf(last);
  const whole = plain.slice(0, cut);
  const part = plain.slice(cut + 1);
  const groups = whole.split(grouping);
  const wellGrouped = /^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((group) => /^\d{3}$/.test(group));
  if (!wellGrouped || (!isOneKind && !/^\d+$/.test(part))) return refused("broken_groups");
  const isEnglish = locale === "en" && grouping === ",";
  return { kind: isEnglish ? "clear" : "unclear", value: groups.join("") + (isOneKind ? "" : `.${part}`) };
}

/** Leading and trailing zeros dropped, no negative zero; null when more digits than are stored. */
function normalised(value: string, negative: boolean): string | null {
  const [whole = "", part = ""] = value.split(".");
  const before = whole.replace(/^0+(?=\d)/, "") || "0";
  const after = part.replace(/0+$/, "");
  if (before.length > MAX_WHOLE || after.length > MAX_DECIMALS) return null;
  const plain = after === "" ? before : `${before}.${after}`;
  return negative && plain !== "0" ? `-${plain}` : plain;
}

const refused = (reason: EntryRefusal): { kind: "refused"; reason: EntryRefusal } => ({ kind: "refused", reason });
