import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { DESK } from "~/features/value/addresses";
import { acceptSchema, returnSchema } from "~/features/value/decision.schema";
import { Claim, DecisionForms, QueuePlace } from "~/features/value/desk-page";
import { getDesk } from "~/features/value/get-desk.server";
import { returnValue } from "~/features/value/return-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { useFormat } from "~/i18n/use-format";
import { ErrorSummary } from "~/ui/error-summary";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import type { PageHandle } from "~/ui/root-data";
import { FactTag, Timeliness } from "~/ui/status-tag";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: "return" };

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const desk = await getDesk(page.db, page.actor, page.now, page.params.measurementId ?? "", page.words);
    return { title: desk.head.title, illustrative: desk.head.illustrative, desk, kept: await page.readKept(), keys: { accept: randomUUID(), return: randomUUID() } };
  });
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params.measurementId ?? "";
  return handleAction(args, {
    accept: actionForm(acceptSchema, async ({ db, actor, now }, { no, decisions_seen }) => {
      await verifyValue(db, actor, now, { measurementId: id, no, decisionsSeen: decisions_seen });
      return `${DESK}?done=accepted`;
    }),
    return: actionForm(returnSchema, async ({ db, actor, now }, { no, decisions_seen, reason }) => {
      await returnValue(db, actor, now, { measurementId: id, no, decisionsSeen: decisions_seen, reason });
      return `${DESK}?done=returned`;
    }),
  });
}

export default function DeskRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { desk, kept, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { claim } = desk;
  return (
    <Page
      title={<LocalText text={desk.head.name} />}
      crumbs={desk.head.crumbs}
      above={<QueuePlace desk={desk} />}
      sub={[desk.agency, print.period(desk.periodKey), desk.measureTitle].filter(Boolean).join(" · ")}
      marks={
        <>
          <FactTag fact={claim.isVerified ? "verified" : "provisional"}>{`${t("verification.claimed")}: ${claim.value}`}</FactTag>
          {desk.timeliness ? <Timeliness state={desk.timeliness}>{claim.receipt ? `${t(`statuses.timeliness.${desk.timeliness}`)}, ${print.moment(claim.receipt.at, { zone: false })}` : undefined}</Timeliness> : null}
        </>
      }
    >
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        <div className="columns columns-desk">
          <Claim desk={desk} />
          <aside className="sticky" aria-label={t("verification.desk.decision")}>
            <DecisionForms desk={desk} result={answer?.lastResult ?? kept} idempotencyKeys={keys} />
          </aside>
        </div>
      </div>
    </Page>
  );
}
