import { sql } from "kysely";
import type { Db } from "~db/client.server";

/** Names of tables in which any column of any row, read as text or as bytes, still holds `words`. */
export async function tablesHolding(db: Db, words: string): Promise<string[]> {
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const hex = Buffer.from(words, "utf8").toString("hex");
  const holding: string[] = [];
  for (const { name } of tables.rows) {
    // a row as text shows bytea as hexadecimal digits
    const { rows } = await sql<{ hit: boolean }>`select exists (select from ${sql.table(name)} r
      where position(${words} in r::text) > 0 or position(${hex} in r::text) > 0) as hit`.execute(db);
    if (rows[0]?.hit) holding.push(name);
  }
  return holding;
}
