import type { Insertable } from "kysely";
import { kyivDateOf } from "../app/domain/dates";
import type { Db, Trx } from "../db/client.server";
import type { DB } from "../db/schema";
import { flushAudit, inTransaction, signTransaction } from "../db/transaction.server";
import { sha256 } from "./seed-id";

/** Rows to add, by table. */
export type Rows = { [T in keyof DB]?: Insertable<DB[T]>[] };

/** Something somebody did at a moment; the seeds are a list of these, and the audit chain shows them as such. */
export interface SeedAct {
  at: string;
  actorId: string | null;
  action: string;
  rows: Rows;
}

/** Parents before children. */
const TABLES: readonly (keyof DB)[] = [
  "setting", "content", "unit", "data_source", "component", "period", "non_working_day", "dimension_item", "breakdown",
  "method_version", "agency", "agency_name", "agency_alias", "user_account", "user_identity", "password_credential",
  "role_grant", "strategy", "plan", "plan_level", "plan_version", "node", "measure", "indicator", "node_version",
  "node_component", "measure_version", "measure_executor", "measure_funding", "indicator_version", "indicator_baseline",
  "indicator_target", "indicator_profile", "indicator_reporter", "indicator_stage", "crossref", "cycle", "measurement",
  "measurement_version", "submission", "submission_item", "verification", "evidence", "discrepancy", "disruption",
  "disruption_version", "disruption_scope", "measure_claim", "verdict", "verdict_basis", "verdict_source", "verdict_reply",
  "edition_preparation", "edition",
];

/** One statement takes so many parameters at most. */
const PARAMETERS = 20_000;
const ACTS_A_TRANSACTION = 40;

/**
 * Records the acts that lie at or before `until`, in order of time. What one person did under one name on one day is
 * one act; an act is signed with the time of its last part.
 */
export async function recordActs(db: Db, acts: readonly SeedAct[], until: string): Promise<void> {
  const merged = mergeActs(acts.filter((act) => act.at <= until));
  for (let from = 0; from < merged.length; from += ACTS_A_TRANSACTION) {
    const part = merged.slice(from, from + ACTS_A_TRANSACTION);
    await inTransaction(db, signature(part[0]!), async (trx) => {
      for (const act of part) {
        await signTransaction(trx, signature(act));
        await insertRows(trx, act.rows);
        await flushAudit(trx);
      }
    });
  }
}

/** Adds rows, parents first; rows whose key is there already are left as they are. */
export async function insertRows(trx: Trx, rows: Rows): Promise<void> {
  const strangers = Object.keys(rows).filter((table) => !(TABLES as readonly string[]).includes(table));
  if (strangers.length > 0) throw new Error(`seeds do not know the order of ${strangers.join(", ")}`);
  for (const table of TABLES) await insertInto(trx, table, rows[table] ?? []);
}

async function insertInto<T extends keyof DB>(trx: Trx, table: T, rows: readonly object[]): Promise<void> {
  const columns = new Set(rows.flatMap((row) => Object.keys(row))).size;
  const size = Math.max(1, Math.floor(PARAMETERS / Math.max(1, columns)));
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size) as Insertable<DB[T]>[];
    await trx.insertInto(table).values(part).onConflict((conflict) => conflict.doNothing()).execute();
  }
}

const signature = (act: SeedAct) => ({ actorId: act.actorId, action: act.action, now: act.at });

function mergeActs(acts: readonly SeedAct[]): SeedAct[] {
  const merged: SeedAct[] = [];
  for (const act of [...acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const last = merged.at(-1);
    if (last && last.actorId === act.actorId && last.action === act.action && kyivDateOf(last.at) === kyivDateOf(act.at)) {
      last.at = act.at;
      addRows(last.rows, act.rows);
    } else merged.push({ ...act, rows: addRows({}, act.rows) });
  }
  return merged;
}

/** Puts more rows beside those of `rows`, which it changes and returns. */
export function addRows(rows: Rows, more: Rows): Rows {
  for (const table of Object.keys(more) as (keyof DB)[]) {
    const all = [...(rows[table] ?? []), ...(more[table] ?? [])];
    Object.assign(rows, { [table]: all });
  }
  return rows;
}

/** A text as a row of `content`; `digest` is what facts point to. */
export function textRow(text: string, at: string): Insertable<DB["content"]> & { digest: string } {
  return fileRow(Buffer.from(text, "utf8"), "text/plain; charset=utf-8", at);
}

/** A file as a row of `content`. */
export function fileRow(body: Buffer, mediaType: string, at: string): Insertable<DB["content"]> & { digest: string } {
  return { digest: sha256(body), body, media_type: mediaType, size_bytes: body.length, recorded_at: at };
}
