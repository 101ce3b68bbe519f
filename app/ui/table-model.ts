/**
 * A table as plain data: what a screen draws and an export writes. Cells hold printed words; what only a screen can
 * show (a bar, a tag) comes beside the words, never instead of them.
 */
import type { ReactNode } from "react";

export interface TableColumn {
  key: string;
  head: string;
  /** numbers stand right; a bar column gets a quarter of the width; a code never breaks */
  kind?: "text" | "number" | "bar" | "code";
}

export interface TableCell {
  text: string;
  href?: string;
  /** second, smaller line */
  detail?: string;
  strong?: boolean;
  /** drawn in place of the text on a screen */
  content?: ReactNode;
  /** language of the text when it is not the page's */
  lang?: string;
}

export type TableRow = { key: string; cells: Record<string, TableCell | string | null> };

export interface TableModel {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** drawn in the foot, adds up to the rows above (rule 13) */
  total?: TableRow;
}
