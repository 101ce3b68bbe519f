import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { IndicatorFormulas, IndicatorMarks, IndicatorNotes, PassportCard, ValuesCard } from "~/features/indicator/indicator-parts";
import { indicatorPath } from "~/features/plan/addresses";
import { ChangeReading } from "~/features/plan/change-reading";
import { pageQuestion } from "~/features/plan/page-question";
import { BasisNote, ChangedSince, PlanReadingLine } from "~/features/plan/plan-reading-line";
import { readingShown } from "~/features/plan/reading-question";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { PairedCounts } from "~/ui/paired-counts";
import { SeriesChart } from "~/ui/series-chart";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const { view, table, changedSince } = await getIndicator(page.db, page.actor, page.now, pageQuestion(page));
    return { changedSince, shown: readingShown(page.actor, page.now, page.url.searchParams, "current"), title: `${view.title}, ${view.code}`, illustrative: view.illustrative, view, table };
  });
}

export default function IndicatorPage() {
  const { t } = useTranslation();
  const { view, table, shown, changedSince } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const csvHref = `${indicatorPath(view.planCode, view.code)}/values.csv${search}`;
  return (
    <Page
      title={<LocalText text={view.name} />}
      crumbs={view.crumbs}
      marks={<IndicatorMarks view={view} />}
      reading={<PlanReadingLine basis={view.basis} shown={shown} apart />}
      footNote={<BasisNote basis={view.basis} />}
    >
      <div className="stack">
        {changedSince ? <ChangedSince search={search} /> : null}
        <PairedCounts pairs={view.figures.map(({ value, caption }) => ({ value, label: caption }))} />
        <IndicatorNotes view={view} />
        <IndicatorFormulas formulas={view.formulas} basis={view.basis} />
        <SeriesChart model={view.series} csvHref={csvHref}>
          {view.earlier.map((earlier) => (
            <p className="small" key={earlier.code}>
              <Link to={indicatorPath(earlier.planCode, earlier.code) + view.basis.asked}>{t("indicator.earlierSeries", { code: earlier.code, plan: earlier.years })}</Link>
            </p>
          ))}
        </SeriesChart>
        <div className="columns columns-two">
          <ValuesCard table={table} csvHref={csvHref} />
          <PassportCard passport={view.passport} />
        </div>
        <ChangeReading shown={shown} />
      </div>
    </Page>
  );
}
