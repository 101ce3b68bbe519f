import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { nodePath, scorecardPath } from "~/features/plan/addresses";
import { ChangeReading } from "~/features/plan/change-reading";
import { getNode } from "~/features/plan/get-node.server";
import { NodeContent } from "~/features/plan/node-parts";
import { pageQuestion } from "~/features/plan/page-question";
import { PeriodChoice } from "~/features/plan/period-choice";
import { BasisNote, PlanReadingLine } from "~/features/plan/plan-reading-line";
import { readingShown } from "~/features/plan/reading-question";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const answer = await getNode(page.db, page.actor, page.now, pageQuestion(page));
    return { shown: readingShown(page.actor, page.now, page.url.searchParams, "current"), title: `${answer.view.title}, ${answer.view.code}`, illustrative: answer.view.illustrative, ...answer };
  });
}

export default function NodePage() {
  const { t } = useTranslation();
  const print = useFormat();
  const answer = useLoaderData<typeof loader>();
  const { view, shown } = answer;
  const { search } = useLocation();
  const path = nodePath(view.planCode, view.code);
  return (
    <Page
      title={<LocalText text={view.name} />}
      crumbs={view.crumbs}
      sub={view.components.length > 0 ? view.components.join(" · ") : undefined}
      reading={<PlanReadingLine basis={view.basis} shown={shown} />}
      footNote={<BasisNote basis={view.basis} />}
    >
      <div className="stack">
        <div className="row row-middle">
          <PeriodChoice period={view.period} periods={view.periods} asked={view.basis.asked} />
          <Link className="push-end small" to={scorecardPath(view.planCode, view.period) + view.basis.asked}>{t("plan.toScorecard", { period: print.period(view.period) })}</Link>
        </div>
        <NodeContent answer={answer} csvHref={(table) => `${path}/${table}.csv${search}`} />
        <ChangeReading shown={shown} />
      </div>
    </Page>
  );
}
