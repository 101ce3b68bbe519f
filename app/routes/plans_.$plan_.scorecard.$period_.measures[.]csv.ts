import type { LoaderFunctionArgs } from "@remix-run/node";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { scorecardQuestion } from "~/features/scorecard/scorecard-question";
import { measuresTable } from "~/features/scorecard/goal-tables";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => {
    const answer = await getScorecard(db, actor, now, scorecardQuestion(params, url.searchParams));
    return measuresTable(answer, words);
  });
