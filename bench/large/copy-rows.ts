import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | null;

export interface TableRows {
  table: string;
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
}

const PIECE = 65_536;

/** Rows as COPY reads them; the texts of the bench hold neither tabs nor backslashes. */
export function* copyText(rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece = "";
  for (const row of rows) {
    piece += `${row.map((cell) => (cell === null ? "\\N" : cell === true ? "t" : cell === false ? "f" : String(cell))).join("\t")}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/**
 * Loads tables one after another with guards, audit and foreign keys standing aside, which only a superuser may ask for and
 * only a database of the bench's own bears; then has the planner count what is there.
 */
export async function copyTables(url: string, tables: readonly TableRows[], say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set timezone to 'UTC'");
    for (const { table, columns, rows } of tables) {
      const into = client.query(copyFrom(`copy ${table} (${columns.map((column) => `"${column}"`).join(", ")}) from stdin`));
      await pipeline(Readable.from(copyText(rows)), into);
      say(`${table}: ${into.rowCount} rows`);
    }
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
