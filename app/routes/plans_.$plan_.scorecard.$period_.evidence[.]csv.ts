import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceTable } from "~/features/scorecard/evidence-table";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { scorecardQuestion } from "~/features/scorecard/scorecard-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => evidenceTable(await getScorecard(db, actor, now, scorecardQuestion(params, url.searchParams)), words));
