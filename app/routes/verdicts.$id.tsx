import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { verdictPath } from "~/features/scoring/addresses";
import { getVerdict } from "~/features/scoring/get-verdict.server";
import { DraftVerdict, ReplyForm } from "~/features/scoring/reply-page";
import { replyToVerdict } from "~/features/scoring/reply-to-verdict.server";
import { replySchema } from "~/features/scoring/reply.schema";
import { useFormat } from "~/i18n/use-format";
import { ErrorSummary } from "~/ui/error-summary";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: "reply" };

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const view = await getVerdict(page.db, page.actor, page.now, page.params.id ?? "", page.words);
    return { title: `${page.t("scoring.draft")}: ${view.title}`, illustrative: view.illustrative, view, isReplied: page.url.searchParams.has("replied"), kept: await page.readKept(), key: randomUUID() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const verdictId = args.params.id ?? "";
  return handleAction(args, {
    reply: actionForm(replySchema, async ({ db, actor, now }, entered) => {
      await replyToVerdict(db, actor, now, { verdictId, ...entered });
      return `${verdictPath(verdictId)}?replied=yes`;
    }),
  });
}

export default function VerdictRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { view, isReplied, kept, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={<LocalText text={view.name} />} crumbs={view.crumbs} sub={t("scoring.reply.sub", { body: view.verdict.agency, period: print.period(view.verdict.periodKey) })}>
      <div className="stack">
        {isReplied && !answer ? <Note role="status">{t("scoring.reply.sent")}</Note> : null}
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        <div className="columns columns-desk">
          <div className="stack">
            <DraftVerdict view={view} />
            <p><Link to={view.measureHref}>{t("scoring.toMeasure")}</Link></p>
          </div>
          <aside className="sticky" aria-label={t("scoring.reply.title")}>
            <ReplyForm view={view} result={answer?.lastResult ?? kept} idempotencyKey={key} />
          </aside>
        </div>
      </div>
    </Page>
  );
}
