import { type RawBuilder, sql } from "kysely";
import type { Db } from "../client.server";
import { PREPARED } from "../prepared";

/**
 * Which state of the records an answer was made from. Two equal texts mean the same rows: the head of the audit chain is a
 * digest of every recorded one, and changes of the rows that pages read beside them are counted (migration 0008).
 */
export type Standing = string;

/** The standing as one column of a select, so that a query made anyway can bring it along. */
export const standingNow: RawBuilder<Standing> = sql<Standing>`(coalesce(
    (select hash from audit_entry where row_table is not null order by seq desc limit 1), '-')
  || '/' || coalesce((select no from change_count), 0))`;

export async function getStanding(db: Db): Promise<Standing> {
  const { rows } = await sql<{ standing: Standing }>`${PREPARED} select ${standingNow} as standing`.execute(db);
  return rows[0]?.standing ?? "";
}

/**
 * The moments by which a reading tells what was known from what was not (rule 19). A test holds the list against the
 * tables. Accounts, settings and bodies of content are read as they are, whenever they were written.
 */
export const KNOWN_FROM = [
  ["plan_version", "accepted_at"], ["plan_version", "recorded_at"], ["method_version", "recorded_at"], ["cycle", "recorded_at"],
  ["measurement_version", "recorded_at"], ["submission", "submitted_at"], ["verification", "recorded_at"], ["evidence", "recorded_at"],
  ["discrepancy", "recorded_at"], ["disruption_version", "recorded_at"], ["measure_spending", "recorded_at"],
  ["measure_claim", "recorded_at"], ["verdict", "recorded_at"], ["verdict_reply", "recorded_at"],
  ["edition_preparation", "recorded_at"], ["edition", "released_at"],
] as const;

export interface Freshness {
  standing: Standing;
  /** number of the newest entry of the chain, acts without rows too; null = none yet */
  entryNo: number | null;
  /** nothing recorded lies ahead of the moment: until something is recorded, later moments read the same */
  isSettled: boolean;
}

export async function getFreshness(db: Db, now: string): Promise<Freshness> {
  const ahead = KNOWN_FROM.map(([table, column]) => sql`exists (select from ${sql.table(table)} where ${sql.ref(column)} > ${now}::timestamptz)`);
  const { rows } = await sql<Freshness>`select ${standingNow} as standing, (select max(seq) from audit_entry) as "entryNo",
    not (${sql.join(ahead, sql` or `)}) as "isSettled"`.execute(db);
  return rows[0] ?? { standing: "", entryNo: null, isSettled: false };
}
