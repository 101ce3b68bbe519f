import { sql } from "kysely";
import type { Db } from "../client.server";

/** Answers when the database does; throws otherwise. */
export async function getAnswer(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
