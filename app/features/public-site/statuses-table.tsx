import type { MeasureStatus } from "~/domain/facts";
import { cellOf, type ReportTable as Table } from "~/features/report/report-table";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { ReportTable } from "~/ui/report-table";
import { StatusTag } from "~/ui/status-tag";

/** A table with its statuses as tags. */
export function StatusesTable({ table, csvHref }: { table: Table; csvHref: string }) {
  const print = useFormat();
  const model = toTableModel(table, print);
  const rows = model.rows.map((row, index) => {
    const { value, shown = "" } = cellOf(table.rows[index] ?? {}, "status");
    const status = value === "not_evaluated" ? null : (value as MeasureStatus | null);
    return { ...row, cells: { ...row.cells, status: { text: shown, content: <StatusTag status={status} bare /> } } };
  });
  // words of a status wrap: only codes never break
  const columns = model.columns.map((column) => (column.kind === "code" ? { ...column, kind: "text" as const } : column));
  return <ReportTable table={{ ...model, columns, rows }} csvHref={csvHref} />;
}
