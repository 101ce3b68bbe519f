import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { DomainError } from "~/domain/errors";
import { may } from "~/domain/permissions";
import { approveSchema, sendBackSchema } from "~/features/submission/approval.schema";
import { AwaitingCard } from "~/features/submission/approve-page";
import { approveSubmission } from "~/features/submission/approve-submission.server";
import { getAwaiting } from "~/features/submission/get-awaiting.server";
import { sendBack } from "~/features/submission/send-back.server";
import { APPROVAL, receiptPath } from "~/features/value/addresses";
import { ErrorSummary } from "~/ui/error-summary";
import { typedValues } from "~/ui/form-result";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState, Note } from "~/ui/panels";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url, words }) => {
    if (!may(actor, "approve_submission")) throw new DomainError("not_found");
    const items = await getAwaiting(db, actor, now, words);
    const withKeys = items.map((item) => ({ item, keys: { approve: randomUUID(), send_back: randomUUID() } }));
    return { title: t("verification.approve.title"), illustrative: items.some((item) => item.illustrative), items: withKeys, isSentBack: url.searchParams.has("sent-back") };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, {
    approve: actionForm(approveSchema, async ({ db, actor, now }, { measurement_id, no }) => {
      const submissionId = await approveSubmission(db, actor, now, { measurementId: measurement_id, no });
      return receiptPath(submissionId);
    }),
    send_back: actionForm(sendBackSchema, async ({ db, actor, now }, { measurement_id, no, decisions_seen, reason }) => {
      await sendBack(db, actor, now, { measurementId: measurement_id, no, decisionsSeen: decisions_seen, reason });
      return `${APPROVAL}?sent-back=yes`;
    }),
  });
}

export default function ApproveRoute() {
  const { t } = useTranslation();
  const { items, isSentBack } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.lastResult ?? null;
  const answered = typedValues(result, "measurement_id")?.[0];
  return (
    <Page title={t("verification.approve.title")} sub={t("verification.approve.sub")}>
      <div className="stack prose">
        {isSentBack && !answer ? <Note role="status">{t("verification.approve.sentBack")}</Note> : null}
        <ErrorSummary result={result} problem={answer?.problem} />
        {items.length === 0 ? <EmptyState title={t("verification.approve.empty")}>{t("verification.approve.emptyText")}</EmptyState> : null}
        {items.map(({ item, keys }, index) => (
          <AwaitingCard key={item.measurementId} item={item} isFirst={index === 0} result={answered === item.measurementId ? result : null} idempotencyKeys={keys} />
        ))}
      </div>
    </Page>
  );
}
