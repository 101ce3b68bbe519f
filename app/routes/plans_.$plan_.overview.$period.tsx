import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getOverview } from "~/features/leadership/get-overview.server";
import { Overview } from "~/features/leadership/overview";
import { overviewPage } from "~/features/leadership/overview-page";
import { ChangeReading } from "~/features/plan/change-reading";
import { ReadingProblem } from "~/features/plan/plan-reading-line";
import { readingShown } from "~/features/plan/reading-question";
import { scorecardQuestion } from "~/features/scorecard/scorecard-question";
import { pageMeta } from "~/ui/page-meta";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, url, params, words }) => {
    const overview = await getOverview(db, actor, now, scorecardQuestion(params, url.searchParams));
    return { ...overviewPage(overview, words), shown: readingShown(actor, now, url.searchParams, "in_force_on_1_january") };
  });
}

export default function OverviewRoute() {
  const view = useLoaderData<typeof loader>();
  return (
    <Overview view={view} changeHref="#reading" notice={<ReadingProblem shown={view.shown} />}>
      <div className="columns columns-two no-print">
        <ChangeReading shown={view.shown} />
      </div>
    </Overview>
  );
}
