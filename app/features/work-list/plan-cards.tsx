/** Plans on the first page of whoever reads: the one figure with its coverage, the pace, and what is furthest behind. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { figureBeside, isKnown } from "~/ui/figure-reading";
import { HonestFigure } from "~/ui/honest-bar";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { PaceLight } from "~/ui/status-tag";
import { LIGHTS } from "../indicator/indicator-state";
import { planPath, scorecardPath } from "../plan/addresses";
import type { PlanCard, PlanFigures } from "./get-home.server";

export function PlansSection({ plans }: { plans: PlanCard[] }) {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{t("home.plans.title")}</h2>
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
  const problems = scorecard?.problems ?? [];
  return (
    <section className={problems.length > 0 ? "card stack-tight columns-whole" : "card stack-tight"}>
      <h3><Link to={planPath(plan.code)}><LocalText text={plan.title} /></Link></h3>
      <p className="small muted">
        {plan.endsOn ? t("home.plans.runs", { from: print.date(plan.startsOn), to: print.date(plan.endsOn) }) : t("home.plans.openEnded", { from: print.date(plan.startsOn) })}
        {plan.illustrative ? ` · ${t("home.plans.illustrative")}` : null}
      </p>
      {scorecard === null ? <p className="medium muted">{t("home.plans.notYet")}</p> : null}
      {scorecard !== null && problems.length === 0 ? <PlanReading code={plan.code} figures={scorecard} /> : null}
      {scorecard !== null && problems.length > 0 ? (
        <div className="columns columns-two">
          <div className="stack-tight"><PlanReading code={plan.code} figures={scorecard} /></div>
          <FurthestBehind problems={problems} />
        </div>
      ) : null}
    </section>
  );
}

function FurthestBehind({ problems }: { problems: PlanFigures["problems"] }) {
  const { t } = useTranslation();
  return (
    <div>
      <h4>{t("home.plans.problems")}</h4>
      <ul className="rows">
        {problems.map(({ href, title, agency, progress, expected }) => (
          <li key={href}>
            <Link to={href}>{title}</Link> <span className="rows-end small"><PaceLight light="at_risk" /></span>
            <span className="small muted">{agency} · {t("home.plans.problem", { progress, expected })}</span>
          </li>
        ))}
      </ul>
    </div>
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
      <div className="actions"><Link className="button button-outline" to={scorecardPath(code, periodKey)}>{t("home.plans.scorecard", { period: print.period(periodKey) })}</Link></div>
    </>
  );
}
