import { sql } from "kysely";
import type { Db, Trx } from "../client.server";

export interface PurgeRow {
  id: string;
  digest: string;
  actNo: string;
  actOn: string;
  requestedBy: string;
  confirmedBy: string | null;
}

/** The purge, locked until the end of the transaction, or null. */
export async function lockPurge(trx: Trx, id: string): Promise<PurgeRow | null> {
  const row = await trx.selectFrom("purge").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row ? purgeRow(row) : null;
}

/** Purges that wait for their second person, oldest first. */
export async function listOpenPurges(db: Db): Promise<PurgeRow[]> {
  const rows = await db.selectFrom("purge").selectAll().where("confirmed_at", "is", null).orderBy("requested_at").execute();
  return rows.map(purgeRow);
}

/** Whether the content is there with its body, emptied, or unknown. */
export async function findContentState(db: Db, digest: string): Promise<"kept" | "purged" | null> {
  const row = await db.selectFrom("content").select("purge_id").where("digest", "=", digest).executeTakeFirst();
  return row ? (row.purge_id === null ? "kept" : "purged") : null;
}

export async function insertPurge(
  trx: Trx,
  purge: { digest: string; actNo: string; actOn: string; requestedBy: string; now: string },
): Promise<string> {
  const { id } = await trx
    .insertInto("purge")
    .values({
      digest: purge.digest,
      act_no: purge.actNo,
      act_on: purge.actOn,
      requested_by: purge.requestedBy,
      requested_at: purge.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Confirms the purge and empties the body; the database refuses one person in both places. */
export async function setPurgeConfirmed(trx: Trx, purge: PurgeRow, by: { userId: string; now: string }): Promise<void> {
  await trx.updateTable("purge").set({ confirmed_by: by.userId, confirmed_at: by.now }).where("id", "=", purge.id).execute();
  await trx.updateTable("content").set({ body: null, purge_id: purge.id }).where("digest", "=", purge.digest).execute();
}

/** What people are still typing, or a notice not yet sent, may hold a text: table → its jsonb column. */
const HOLDERS = { draft: "body", kept_post: "fields", outbox: "subject" } as const;

/**
 * Deletes the rows that hold the text anywhere in their fields and returns how many. Forms send line ends as CR LF,
 * so carriage returns are left out of the comparison.
 */
export async function deleteHoldersOf(trx: Trx, text: string): Promise<number> {
  const wanted = text.replaceAll("\r", "").trim();
  if (wanted === "") return 0;
  let deleted = 0;
  for (const [table, column] of Object.entries(HOLDERS)) {
    const result = await sql`delete from ${sql.table(table)} where exists (
      select from jsonb_path_query(${sql.ref(column)}, 'strict $.** ? (@.type() == "string")') as typed
      where position(${wanted} in replace(typed #>> '{}', chr(13), '')) > 0)`.execute(trx);
    deleted += Number(result.numAffectedRows ?? 0n);
  }
  return deleted;
}

function purgeRow(row: {
  id: string;
  digest: string;
  act_no: string;
  act_on: string;
  requested_by: string;
  confirmed_by: string | null;
}): PurgeRow {
  return {
    id: row.id,
    digest: row.digest,
    actNo: row.act_no,
    actOn: row.act_on,
    requestedBy: row.requested_by,
    confirmedBy: row.confirmed_by,
  };
}
