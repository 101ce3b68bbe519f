import { sql } from "kysely";
import type { Db, Trx } from "../client.server";
import { type ChainHead, currentHead } from "./audit";

/** What a check of the chain found; every kind has a sentence where it is shown. */
export type AuditProblem =
  /** an entry's own hash, its link to the one before or its number does not fit */
  | { kind: "chain_broken"; seq: number }
  /** a row differs from what was recorded, is gone, or was never recorded */
  | { kind: "row_changed" | "row_removed" | "row_added"; table: string; key: string; seq: number | null }
  /** a text or file is not what its digest says, or was emptied without a confirmed purge */
  | { kind: "content_changed" | "content_emptied"; table: "content"; key: string }
  /** a guard or audit trigger of the table is switched off or gone */
  | { kind: "guard_off"; table: string }
  /** the noted head is beyond the last entry, or another entry stands in its place */
  | { kind: "tail_cut"; seq: number }
  | { kind: "history_rewritten"; seq: number };

export interface AuditReport {
  entries: number;
  /** rows of audited tables compared with the chain */
  rows: number;
  head: ChainHead | null;
  problems: AuditProblem[];
}

interface AuditedTable {
  name: string;
  /** column lists as the trigger holds them: "measurement_id,no" */
  key: string;
  omitted: string;
  columns: string[];
}

/**
 * Recomputes the whole chain, the digest of every recorded row and of every body, in one snapshot, so that it can
 * run while people work. `noted` is a head written down earlier: without it a cut tail of acts cannot be seen.
 */
export async function verifyAudit(db: Db, noted?: ChainHead): Promise<AuditReport> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const tables = await auditedTables(trx);
      const problems = [...(await brokenLinks(trx)), ...(noted ? await againstNoted(trx, noted) : [])];
      problems.push(...(await missingGuards(trx, tables)));
      let rows = 0;
      for (const table of tables) {
        const compared = await differingRows(trx, table);
        rows += compared.rows;
        problems.push(...compared.problems);
      }
      problems.push(...(await differingContent(trx)));
      const { entries } = await trx
        .selectFrom("audit_entry")
        .select((build) => build.fn.countAll<number>().as("entries"))
        .executeTakeFirstOrThrow();
      return { entries, rows, head: await currentHead(trx), problems };
    });
}

async function brokenLinks(trx: Trx): Promise<AuditProblem[]> {
  const { rows } = await sql<{ seq: number }>`
    select seq from (
      select *, lag(seq, 1, 0::bigint) over chain as seq_before, lag(hash, 1, repeat('0', 64)) over chain as hash_before
      from audit_entry window chain as (order by seq)) e
    where prev_hash <> hash_before or seq <> seq_before + 1
      or hash <> audit_hash(prev_hash, seq, at, actor_id, action, row_table, row_key, row_digest, detail)
    order by seq`.execute(trx);
  return rows.map(({ seq }) => ({ kind: "chain_broken", seq }));
}

async function againstNoted(trx: Trx, noted: ChainHead): Promise<AuditProblem[]> {
  const entry = await trx.selectFrom("audit_entry").select("hash").where("seq", "=", noted.seq).executeTakeFirst();
  if (entry?.hash === noted.hash) return [];
  return [{ kind: entry ? "history_rewritten" : "tail_cut", seq: noted.seq }];
}

/** Tables that carry the audit trigger, with the arguments it was given. */
async function auditedTables(trx: Trx): Promise<AuditedTable[]> {
  const { rows } = await sql<AuditedTable>`
    select c.relname as name, split_part(args, '\\000', 1) as key, split_part(args, '\\000', 2) as omitted,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped
        order by attnum) as columns
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid,
      lateral encode(t.tgargs, 'escape') as args
    where p.proname = 'audit_row' and not t.tgisinternal and c.relnamespace = current_schema::regnamespace
    order by c.relname`.execute(trx);
  return rows;
}

/**
 * Latest recorded digest of each key against the digest of the row as it is. Columns left out of the digest are left
 * out of the row as well: bodies of files are not turned into text only to be dropped.
 */
async function differingRows(trx: Trx, table: AuditedTable): Promise<{ rows: number; problems: AuditProblem[] }> {
  const omitted = new Set(table.omitted.split(","));
  const columns = table.columns.filter((column) => !omitted.has(column)).map((column) => sql.ref(column));
  const { rows } = await sql<{ count: number; key: string | null; recorded: string | null; actual: string | null; seq: number | null }>`
    with last as (
      select distinct on (row_key) row_key, row_digest, seq from audit_entry
      where row_table = ${table.name} order by row_key, seq desc),
    actual as (
      select audit_row_key(data, ${table.key}) as row_key, audit_row_digest(data, ${table.omitted}) as row_digest
      from (select to_jsonb(r) as data from (select ${sql.join(columns)} from ${sql.table(table.name)}) r) d)
    select (select count(*) from actual) as count, d.key, d.recorded, d.actual, d.seq
    from (select 1) one left join (
      select coalesce(last.row_key, actual.row_key) as key, last.row_digest as recorded, actual.row_digest as actual, last.seq
      from last full join actual on actual.row_key = last.row_key
      where last.row_digest is distinct from actual.row_digest) d on true
    order by d.key`.execute(trx);
  const problems = rows.flatMap(({ key, recorded, actual, seq }): AuditProblem[] => {
    if (key === null) return [];
    const kind = recorded === null ? "row_added" : actual === null ? "row_removed" : "row_changed";
    return [{ kind, table: table.name, key, seq }];
  });
  return { rows: rows[0]?.count ?? 0, problems };
}

async function differingContent(trx: Trx): Promise<AuditProblem[]> {
  const { rows } = await sql<{ kind: "content_changed" | "content_emptied"; digest: string }>`
    select 'content_changed' as kind, digest from content
    where body is not null and (encode(sha256(body), 'hex') <> digest or octet_length(body) <> size_bytes)
    union all
    select 'content_emptied', c.digest from content c
    where c.body is null and not exists (
      select from purge p where p.id = c.purge_id and p.digest = c.digest and p.confirmed_at is not null)
    order by 1, 2`.execute(trx);
  return rows.map(({ kind, digest }) => ({ kind, table: "content", key: digest }));
}

/** A table once recorded must still be audited, and every audited table must still be guarded, both switched on. */
async function missingGuards(trx: Trx, tables: AuditedTable[]): Promise<AuditProblem[]> {
  const { rows } = await sql<{ name: string; guarded: boolean; audited: boolean }>`
    select c.relname as name, bool_or(p.proname <> 'audit_row') as guarded, bool_or(p.proname = 'audit_row') as audited
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.proname in ('audit_row', 'forbid_change', 'forbid_delete', 'guard_content') and t.tgenabled in ('O', 'A')
      and c.relnamespace = current_schema::regnamespace
    group by c.relname`.execute(trx);
  const recorded = await trx.selectFrom("audit_entry").select("row_table").distinct().where("row_table", "is not", null).execute();
  const expected = new Set([...tables.map((table) => table.name), ...recorded.map((row) => row.row_table ?? "")]);
  const sound = new Set(rows.filter((row) => row.guarded && row.audited).map((row) => row.name));
  const chainGuarded = rows.some((row) => row.name === "audit_entry" && row.guarded);
  const unsound = [...expected].filter((name) => !sound.has(name)).sort();
  return [...unsound, ...(chainGuarded ? [] : ["audit_entry"])].map((table) => ({ kind: "guard_off", table }));
}
