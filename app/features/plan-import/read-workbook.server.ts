import { Workbook, ValueType, type Cell } from "@cj-tech-master/excelts";
import type { Block, DocumentCell } from "~/domain/plan-document/document";

const NOTHING: DocumentCell = { text: "", stored: "text" };
/** digits that a stored number has of its own; the rest is how computers keep it */
const DIGITS = 15;

/**
 * The sheets of an .xlsx that are shown, each as one table; hidden sheets and rows are named and not read. Throws the
 * library's error where the file is no workbook.
 */
export async function readWorkbook(file: Uint8Array): Promise<Block[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(file));
  let tables = 0;
  return workbook.worksheets.flatMap((sheet): Block[] => {
    if (sheet.state !== "visible") return [{ kind: "hidden", what: "sheet", name: sheet.name }];
    const rows: Extract<Block, { kind: "table" }>["rows"] = [];
    const hidden: number[] = [];
    sheet.eachRow({ includeEmpty: true }, (row, no) => {
      if (row.hidden) hidden.push(no);
      else rows.push({ no, cells: Array.from({ length: sheet.columnCount }, (_, column) => cellOf(row.getCell(column + 1))) });
    });
    const told: Block[] = hidden.length === 0 ? [] : [{ kind: "hidden", what: "rows", name: `${sheet.name}: ${hidden.join(", ")}` }];
    return [...told, { kind: "table", no: (tables += 1), rows }];
  });
}

/** A merged cell stands where it begins; a formula says what it last came to. */
function cellOf(cell: Cell): DocumentCell {
  if (cell.type === ValueType.Merge) return NOTHING;
  const value = cell.type === ValueType.Formula ? cell.result : cell.value;
  if (typeof value === "number") {
    const isPercent = JSON.stringify(cell.numFmt ?? "").includes("%");
    return { text: isPercent ? `${plainDecimal(value * 100)}%` : plainDecimal(value), stored: isPercent ? "percent" : "number" };
  }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), stored: "date" };
  return value === null || value === undefined ? NOTHING : { text: cell.text, stored: "text" };
}

/** 310.5 as it is kept: "310.5", not "310.49999999999994". */
const plainDecimal = (value: number): string => Number(value.toPrecision(DIGITS)).toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: DIGITS });
