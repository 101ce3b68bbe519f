import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptReport } from "~/features/submission/receipt-report.server";
import { formatter } from "~/i18n/formatter";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, ({ db, actor, now, t, language, params }) => receiptReport(db, actor, now, params.id ?? "", { t, print: formatter(language) }));
}
