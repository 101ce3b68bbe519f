import type { LoaderFunctionArgs } from "@remix-run/node";
import { getOverview } from "~/features/leadership/get-overview.server";
import { reportingTable } from "~/features/leadership/reporting-table";
import { scorecardQuestion } from "~/features/scorecard/scorecard-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => {
    const overview = await getOverview(db, actor, now, scorecardQuestion(params, url.searchParams));
    return reportingTable(overview, words);
  });
