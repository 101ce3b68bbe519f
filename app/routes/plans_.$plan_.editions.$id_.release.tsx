import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { editionPath, EDITIONS, preparationPath } from "~/features/edition/addresses";
import { ChallengeSheet } from "~/features/edition/challenge-sheet";
import { preparationView } from "~/features/edition/edition-view";
import { releaseSchema } from "~/features/edition/edition.schema";
import { getRelease } from "~/features/edition/get-preparation.server";
import { releaseEdition } from "~/features/edition/release-edition.server";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { CheckboxField } from "~/ui/fields";
import { figureSentence } from "~/ui/figure-reading";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Confirm, Note } from "~/ui/panels";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, params, words }) => {
    const open = await getRelease(db, actor, params.plan ?? "", params.id ?? "");
    const view = preparationView(open, words);
    const { latest, refusal } = open;
    return {
      title: words.t("edition.release.title"), illustrative: view.illustrative, view, refusal, findings: open.prepared.challenges.findings.length,
      no: (latest?.release.no ?? 0) + 1, replaces: latest && latest.release.code, idempotencyKey: randomUUID(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const { plan: planCode = "", id: preparationId = "" } = args.params;
  return handleAction(args, actionForm(releaseSchema, async ({ db, actor, now }) => {
    const code = await releaseEdition(db, actor, now, { planCode, preparationId, challengesRead: true });
    return `${editionPath(code)}?released=yes`;
  }));
}

export default function ReleaseEdition() {
  const { t } = useTranslation();
  const print = useFormat();
  const { view, refusal, findings, no, replaces, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = preparationPath(view.planCode, view.id);
  const consequence = t(`edition.release.${view.ceiling}`, { no, period: print.period(view.periodKey), moment: print.moment(view.knownAt) });
  const figures = [`${t("scorecard.implementation")}: ${figureSentence(view.implementation, t, print)}`, `${t("scorecard.averageProgress")}: ${figureSentence(view.average, t, print)}`];
  const facts = [...figures, replaces === null ? null : t("edition.release.replaces", { code: replaces }), t("edition.release.undo"), t("edition.release.correction")].filter((fact) => fact !== null);
  return (
    <Page title={t("edition.release.title")} sub={<LocalText text={view.planTitle} />} crumbs={[{ label: t("edition.title"), href: EDITIONS }, { label: print.period(view.periodKey), href: back }, { label: t("edition.release.act") }]}>
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        {view.sheet ? <ChallengeSheet sheet={view.sheet} csvHref={`${back}/challenges.csv`} /> : null}
        {view.release ? <Note>{t("edition.release.already")} <Link to={editionPath(view.release.code)}>{view.release.code}</Link></Note> : null}
        {view.release === null && refusal !== null ? <Note>{t(`errors.reason.${refusal}`)}</Note> : null}
        {view.release === null ? (
          <Confirm title={t("edition.prepared", { period: print.period(view.periodKey) })} consequence={consequence} facts={facts}>
            {refusal === null ? <EntryForm className="stack-tight" result={answer?.lastResult} idempotencyKey={idempotencyKey}>
              <CheckboxField name="challenges_read" label={t("edition.release.read")} hint={t("edition.release.readHint", { count: findings })} />
              <div className="actions">
                <button className="button">{t("edition.release.act")}</button>
                <Link to={back}>{t("edition.release.back")}</Link>
              </div>
            </EntryForm> : <Link to={back}>{t("edition.release.back")}</Link>}
          </Confirm>
        ) : null}
      </div>
    </Page>
  );
}
