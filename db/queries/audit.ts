import { sql } from "kysely";
import type { Db, Trx } from "../client.server";
import type { Json } from "../schema";

/** A place in the chain: noted elsewhere, it later shows whether the tail was cut or history rewritten. */
export interface ChainHead {
  seq: number;
  hash: string;
}

export interface AuditEntryRow {
  seq: number;
  at: string;
  actorId: string | null;
  action: string;
  rowTable: string | null;
  rowKey: string | null;
  detail: Json | null;
}

/**
 * Records an act that leaves no row of its own (an export, a reading of restricted items). Call it last in the
 * transaction: it takes the chain's lock until commit. `detail` is kept for ever, so names and texts stay out of it.
 */
export async function recordAct(trx: Trx, action: string, detail: Json | null = null): Promise<void> {
  const json = detail === null ? null : JSON.stringify(detail);
  await sql`select audit_append(${action}, null, null, null, ${json}::jsonb)`.execute(trx);
}

/** The newest entry, or null for an empty chain. */
export async function currentHead(db: Db): Promise<ChainHead | null> {
  const row = await db.selectFrom("audit_entry").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row ? { seq: row.seq, hash: row.hash } : null;
}

interface AuditFilter {
  /** entries older than this place, for the next page */
  beforeSeq?: number;
  actorId?: string;
  action?: string;
  rowTable?: string;
  /** instants, from inclusive, to exclusive */
  from?: string;
  to?: string;
}

/** Entries from newest to oldest, at most `limit`. */
export async function listAuditEntries(db: Db, filter: AuditFilter, limit: number): Promise<AuditEntryRow[]> {
  const { beforeSeq, actorId, action, rowTable, from, to } = filter;
  let query = db.selectFrom("audit_entry").select(["seq", "at", "actor_id", "action", "row_table", "row_key", "detail"]);
  if (beforeSeq !== undefined) query = query.where("seq", "<", beforeSeq);
  if (actorId) query = query.where("actor_id", "=", actorId);
  if (action) query = query.where("action", "=", action);
  if (rowTable) query = query.where("row_table", "=", rowTable);
  if (from) query = query.where("at", ">=", from);
  if (to) query = query.where("at", "<", to);
  const rows = await query.orderBy("seq", "desc").limit(limit).execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    rowTable: row.row_table,
    rowKey: row.row_key,
    detail: row.detail,
  }));
}
