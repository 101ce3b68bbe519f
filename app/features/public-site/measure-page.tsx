/** The page of one measure: verdict, indicators, what the evaluator wrote and the body replied, series, money. */
import { useTranslation } from "react-i18next";
import type { TreeMeasure } from "~/domain/structure";
import type { IndicatorAnswer } from "~/features/indicator/indicator-view";
import { indicatorPath } from "~/features/plan/addresses";
import { IndicatorsCard } from "~/features/plan/indicators-card";
import { Crossrefs, Disruptions, FundingTable, MeasureFacts } from "~/features/plan/measure-parts";
import type { MeasureAnswer } from "~/features/plan/measure-view";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { Note } from "~/ui/panels";
import { crumbsBelow, EditionFrame, present, ThisPage, type DrawnContent, type PlacedPage } from "./edition-frame";
import { isDrawn, PublicChart } from "./public-chart";
import { FinalVerdicts, VerdictMarks } from "./measure-verdicts";

export function measurePage(page: PlacedPage, measure: TreeMeasure, answer: MeasureAnswer, indicators: readonly IndicatorAnswer[]): DrawnContent {
  const tables = present({ indicators: answer.view.hasIndicators ? answer.indicators : null, funding: answer.funding });
  return { document: <MeasurePage page={page} measure={measure} answer={answer} indicators={indicators} />, tables };
}

interface MeasurePageProps {
  page: PlacedPage;
  measure: TreeMeasure;
  answer: MeasureAnswer;
  indicators: readonly IndicatorAnswer[];
}

function MeasurePage({ page, measure, answer: { view, indicators: table, funding }, indicators }: MeasurePageProps) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const drawn = indicators.filter(({ view: { series } }) => isDrawn(series));
  return (
    <EditionFrame page={page} name={`${view.title}, ${view.code}`} title={<LocalText text={view.name} />} marks={<VerdictMarks page={page} measure={measure} />} crumbs={crumbsBelow(view.crumbs, page)}>
      <div className="columns columns-aside">
        <div className="stack">
          {view.note ? <p className="prose"><LocalText text={view.note} /></p> : null}
          {view.hasIndicators ? <IndicatorsCard table={table} csvHref={page.csv("indicators")} /> : <Note>{t("plan.noIndicators")}</Note>}
          <FinalVerdicts page={page} measure={measure} />
          {drawn.length > 0 ? (
            <div className="columns columns-two" role="group" aria-label={p("measure.series")}>
              {drawn.map(({ view: each }) => (
                <PublicChart key={each.code} model={each.series} title={each.title} size="small" links={<Link to={indicatorPath(each.planCode, each.code)}>{each.code}</Link>} />
              ))}
            </div>
          ) : null}
          <Disruptions disruptions={view.disruptions} />
          {funding ? <FundingTable funding={funding} csvHref={page.csv("funding")} /> : null}
        </div>
        <aside className="stack" aria-label={p("measure.facts")}>
          <MeasureFacts view={view} />
          <Crossrefs crossrefs={view.crossrefs} />
          <ThisPage page={page} />
        </aside>
      </div>
    </EditionFrame>
  );
}
