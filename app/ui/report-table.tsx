/** Draws a TableModel: caption, scopes, numeric columns, sticky head, a scrolling region that keys can reach. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "./navigation";
import type { TableCell, TableColumn, TableModel, TableRow } from "./table-model";

interface ReportTableProps {
  table: TableModel;
  /** address of the same table as CSV */
  csvHref?: string;
  /** words for an empty table: what would stand here and why it does not */
  empty?: ReactNode;
  /** long tables scroll inside themselves, so that the head stays in sight */
  tall?: boolean;
  /** the caption is said elsewhere on the page */
  captionHidden?: boolean;
}

export function ReportTable({ table, csvHref, empty, tall = false, captionHidden = false }: ReportTableProps) {
  const { t } = useTranslation();
  return (
    <div className={tall ? "table-scroll table-scroll-tall" : "table-scroll"} tabIndex={0} role="region" aria-label={table.caption}>
      <table>
        <caption className={captionHidden ? "visually-hidden" : undefined}>
          <span className="caption-line">
            <span>{table.caption}</span>
            {csvHref ? (
              <a className="push-end no-print" href={csvHref} download>
                {t("csv.link")}
                <span className="visually-hidden">: {t("csv.linkFor", { caption: table.caption })}</span>
              </a>
            ) : null}
          </span>
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={columnClass(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.key} row={row} columns={table.columns} />
          ))}
          {table.rows.length === 0 ? (
            <tr>
              <td colSpan={table.columns.length} className="muted">
                {empty ?? t("common.none")}
              </td>
            </tr>
          ) : null}
        </tbody>
        {table.total ? (
          <tfoot>
            <Row row={table.total} columns={table.columns} />
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function columnClass(column: TableColumn): string | undefined {
  return column.kind === "number" ? "num" : column.kind === "bar" ? "table-bar" : column.kind === "code" ? "row-code nowrap" : undefined;
}

function Row({ row, columns }: { row: TableRow; columns: readonly TableColumn[] }) {
  return (
    <tr>
      {columns.map((column, index) => {
        const cell = row.cells[column.key] ?? null;
        const whole: TableCell = cell === null ? { text: "" } : typeof cell === "string" ? { text: cell } : cell;
        const className = [columnClass(column), whole.strong ? "strong" : undefined].filter(Boolean).join(" ") || undefined;
        return index === 0 ? (
          <th key={column.key} scope="row" className={className}>
            <Cell cell={whole} />
          </th>
        ) : (
          <td key={column.key} className={className}>
            <Cell cell={whole} />
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { cell: TableCell }) {
  const words = cell.content ?? <span lang={cell.lang}>{cell.text}</span>;
  return (
    <>
      {cell.href ? <Link to={cell.href}>{words}</Link> : words}
      {cell.detail ? <div className="cell-detail">{cell.detail}</div> : null}
    </>
  );
}
