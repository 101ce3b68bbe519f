import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSecurity } from "~/features/admin/get-security.server";
import { clearancesTable } from "~/features/admin/security-tables";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, words }) => clearancesTable((await getSecurity(db, actor, now)).people, words), "export_security_log");
