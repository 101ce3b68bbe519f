/** The page of those who lead: two figures, the worst problems, who stands where, what else, the years. One A4 side on paper. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { planPath } from "~/features/plan/addresses";
import { MeasuresCard } from "~/features/scorecard/measures-card";
import { useFormat } from "~/i18n/use-format";
import { Link } from "~/ui/navigation";
import { Page, ReadingLine } from "~/ui/page";
import { HeatMapCard } from "./heat-map";
import { MoreCard } from "./more-card";
import { IndicatorsCard, ProblemsCard } from "./overview-cards";
import type { OverviewView } from "./overview-page";
import { TrendCard } from "./trend-chart";

interface OverviewProps {
  view: OverviewView;
  /** where the reading can be changed */
  changeHref: string;
  /** on the first page of whoever leads there is no way to it */
  isHome?: boolean;
  /** below the line that says how the figures are read */
  notice?: ReactNode;
  children?: ReactNode;
}

export function Overview({ view, changeHref, isHome = false, notice, children }: OverviewProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const { reading, csv } = view;
  return (
    <Page
      title={view.title}
      sub={isHome ? <Link to={planPath(view.planCode)}>{view.planTitle}</Link> : view.planTitle}
      crumbs={isHome ? [] : [{ label: t("plan.plans"), href: "/plans" }, { label: view.planCode, href: view.links.plan }, { label: `${t("leadership.overview")}, ${print.period(view.period)}` }]}
      reading={<><ReadingLine {...reading} changeHref={changeHref} />{notice}</>}
      footNote={view.footNote}
    >
      <div className="overview">
        <div className="columns columns-two columns-even">
          <IndicatorsCard card={view.indicators} />
          <MeasuresCard card={view.measures} />
        </div>
        <div className="columns columns-two">
          <div className="stack">
            <ProblemsCard problems={view.problems} csvHref={csv.problems} />
            <MoreCard view={view} />
          </div>
          <div className="stack">
            <HeatMapCard map={view.map} csvHref={csv.bodies} />
            <TrendCard trend={view.trend} csvHref={csv.years} />
          </div>
        </div>
        <nav className="row small no-print" aria-label={t("leadership.further")}>
          <Link to={view.links.scorecard}>{t("leadership.toScorecard", { period: print.period(view.period) })}</Link>
          <Link to={view.links.plan}>{t("leadership.toPlan")}</Link>
          {view.years.length > 1 ? <span className="muted">{t("leadership.otherYears")}:</span> : null}
          {view.years.length > 1 ? view.years.map(({ year, href }) => (year === view.period && !isHome ? <b key={year} aria-current="page">{year}</b> : <Link key={year} to={href}>{year}</Link>)) : null}
        </nav>
      </div>
      {children}
    </Page>
  );
}
