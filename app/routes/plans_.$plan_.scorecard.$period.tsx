import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { overviewPath, planPath, scorecardPath } from "~/features/plan/addresses";
import { ChangeReading } from "~/features/plan/change-reading";
import { readingShown } from "~/features/plan/reading-question";
import { yearsOf } from "~/features/plan/plan-reading";
import { ReadingProblem } from "~/features/plan/plan-reading-line";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { EvidenceCard, Headline, Totals } from "~/features/scorecard/headline";
import { MeasuresCard } from "~/features/scorecard/measures-card";
import { scorecardPage } from "~/features/scorecard/scorecard-page";
import { scorecardQuestion } from "~/features/scorecard/scorecard-question";
import { AverageProgress, GoalsTable, OutcomesTable, SmallCards } from "~/features/scorecard/scorecard-sections";
import { kyivDateOf } from "~/domain/dates";
import { visibleScope } from "~/domain/permissions";
import { useFormat } from "~/i18n/use-format";
import { Page, ReadingLine } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, url, params, words }) => {
    const answer = await getScorecard(db, actor, now, scorecardQuestion(params, url.searchParams));
    const page = scorecardPage(answer, words, { showsDrafts: visibleScope(actor).draftVerdictsOf === "all" });
    return { ...page, years: yearsOf(answer.plan, kyivDateOf(now)), period: answer.scorecard.periodKey, asked: answer.asked, shown: readingShown(actor, now, url.searchParams, "in_force_on_1_january") };
  });
}

export default function ScorecardRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const page = useLoaderData<typeof loader>();
  const { reading, outcomes } = page;
  return (
    <Page
      title={page.title}
      sub={page.planTitle}
      crumbs={[{ label: t("plan.plans"), href: "/plans" }, { label: page.planCode, href: planPath(page.planCode) + page.asked }, { label: `${t("leadership.overview")}, ${print.period(page.period)}`, href: overviewPath(page.planCode, page.period) + page.asked }, { label: t("shell.nav.scorecard") }]}
      reading={<><ReadingLine {...reading} changeHref="#reading" csvHref={page.csv.goals} /><ReadingProblem shown={page.shown} /></>}
      footNote={page.footNote}
    >
      <div className="columns columns-aside">
        <div className="stack">
          <Headline headline={page.headline} />
          <MeasuresCard card={page.evaluated} />
        </div>
        <aside className="stack" aria-label={t("scorecard.summary")}>
          <Totals page={page} />
          <EvidenceCard evidence={page.evidence} csvHref={page.csv.evidence} />
        </aside>
      </div>
      <div className="columns">
        <GoalsTable page={page} />
      </div>
      <SmallCards page={page} />
      <div className="columns">
        <AverageProgress page={page} />
        {outcomes ? <OutcomesTable outcomes={outcomes} csvHref={page.csv.outcomes} /> : null}
      </div>
      <div className="columns columns-two no-print">
        <ChangeReading shown={page.shown} />
        <section className="card stack-tight">
          <h2>{t("scorecard.otherPeriods")}</h2>
          <ul className="chips">
            {page.years.map((year) => (
              <li key={year}>{year === page.period ? <b aria-current="page">{year}</b> : <Link to={scorecardPath(page.planCode, year) + page.asked}>{year}</Link>}</li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
