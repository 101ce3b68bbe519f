import type { LoaderFunctionArgs } from "@remix-run/node";
import { versionsReport } from "~/features/value/versions-report.server";
import { formatter } from "~/i18n/formatter";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, ({ db, actor, now, t, language, params }) => versionsReport(db, actor, now, params.measurementId ?? "", { t, print: formatter(language) }));
}
