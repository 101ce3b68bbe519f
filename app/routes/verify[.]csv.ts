import type { LoaderFunctionArgs } from "@remix-run/node";
import { queueReport } from "~/features/work-list/queue-report.server";
import { formatter } from "~/i18n/formatter";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, ({ db, actor, now, t, language }) => queueReport(db, actor, now, { t, print: formatter(language) }));
}
