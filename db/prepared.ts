import { createHash } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";

const MARK = "/* prepared */";

/** First in a query whose text is always the same: each connection to PostgreSQL then parses and plans it once. */
export const PREPARED = sql.raw(MARK);

const names = new Map<string, string>();

/** Gives marked queries of a connection a name, which is what makes PostgreSQL keep them. */
export function prepareMarked(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const naming = (text: unknown, values: unknown, ...rest: unknown[]) =>
    typeof text === "string" && text.startsWith(MARK) ? query({ name: nameOf(text), text, values }, ...rest) : query(text, values, ...rest);
  client.query = naming as pg.ClientBase["query"];
}

function nameOf(text: string): string {
  const name = names.get(text) ?? `q_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}
