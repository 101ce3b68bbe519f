/**
 * What the columns of a plan's table are, found by what their heading says and not by their place: Ukrainian and English
 * wordings, one to three heading rows, headings merged over several columns, years with or without "рік". A column nobody
 * recognises is named, never guessed.
 */
import type { DocumentRow } from "./document";
import { plainText } from "./plain-text";

export type ColumnRole =
  | "number" | "task" | "measure" | "indicator" | "unit" | "deadline" | "executors" | "lead" | "co_executors" | "funding_source" | "data_source"
  | "value_total" | "value_year" | "funding_total" | "funding_year";

export interface Column {
  role: ColumnRole;
  /** grid column, from 0 */
  index: number;
  /** of a year's value or funding */
  year: number | null;
}

export interface Columns {
  found: Column[];
  /** headings that say nothing known, each with its column */
  unknown: { index: number; heading: string }[];
  /** of money, where the heading says so */
  fundingUnit: "mln_uah" | "thsd_uah" | null;
  /** rows of the table that are its heading: from, and one after the last */
  from: number;
  to: number;
}

/** Above the years: what they are years of. */
type Group = "value" | "funding";

const YEAR = /^((?:19|20|21)\d{2})(?: ?(?:рік|р\.?|року))?$/;
const TOTAL = /^(усього|всього|разом|загалом|total)(?:[ ,]|$)/;
const DEEPEST = 3;

/** In order: the first that fits. */
const ROLES: readonly [RegExp, Exclude<ColumnRole, "value_total" | "value_year" | "funding_total" | "funding_year"> | Group][] = [
  [/^№|^номер|^no\.?$|^number$|^n з\/п/, "number"],
  [/джерел[а-яіо]* (?:даних|інформації)|data source/, "data_source"],
  [/джерел[а-яіо]* фінанс|fund(?:ing)? source|source of fund/, "funding_source"],
  [/(?:обсяг|потреб)[а-яі]*.*(?:фінанс|ресурс|кошт)|фінансуванн|funding|budget/, "funding"],
  [/співвикон|co-?executor/, "co_executors"],
  [/головн[а-яі]* викон|lead/, "lead"],
  [/викон(?:авц|авець)|відповідальн|executor|responsible/, "executors"],
  [/строк|термін|deadline|due/, "deadline"],
  [/(?:значення|величина).*(?:індикатор|показник)|(?:індикатор|показник)[а-яіу]*.*значення|target|value/, "value"],
  [/одиниц[а-яі]* вимір|unit/, "unit"],
  [/індикатор|показник|indicator/, "indicator"],
  [/захід|заход|measure|action/, "measure"],
  [/завдання|task|objective/, "task"],
];

/** Null = the rows hold no heading of a plan. */
export function findColumns(rows: readonly DocumentRow[]): Columns | null {
  for (let from = 0; from < rows.length; from += 1) {
    const found = headingAt(rows, from);
    if (found !== null) return found;
  }
  return null;
}

/** A heading names the measures and something said of them, each in a cell of its own. */
function headingAt(rows: readonly DocumentRow[], from: number): Columns | null {
  const top = rows[from];
  if (top === undefined) return null;
  const roles = top.cells.map(({ text }) => roleOf(plainText(text)));
  const isHeading = roles.includes("measure") && roles.some((role) => role === "indicator" || role === "executors" || role === "lead" || role === "deadline");
  if (!isHeading) return null;
  let to = from + 1;
  while (to - from < DEEPEST && rows[to] !== undefined && isSubHeading(rows[to]!)) to += 1;
  // a row that only numbers the columns belongs to the heading
  const isNumbering = rows[to] !== undefined && rows[to]!.cells.filter(({ text }) => text.trim() !== "").every(({ text }, index) => text.trim() === String(index + 1)) && rows[to]!.cells.some(({ text }) => text.trim() !== "");
  const read = columnsOf(rows.slice(from, to));
  return { ...read, from, to: isNumbering ? to + 1 : to };
}

/** Years and totals below a heading that is merged over them. */
const isSubHeading = ({ cells }: DocumentRow): boolean => {
  const words = cells.map(({ text }) => plainText(text)).filter((text) => text !== "");
  return words.length > 0 && words.every((text) => YEAR.test(text) || TOTAL.test(text) || roleOf(text) === "lead" || roleOf(text) === "co_executors" || /^(у тому числі|за роками|в тому числі)/.test(text));
};

function columnsOf(heading: readonly DocumentRow[]): Pick<Columns, "found" | "unknown" | "fundingUnit"> {
  const width = Math.max(...heading.map(({ cells }) => cells.length));
  const found: Column[] = [];
  const unknown: Columns["unknown"] = [];
  let fundingUnit: Columns["fundingUnit"] = null;
  let group: Group | null = null;
  for (let index = 0; index < width; index += 1) {
    const path = heading.map(({ cells }) => plainText(cells[index]?.text ?? "")).filter((text) => text !== "");
    if (path.length === 0) continue;
    const [first = ""] = path;
    const last = path[path.length - 1] ?? "";
    const own = path.map(roleOf).filter((role) => role !== null);
    const topRole = roleOf(first);
    // a heading of its own ends the group to its left
    if (topRole === "value" || topRole === "funding") {
      group = topRole;
      if (topRole === "funding") fundingUnit = unitOf(first);
    } else if (topRole !== null) group = null;
    const year = YEAR.exec(last)?.[1];
    if (group !== null && (year !== undefined || TOTAL.test(last) || last === first)) {
      found.push({ role: `${group}_${year === undefined ? "total" : "year"}`, index, year: year === undefined ? null : Number(year) });
      continue;
    }
    const role = own[own.length - 1];
    if (role === undefined || role === "value" || role === "funding") unknown.push({ index, heading: path.join(" / ") });
    else found.push({ role, index, year: null });
  }
  return { found, unknown, fundingUnit };
}

const roleOf = (text: string) => (text === "" ? null : (ROLES.find(([words]) => words.test(text))?.[1] ?? null));
const unitOf = (text: string): Columns["fundingUnit"] => (/млн|мільйон|million/.test(text) ? "mln_uah" : /тис|thousand/.test(text) ? "thsd_uah" : null);
