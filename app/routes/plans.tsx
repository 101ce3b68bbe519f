import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { planPath, scorecardPath } from "~/features/plan/addresses";
import { getPlans } from "~/features/plan/get-plans.server";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState } from "~/ui/panels";
import { FactTag } from "~/ui/status-tag";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t }) => {
    const plans = await getPlans(db, actor, now);
    return { title: t("plan.plans"), plans, illustrative: plans.some((plan) => plan.illustrative) };
  });
}

export default function Plans() {
  const { t } = useTranslation();
  const print = useFormat();
  const { plans } = useLoaderData<typeof loader>();
  return (
    <Page title={t("plan.plans")} sub={t("plan.plansLead")} marks={plans.length > 0 ? <a className="small no-print" href="/plans.csv" download>{t("csv.link")}</a> : undefined}>
      {plans.length === 0 ? <EmptyState title={t("plan.noPlans")}>{t("plan.noPlansText")}</EmptyState> : null}
      <div className="stack">
        {plans.map((plan) => (
          <section className="card stack-tight" key={plan.code}>
            <h2><Link to={planPath(plan.code)}><LocalText text={plan.title} /></Link></h2>
            <p className="row row-middle small muted">
              <span className="nowrap">{plan.code}</span>
              <span>{plan.endsOn === null ? t("plan.runsFrom", { from: print.date(plan.startsOn) }) : t("plan.runsFromTo", { from: print.date(plan.startsOn), to: print.date(plan.endsOn) })}</span>
              <span>{t("plan.versionsCount", { count: plan.versions })}</span>
              {plan.illustrative ? <FactTag fact="draft">{t("plan.illustrative")}</FactTag> : null}
            </p>
            {plan.note.uk || plan.note.en ? <p className="small muted prose"><LocalText text={plan.note} /></p> : null}
            <p className="row small">
              <Link to={planPath(plan.code)}>{t("plan.tree")}</Link>
              {plan.years.slice(0, 6).map((year) => (
                <Link key={year} to={scorecardPath(plan.code, year)}>{t("plan.toScorecard", { period: print.period(year) })}</Link>
              ))}
            </p>
          </section>
        ))}
      </div>
    </Page>
  );
}
