import { can, type Actor } from "~/domain/permissions";
import { DomainError } from "~/domain/errors";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { recordAct } from "~db/queries/audit";
import { inTransaction } from "~db/transaction.server";
import type { ReportTable } from "./report-table";
import { toCsv } from "./to-csv";

interface ExportedTable {
  fileName: string;
  mediaType: string;
  body: string;
}

/** The right a table is taken away by: those of the plan, or those of the page of security. */
export type ExportRight = "export_table" | "export_security_log";

/**
 * Writes a table as a file for somebody who may take such tables away; the export is an act and leaves an audit entry
 * that says which table, of which address, how many rows. `address`: path of the file, without what was typed into a search.
 * Throws DomainError with the reason of a refusal.
 */
export async function exportTable(db: Db, actor: Actor, now: string, input: { table: ReportTable; address: string; language: Language; right?: ExportRight }): Promise<ExportedTable> {
  const { table, address, language, right = "export_table" } = input;
  const permission = can(actor, right);
  if (!permission.ok) throw new DomainError(permission.reason);
  const body = toCsv(table, translator(language)("csv.rows"));
  const detail = { table: table.name, address, rows: table.rows.length, format: "csv" };
  await inTransaction(db, { actorId: actor.userId, action: "export_table", now }, (trx) => recordAct(trx, "export_table", detail));
  return { fileName: `${table.name}.csv`, mediaType: "text/csv; charset=utf-8; header=present", body };
}
