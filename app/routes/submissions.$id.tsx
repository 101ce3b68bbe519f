import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getReceipt } from "~/features/submission/get-receipt.server";
import { ReceiptItems, ReceiptPanel } from "~/features/submission/receipt-page";
import { getNextTask } from "~/features/work-list/next-task.server";
import { useFormat } from "~/i18n/use-format";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, params, words }) => {
    const receipt = await getReceipt(db, actor, now, params.id ?? "", words);
    return { title: t("entry.receiptPage.title", { no: receipt.no }), illustrative: receipt.illustrative, receipt, next: await getNextTask(db, actor, now, words) };
  });
}

export default function SubmissionRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { title, receipt, next } = useLoaderData<typeof loader>();
  return (
    <Page title={title} sub={`${t("entry.receiptPage.round")}: ${print.period(receipt.roundPeriod)}`}>
      <div className="stack">
        <ReceiptPanel receipt={receipt} next={next} />
        <ReceiptItems receipt={receipt} />
      </div>
    </Page>
  );
}
