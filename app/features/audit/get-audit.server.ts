import { endOfKyivDay, isDate, startOfKyivDay } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { findAccountByLogin } from "~db/queries/accounts";
import { type AuditEntryRow, type ChainHead, currentHead, listAuditEntries } from "~db/queries/audit";
import { listAuditWords, listLogins } from "~db/queries/audit-acts";
import { type AuditReport, verifyAudit } from "~db/queries/audit-check";
import { recordAct } from "~db/queries/audit";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

export interface AuditQuestion {
  action?: string;
  table?: string;
  /** login of who acted */
  person?: string;
  /** Kyiv dates, both ends counted */
  from?: string;
  to?: string;
  /** entries older than this place */
  before?: number;
}

export interface AuditPage {
  entries: (AuditEntryRow & { login: string | null })[];
  /** place to go on from, or null at the end */
  next: number | null;
}

function check(actor: Actor): void {
  const permission = can(actor, "view_audit");
  if (!permission.ok) throw new DomainError(permission.reason);
}

/** Entries from newest to oldest. An unknown person or date finds nothing rather than everything. */
export async function getAuditEntries(db: Db, actor: Actor, question: AuditQuestion, limit: number): Promise<AuditPage> {
  check(actor);
  const person = question.person ? await findAccountByLogin(db, question.person) : null;
  if (question.person && person === null) return { entries: [], next: null };
  const filter = {
    beforeSeq: question.before, actorId: person?.id, action: question.action, rowTable: question.table,
    from: isDate(question.from ?? "") ? startOfKyivDay(question.from ?? "") : undefined,
    to: isDate(question.to ?? "") ? endOfKyivDay(question.to ?? "") : undefined,
  };
  const rows = await listAuditEntries(db, filter, limit + 1);
  const shown = rows.slice(0, limit);
  const logins = await listLogins(db, [...new Set(shown.flatMap(({ actorId }) => actorId ?? []))]);
  const entries = shown.map((row) => ({ ...row, login: row.actorId === null ? null : (logins.get(row.actorId) ?? null) }));
  return { entries, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

export async function getAuditFrame(db: Db, actor: Actor): Promise<{ head: ChainHead | null; actions: string[]; tables: string[] }> {
  check(actor);
  return { head: await currentHead(db), ...(await listAuditWords(db)) };
}

/** Recomputes the chain and every recorded row, against a head noted earlier where one is given; the check itself is an act. */
export async function checkAudit(db: Db, actor: Actor, now: string, noted: ChainHead | null): Promise<AuditReport> {
  check(actor);
  const report = await verifyAudit(db, noted ?? undefined);
  const detail = { entries: report.entries, rows: report.rows, problems: report.problems.length };
  await inTransaction(db, { actorId: actor.userId, action: "check_audit", now }, (trx) => recordAct(trx, "check_audit", detail));
  return report;
}
