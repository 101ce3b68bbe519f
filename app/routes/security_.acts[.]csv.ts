import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSecurity } from "~/features/admin/get-security.server";
import { actsTable } from "~/features/admin/security-tables";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, words }) => actsTable((await getSecurity(db, actor, now)).acts, words), "export_security_log");
