import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { planPath, scorecardPath } from "~/features/plan/addresses";
import { ChangeReading } from "~/features/plan/change-reading";
import { getPlanTree } from "~/features/plan/get-plan-tree.server";
import { readFilters } from "~/features/plan/plan-filters";
import { BasisNote, PlanReadingLine } from "~/features/plan/plan-reading-line";
import { readingQuestion, readingShown } from "~/features/plan/reading-question";
import { TreeFilters } from "~/features/plan/tree-filters";
import { TreeList } from "~/features/plan/tree-list";
import { chooseText } from "~/i18n/choose-text";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState } from "~/ui/panels";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, language, url, params, words }) => {
    const { view } = await getPlanTree(db, actor, now, { code: params.plan ?? "", filters: readFilters(url.searchParams), words, question: readingQuestion(url.searchParams) });
    return { shown: readingShown(actor, now, url.searchParams, "current"), title: chooseText(view.planTitle, language).text, illustrative: view.illustrative, view };
  });
}

export default function PlanPage() {
  const { t } = useTranslation();
  const print = useFormat();
  const { view, shown: readAs } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const { shown, all } = view.counts;
  const inPlan = { measures: t("common.measures", { count: all.measures }), indicators: t("common.indicators", { count: all.indicators }) };
  return (
    <Page
      title={<LocalText text={view.planTitle} />}
      crumbs={[{ label: t("plan.plans"), href: "/plans" }, { label: view.code }]}
      sub={view.endsOn === null ? t("plan.runsFrom", { from: print.date(view.startsOn) }) : t("plan.runsFromTo", { from: print.date(view.startsOn), to: print.date(view.endsOn) })}
      reading={<PlanReadingLine basis={view.basis} shown={readAs} csvHref={`${planPath(view.code)}/tree.csv${search}`} />}
      marks={<Link className="button" to={scorecardPath(view.code, view.period) + view.basis.asked}>{t("plan.toScorecard", { period: print.period(view.period) })}</Link>}
      footNote={<BasisNote basis={view.basis} />}
    >
      <div className="stack">
        <TreeFilters view={view} />
        <p role="status" className="medium">
          {view.isFiltered ? t("plan.shown", { measures: print.of(shown.measures, all.measures), indicators: print.of(shown.indicators, all.indicators) }) : t("plan.wholePlan", inPlan)}
        </p>
        {view.nodes.length > 0 ? <TreeList nodes={view.nodes} /> : view.isFiltered ? (
          <EmptyState title={t("plan.nothingFound")} action={<Link to={planPath(view.code) + view.basis.asked}>{t("common.clearFilters")}</Link>}>{t("plan.nothingFoundText", inPlan)}</EmptyState>
        ) : (
          <EmptyState title={t("plan.emptyPlan")}>{t("plan.emptyPlanText")}</EmptyState>
        )}
        <ChangeReading shown={readAs} />
      </div>
    </Page>
  );
}
