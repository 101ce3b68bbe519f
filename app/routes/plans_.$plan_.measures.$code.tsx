import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { measurePath } from "~/features/plan/addresses";
import { ChangeReading } from "~/features/plan/change-reading";
import { getMeasure } from "~/features/plan/get-measure.server";
import { IndicatorsCard } from "~/features/plan/indicators-card";
import { Crossrefs, Disruptions, FundingTable, MeasureFacts } from "~/features/plan/measure-parts";
import { pageQuestion } from "~/features/plan/page-question";
import { PeriodChoice } from "~/features/plan/period-choice";
import { BasisNote, PlanReadingLine } from "~/features/plan/plan-reading-line";
import { readingShown } from "~/features/plan/reading-question";
import { claimCompletion } from "~/features/scoring/claim-completion.server";
import { claimSchema } from "~/features/scoring/claim.schema";
import { getMeasureVerdicts } from "~/features/scoring/get-measure-verdicts.server";
import { ClaimsCard, VerdictsCard } from "~/features/scoring/measure-verdicts";
import { useFormat } from "~/i18n/use-format";
import { ErrorSummary } from "~/ui/error-summary";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { FactTag, StatusTag } from "~/ui/status-tag";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const { db, actor, now, url, words, readKept } = page;
    const question = pageQuestion(page);
    const answer = await getMeasure(db, actor, now, question);
    const verdicts = await getMeasureVerdicts(db, actor, now, { ...question, periodKey: answer.view.period }, words);
    return { shown: readingShown(actor, now, url.searchParams, "current"), title: `${answer.view.title}, ${answer.view.code}`, illustrative: answer.view.illustrative, ...answer, verdicts, isClaimed: url.searchParams.has("claimed"), kept: await readKept(), key: randomUUID() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const { plan: planCode = "", code = "" } = args.params;
  return handleAction(args, {
    claim: actionForm(claimSchema, async ({ db, actor, now, idempotencyKey }, entered) => {
      await claimCompletion(db, actor, now, { planCode, code, ...entered, idemKey: idempotencyKey ?? randomUUID() });
      return `${measurePath(planCode, code)}?claimed=yes`;
    }),
  });
}

export default function MeasurePage() {
  const { t } = useTranslation();
  const print = useFormat();
  const { view, indicators, funding, verdicts, shown, isClaimed, kept, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { search } = useLocation();
  const path = measurePath(view.planCode, view.code);
  return (
    <Page
      title={<LocalText text={view.name} />}
      crumbs={view.crumbs}
      marks={<><StatusTag status={verdicts.status} />{view.access === "restricted" ? <FactTag fact="restricted" /> : null}<span className="small muted">{print.period(verdicts.periodKey)}</span></>}
      reading={<PlanReadingLine basis={view.basis} shown={shown} />}
      footNote={<BasisNote basis={view.basis} />}
    >
      <div className="columns columns-aside">
        <div className="stack">
          {isClaimed && !sent ? <Note role="status">{t("scoring.claim.sent")}</Note> : null}
          <ErrorSummary result={sent?.lastResult} problem={sent?.problem} />
          {view.access === "restricted" ? <Note>{t("plan.restrictedNote")}</Note> : null}
          {view.note ? <p className="prose"><LocalText text={view.note} /></p> : null}
          <PeriodChoice period={view.period} periods={view.periods} asked={view.basis.asked} />
          {view.hasIndicators ? <IndicatorsCard table={indicators} csvHref={`${path}/indicators.csv${search}`} /> : <Note>{t("plan.noIndicators")}</Note>}
          <VerdictsCard verdicts={verdicts} />
          <ClaimsCard verdicts={verdicts} result={sent?.lastResult ?? kept} idempotencyKey={key} />
          <Disruptions disruptions={view.disruptions} />
          {funding ? <FundingTable funding={funding} csvHref={`${path}/funding.csv${search}`} /> : null}
        </div>
        <aside className="stack" aria-label={t("plan.measure")}>
          <MeasureFacts view={view} />
          <Crossrefs crossrefs={view.crossrefs} />
          <ChangeReading shown={shown} />
        </aside>
      </div>
    </Page>
  );
}
