import { sql } from "kysely";
import type { Db } from "../client.server";
import { PREPARED } from "../prepared";

/** Answers when the database does; throws otherwise. */
export async function getAnswer(db: Db): Promise<void> {
  await sql`${PREPARED} select 1`.execute(db);
}
