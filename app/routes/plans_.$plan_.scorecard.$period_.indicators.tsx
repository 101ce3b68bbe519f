import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isLight } from "~/features/indicator/indicator-state";
import { planPath, scorecardPath } from "~/features/plan/addresses";
import { AskedFields } from "~/features/plan/asked-fields";
import { ChangeReading } from "~/features/plan/change-reading";
import { ReadingProblem } from "~/features/plan/plan-reading-line";
import { abbreviation } from "~/features/plan/print-measure";
import { readingShown } from "~/features/plan/reading-question";
import { toTableModel } from "~/features/report/to-table-model";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { LISTED_KINDS, LISTED_STATES, listFilter, scorecardQuestion } from "~/features/scorecard/scorecard-question";
import { footNoteOf, readingOf } from "~/features/scorecard/scorecard-page";
import { answerableAgencies, goalsOf, indicatorsTable } from "~/features/scorecard/scorecard-tables";
import { titleOf } from "~/features/scorecard/scorecard-words";
import { useFormat } from "~/i18n/use-format";
import { SelectField } from "~/ui/fields";
import { Page, ReadingLine } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { ReportTable } from "~/ui/report-table";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url, params, words }) => {
    const answer = await getScorecard(db, actor, now, scorecardQuestion(params, url.searchParams));
    const asked = listFilter(url.searchParams);
    const filter = { ...asked, state: asked.state ?? (answer.scorecard.plan.implementation.counts.due > 0 ? "due" : "any") } as const;
    const { tree } = answer.scorecard;
    const goals = goalsOf(answer).flatMap(({ nodeId }) => tree.nodeById.get(nodeId ?? "")?.fact ?? []);
    return {
      title: t("scorecard.listTitle"),
      illustrative: answer.plan.illustrative,
      planCode: answer.plan.code,
      planTitle: titleOf(answer.version.title, words),
      period: answer.scorecard.periodKey,
      filter,
      asked: answer.asked,
      reading: readingOf(answer, words),
      footNote: footNoteOf(answer, words),
      shown: readingShown(actor, now, url.searchParams, "in_force_on_1_january"),
      agencies: answerableAgencies(answer).map(({ id, code }) => ({ value: code, label: abbreviation(answer.agencies, id, words) })),
      goals: goals.map(({ code, title }) => ({ value: code, label: `${code}. ${titleOf(title, words)}` })),
      table: indicatorsTable(answer, filter, words),
    };
  });
}

export default function ScorecardIndicators() {
  const { t } = useTranslation();
  const print = useFormat();
  const { search } = useLocation();
  const { title, planCode, planTitle, period, filter, goals, agencies, table, asked, reading, footNote, shown } = useLoaderData<typeof loader>();
  const scorecard = scorecardPath(planCode, period);
  return (
    <Page
      title={title}
      sub={planTitle}
      crumbs={[
        { label: t("plan.plans"), href: "/plans" }, { label: planCode, href: planPath(planCode) + asked },
        { label: t("scorecard.titleOf", { period: print.period(period) }), href: scorecard + asked }, { label: title },
      ]}
      reading={<><ReadingLine {...reading} changeHref="#reading" /><ReadingProblem shown={shown} /></>}
      footNote={footNote}
    >
      <div className="stack">
        <p className="muted">{t("scorecard.listLead")}</p>
        <Form method="get" className="row row-bottom card">
          <AskedFields asked={asked} />
          <SelectField name="goal" label={t("plan.goal")} defaultValue={filter.node ?? ""} empty={t("plan.anyGoal")} options={goals} />
          <SelectField name="agency" label={t("common.agency")} defaultValue={filter.agency ?? ""} empty={t("plan.anyAgency")} options={agencies} />
          <SelectField name="state" label={t("scorecard.filterState")} defaultValue={filter.state} options={LISTED_STATES.map((value) => ({ value, label: value === "due" ? t("scorecard.allDue") : value === "any" ? t("plan.anyStatus") : isLight(value) ? t(`statuses.light.${value}`) : t(`plan.state.${value}`) }))} />
          <SelectField name="kind" label={t("scorecard.filterKind")} defaultValue={filter.kind} options={LISTED_KINDS.map((value) => ({ value, label: t(`scorecard.kind.${value}`) }))} />
          <button className="button button-outline">{t("common.filter")}</button>
        </Form>
        <p role="status">{t("common.indicators", { count: table.rows.length })}</p>
        <ReportTable table={toTableModel(table, print)} csvHref={`${scorecard}/indicators.csv${search}`} tall />
        <ChangeReading shown={shown} />
      </div>
    </Page>
  );
}
