import type { LoaderFunctionArgs } from "@remix-run/node";
import { queueReport } from "~/features/work-list/queue-report.server";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, ({ db, actor, now, words }) => queueReport(db, actor, now, words));
}
