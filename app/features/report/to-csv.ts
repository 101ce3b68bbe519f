/**
 * A report table as CSV (cases C04, C11, C24): UTF-8 with a byte-order mark (without it Excel reads Cyrillic as
 * Windows-1251), comma, CRLF, one heading line. Figures are plain decimals, dot, no exponent, never quoted.
 *
 * The labels and the row count are columns of every row, so that the file stays one rectangle that any program
 * reads and a row copied elsewhere still says what it is. A table without rows leaves one line that holds the
 * labels and the count 0.
 */
import { cellOf, type ReportColumn, type ReportTable, type ReportValue } from "./report-table";

const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** what a spreadsheet takes for a formula, full-width forms and leading space included */
const FORMULA_START = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Throws RangeError where a figure or date is not written plainly: that is a fault of the builder, not of data. */
export function toCsv(table: ReportTable, rowCountLabel: string): string {
  const rowCount = String(table.rows.length);
  const tail = [...table.labels.map((label) => textCell(label.value)), rowCount];
  const columns = table.columns.filter((column) => !column.pageOnly);
  const heading = [...columns, ...table.labels].map((column) => textCell(column.label));
  const lines = table.rows.map((row) => columns.map((column) => csvCell(cellOf(row, column.key).value, column)));
  const body = lines.length > 0 ? lines : [columns.map(() => "")];
  return BYTE_ORDER_MARK + [[...heading, textCell(rowCountLabel)], ...body.map((line) => [...line, ...tail])].map((line) => line.join(",") + LINE_END).join("");
}

function csvCell(value: ReportValue, { key, kind }: ReportColumn): string {
  if (value === null) return "";
  if (kind === "number" || kind === "percent") return plain(value, PLAIN_DECIMAL, key);
  if (kind === "date") return plain(value, CALENDAR_DATE, key);
  return textCell(value);
}

/** The message goes to the log, which names columns and never values. */
function plain(value: string, form: RegExp, column: string): string {
  if (!form.test(value)) throw new RangeError(`column ${column} is not written plainly`);
  return value;
}

/** Text that a spreadsheet would run gets an apostrophe before it; "-5" is a number and stays one. */
function textCell(value: string): string {
  const safe = !PLAIN_DECIMAL.test(value) && FORMULA_START.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
