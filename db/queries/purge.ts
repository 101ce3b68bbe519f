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

/** Shorter texts ("Done.") stand inside many others that have nothing to do with the act. */
const TELLING_LENGTH = 20;

/**
 * Deletes the rows that hold the text anywhere in their fields and returns how many; a short text must be the whole of
 * a field, so that a word's removal does not take what others are typing. Forms send line ends as CR LF, so carriage
 * returns are left out of the comparison.
 */
export async function deleteHoldersOf(trx: Trx, text: string): Promise<number> {
  const wanted = text.replaceAll("\r", "").trim();
  if (wanted === "") return 0;
  const isTelling = [...wanted].length >= TELLING_LENGTH;
  let deleted = 0;
  for (const [table, column] of Object.entries(HOLDERS)) {
    const result = await sql`delete from ${sql.table(table)} where exists (
      select from jsonb_path_query(${sql.ref(column)}, 'strict $.** ? (@.type() == "string")') as typed
      where case when ${isTelling} then position(${wanted} in replace(typed #>> '{}', chr(13), '')) > 0
        else btrim(replace(typed #>> '{}', chr(13), ''), E' \\t\\n') = ${wanted} end)`.execute(trx);
    deleted += Number(result.numAffectedRows ?? 0n);
  }
  return deleted;
}

/** How far a removal reaches: facts that point to the content, and other texts that contain it and would stay. */
export interface PurgeReach {
  uses: number;
  within: string[];
}

/** Equal texts are kept once, so one removal empties every fact that says the same; both persons are told before. */
export async function findPurgeReach(db: Db, digest: string): Promise<PurgeReach> {
  const columns = await sql<{ tbl: string; col: string }>`
    select c.relname as tbl, a.attname as col
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'content'::regclass and c.relname <> 'purge'`.execute(db);
  const counts = columns.rows.map(({ tbl, col }) => sql`select count(*) as n from ${sql.table(tbl)} where ${sql.ref(col)} = ${digest}`);
  const { rows: [used] } = await sql<{ n: number }>`select sum(n)::int8 as n from (${sql.join(counts, sql` union all `)}) t`.execute(db);
  const { rows: within } = await sql<{ digest: string }>`
    select other.digest from content it join content other on other.digest <> it.digest and position(it.body in other.body) > 0
    where it.digest = ${digest} and it.size_bytes > 0 and it.media_type like 'text/%' and other.media_type like 'text/%'
    order by other.digest limit 20`.execute(db);
  return { uses: used?.n ?? 0, within: within.map((row) => row.digest) };
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
