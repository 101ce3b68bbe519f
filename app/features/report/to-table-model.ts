/** A report table as a page draws it: figures by locale, codes in words where the builder gave them, links. */
import type { Format } from "~/i18n/formatter";
import type { TableCell, TableColumn, TableModel, TableRow } from "~/ui/table-model";
import { cellOf, isFigure, type ColumnKind, type ReportRow, type ReportTable } from "./report-table";

export function toTableModel(table: ReportTable, print: Format): TableModel {
  const columns = table.columns.filter((column) => !column.fileOnly);
  const rowOf = (row: ReportRow, key: string): TableRow => ({
    key,
    cells: Object.fromEntries(columns.map((column) => [column.key, cellOnPage(row, column.key, column.kind, print)])),
  });
  return {
    caption: table.title,
    columns: columns.map(({ key, label, kind }): TableColumn => ({ key, head: label, kind: isFigure(kind) ? "number" : kind === "code" ? "code" : "text" })),
    rows: table.rows.map((row, index) => rowOf(row, String(index))),
    total: table.total && rowOf(table.total, "total"),
  };
}

function cellOnPage(row: ReportRow, key: string, kind: ColumnKind, print: Format): TableCell {
  const { value, shown, href, detail, lang, strong } = cellOf(row, key);
  return { text: shown ?? (value === null ? "" : printed(value, kind, print)), href, detail, lang, strong };
}

function printed(value: string, kind: ColumnKind, print: Format): string {
  switch (kind) {
    case "number":
      return print.number(value);
    case "percent":
      return print.percent(value);
    case "date":
      return print.date(value);
    default:
      return value;
  }
}
