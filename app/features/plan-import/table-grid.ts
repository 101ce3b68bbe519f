/** Cells with their spans laid out on a grid: a merged cell stands where it begins, the places it covers are empty. */
import type { DocumentCell, DocumentRow } from "~/domain/plan-document/document";

export interface SpannedCell extends DocumentCell {
  rowSpan: number;
  columnSpan: number;
}

const NOTHING: DocumentCell = { text: "", stored: "text" };

/** `rows`: as the file lists them, each with the cells that begin in it. */
export function onGrid(rows: readonly (readonly SpannedCell[])[]): DocumentRow[] {
  const grid: (DocumentCell | undefined)[][] = rows.map(() => []);
  for (const [no, cells] of rows.entries()) {
    let column = 0;
    for (const { rowSpan, columnSpan, ...cell } of cells) {
      while (grid[no]?.[column] !== undefined) column += 1;
      for (let down = 0; down < rowSpan && no + down < rows.length; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) grid[no + down]![column + right] = down === 0 && right === 0 ? cell : NOTHING;
      }
      column += columnSpan;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row, index) => ({ no: index + 1, cells: Array.from({ length: width }, (_, column) => row[column] ?? NOTHING) }));
}
