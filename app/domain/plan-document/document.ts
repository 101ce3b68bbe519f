/**
 * An official document as its readers hand it on, whatever file it came in: paragraphs and tables in their order. A table
 * is a grid: a merged cell stands where it begins, the places it covers are empty. Nothing is understood yet.
 */

export interface CellAddress {
  /** from 1, in the order of the document */
  table: number;
  /** from 1, as the file counts its rows */
  row: number;
  /** from 1 */
  column: number;
}

export interface DocumentCell {
  /** as written; a paragraph or line break is a line of its own */
  text: string;
  /** what the file keeps it as: a code or a name kept as a number or a date may have been damaged */
  stored: "text" | "number" | "percent" | "date";
}

export interface DocumentRow {
  no: number;
  /** one a grid column; empty text = nothing there, or covered by a merged cell */
  cells: DocumentCell[];
}

export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "table"; no: number; rows: DocumentRow[] }
  /** what the file hides and nobody would see on paper: not read, and told */
  | { kind: "hidden"; what: "rows" | "sheet"; name: string };
