import { sql } from "kysely";
import type { Db, Trx } from "./client.server";

/** Who acts and when; the audit triggers sign every row of the transaction with it. `now` is an ISO instant. */
export interface Act {
  actorId: string | null;
  /** code of the act in snake_case, at most 40 letters, e.g. "submit_value" */
  action: string;
  now: string;
}

/** Serialization failure and deadlock: the database asks for the whole transaction again. */
const TRY_AGAIN = new Set(["40001", "40P01"]);
const ATTEMPTS = 3;

/**
 * Runs `work` in one transaction signed with the act. `work` may run again (at most three times) after a deadlock, so
 * it must not touch anything but `trx`. The embedded engine has one connection: using the outer `db` inside waits for
 * ever.
 */
export async function inTransaction<T>(db: Db, act: Act, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        await signTransaction(trx, act);
        return work(trx);
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !TRY_AGAIN.has(databaseCode(error) ?? "")) throw error;
    }
  }
}

/** Signs an open transaction anew, for one that holds several acts (seeds tell a story at many moments). */
export async function signTransaction(trx: Trx, act: Act): Promise<void> {
  await sql`select set_config('app.actor', ${act.actorId ?? ""}, true), set_config('app.action', ${act.action}, true),
    set_config('app.now', ${act.now}, true)`.execute(trx);
}

/** Audit entries are written at commit; this writes those due now, so that what follows is signed differently. */
export async function flushAudit(trx: Trx): Promise<void> {
  await sql`set constraints all immediate`.execute(trx);
  await sql`set constraints all deferred`.execute(trx);
}

/** SQLSTATE of a database error, e.g. "23505" for a violated key; null for any other error. */
export function databaseCode(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? (error as { code: unknown }).code : null;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

const KEY_TAKEN = "23505";

/** Somebody was faster: the key, or another thing that may be there once, is taken. */
export const isKeyTaken = (error: unknown): boolean => databaseCode(error) === KEY_TAKEN;

/** Name of the violated constraint or index, if the error names one. */
export function violatedConstraint(error: unknown): string | null {
  const name = error instanceof Error && "constraint" in error ? (error as { constraint: unknown }).constraint : null;
  return typeof name === "string" ? name : null;
}
