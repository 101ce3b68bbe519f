/** Plans on the first page of whoever reads: the one figure with its coverage, the pace, and the way to the whole. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { figureBeside, isKnown } from "~/ui/figure-reading";
import { HonestFigure } from "~/ui/honest-bar";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { PaceLight } from "~/ui/status-tag";
import { LIGHTS } from "../indicator/indicator-state";
import { overviewPath, planPath, scorecardPath } from "../plan/addresses";
import type { PlanCard, PlanFigures } from "./get-home.server";

/** `others`: one plan is read above them. */
export function PlansSection({ plans, others = false }: { plans: PlanCard[]; others?: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{t(others ? "home.plans.others" : "home.plans.title")}</h2>
      <div className="columns columns-two">
        {plans.map((plan) => (
          <PlanFigure key={plan.code} plan={plan} />
        ))}
      </div>
    </section>
  );
}

function PlanFigure({ plan }: { plan: PlanCard }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { scorecard } = plan;
  return (
    <section className="card stack-tight">
      <h3><Link to={planPath(plan.code)}><LocalText text={plan.title} /></Link></h3>
      <p className="small muted">
        {plan.endsOn ? t("home.plans.runs", { from: print.date(plan.startsOn), to: print.date(plan.endsOn) }) : t("home.plans.openEnded", { from: print.date(plan.startsOn) })}
        {plan.illustrative ? ` · ${t("home.plans.illustrative")}` : null}
      </p>
      {scorecard === null ? <p className="medium muted">{t("home.plans.notYet")}</p> : <PlanReading code={plan.code} figures={scorecard} />}
    </section>
  );
}

function PlanReading({ code, figures }: { code: string; figures: PlanFigures }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { figure, due, achieved, notYetDue, pace, periodKey } = figures;
  const beside = figureBeside(isKnown(figure) ? { ...figure, achieved: null } : figure, t, print);
  return (
    <>
      <p className="small muted">{t("home.plans.year", { period: print.period(periodKey) })}</p>
      <HonestFigure reading={figures.figure} hero>
        {due > 0 ? (
          <>
            <b>{t("home.plans.achieved", { of: print.of(achieved, due) })}</b>
            <br />
            <span className="muted medium">{beside.join(" · ")}</span>
          </>
        ) : null}
      </HonestFigure>
      {notYetDue > 0 ? <p className="small muted">{t("home.plans.notDue", { indicators: t("common.indicators", { count: notYetDue }) })}</p> : null}
      {pace ? (
        <ul className="legend">
          {LIGHTS.map((light) => (
            <li key={light} className="row row-middle"><b>{pace[light]}</b> <PaceLight light={light} /></li>
          ))}
        </ul>
      ) : null}
      <div className="actions">
        <Link className="button button-outline" to={overviewPath(code, periodKey)}>{t("home.plans.overview", { period: print.period(periodKey) })}</Link>
        <Link className="button button-quiet" to={scorecardPath(code, periodKey)}>{t("home.plans.scorecard", { period: print.period(periodKey) })}</Link>
      </div>
    </>
  );
}
