/**
 * The one table that every format sees: a page shows it, a file carries it, neither knows what it is about.
 * Values are plain ("1234.5", "2026-11-24", a code); words are in the reader's language. "Every figure that
 * leaves the system carries plan version, basis, rules version, cut-off, as-of time and ceiling" (calculation
 * rules, opening): `labels`, as one row of name and value each.
 */

/** number, percent: plain decimals, dot, no exponent; percent 64.6 = 64.6 %. date: YYYY-MM-DD. code: as in the glossary. */
export type ColumnKind = "text" | "number" | "percent" | "date" | "code";

export interface ReportColumn {
  key: string;
  /** heading in the reader's language */
  label: string;
  kind: ColumnKind;
  /** told on the page in another way (beside the value, as a tag), so only a file has it */
  fileOnly?: true;
  /** words for a page that a file has no use for (the unit is in its own column) */
  pageOnly?: true;
}

/** A blank is null and stays blank; "0" is a value (rule 6). */
export type ReportValue = string | null;

/** A value that looks otherwise on a page ("not_reported" → "не подано") or leads somewhere. */
export interface ReportCell {
  value: ReportValue;
  shown?: string;
  href?: string;
  /** second, smaller line on a page */
  detail?: string;
  /** language of the text when it is not the page's */
  lang?: string;
  strong?: boolean;
}

export type ReportRow = Readonly<Record<string, ReportValue | ReportCell>>;

export interface ReportLabel {
  key: string;
  label: string;
  value: string;
}

export interface ReportTable {
  /** file name without ending: latin letters, digits, dashes */
  name: string;
  title: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  /** last line of a table that adds up; never a row of a file */
  total?: ReportRow;
  notes: string[];
  labels: ReportLabel[];
}

/** A column; `on`: where it is told, where not in both. */
export const column = (key: string, label: string, kind: ColumnKind = "text", on?: "page" | "file"): ReportColumn => ({
  key, label, kind, ...(on === "page" ? { pageOnly: true as const } : on === "file" ? { fileOnly: true as const } : {}),
});

/** A printed code as part of a file's name: "SO1.M1.I1" → "so1-m1-i1". */
export const fileNameOf = (code: string) => code.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** The cell of a row, whichever way it was written; a column without one is blank. */
export function cellOf(row: ReportRow, key: string): ReportCell {
  const cell = row[key] ?? null;
  return cell === null || typeof cell === "string" ? { value: cell } : cell;
}

/** Kinds that are set to the right, heading included. */
export const isFigure = (kind: ColumnKind) => kind === "number" || kind === "percent";
