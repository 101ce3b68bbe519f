import type { LoaderFunctionArgs } from "@remix-run/node";
import { readingQuestion } from "~/features/plan/reading-question";
import { versionsReport } from "~/features/value/versions-report.server";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, ({ db, actor, now, params, url, words }) => versionsReport(db, actor, now, params.measurementId ?? "", words, readingQuestion(url.searchParams)));
}
