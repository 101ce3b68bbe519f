import { parse } from "csv-parse/sync";
import type { Block } from "~/domain/plan-document/document";

/** Bytes that are no UTF-8 are Windows-1251: what Excel saves here. */
function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1251").decode(file);
  }
}

const DELIMITERS = [";", "\t", ","] as const;

/** What parts the most columns in the most lines. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 60).filter((line) => line !== "");
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0) }));
  return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ";";
}

/**
 * A CSV file as one table: UTF-8 with or without a byte-order mark, or Windows-1251; comma, semicolon or tab; quoted line
 * breaks stay in their cell. Everything in it is text. Throws the parser's error on a quote that never ends.
 */
export function readCsv(file: Uint8Array): Block[] {
  const text = textOf(file);
  const rows = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: false }) as string[][];
  return [{ kind: "table", no: 1, rows: rows.map((cells, index) => ({ no: index + 1, cells: cells.map((cell) => ({ text: cell, stored: "text" as const })) })) }];
}
