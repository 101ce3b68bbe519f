import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptReport } from "~/features/submission/receipt-report.server";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, ({ db, actor, now, params, words }) => receiptReport(db, actor, now, params.id ?? "", words));
}
