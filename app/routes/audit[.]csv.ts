import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditQuestion } from "~/features/audit/audit-question";
import { auditTable } from "~/features/audit/audit-table";
import { getAuditEntries } from "~/features/audit/get-audit.server";
import { downloadTable } from "~/web/table-download.server";

/** The filtered log, newest first; a longer one is taken in parts by dates. */
const ENTRIES_A_FILE = 20_000;

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, url, words }) => {
    const { entries } = await getAuditEntries(db, actor, auditQuestion(url), ENTRIES_A_FILE);
    return auditTable(entries, words);
  });
