import type { Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import type { ReportTable } from "../report/report-table";
import { getReceipt } from "./get-receipt.server";

/** What a submission carried, as a file that names its receipt and digest. Throws not_found. */
export async function receiptReport(db: Db, actor: Actor, now: string, submissionId: string, words: Words): Promise<ReportTable> {
  const { t } = words;
  const receipt = await getReceipt(db, actor, now, submissionId, words);
  return {
    name: `receipt-${receipt.no}`,
    title: t("entry.receiptPage.caption"),
    columns: [
      { key: "code", label: t("common.code"), kind: "code" },
      { key: "name", label: t("common.name"), kind: "text" },
      { key: "period", label: t("common.period"), kind: "code" },
      { key: "version", label: t("entry.receiptPage.version"), kind: "number" },
      { key: "value", label: t("common.value"), kind: "text" },
      { key: "timeliness", label: t("entry.receiptPage.timeliness"), kind: "code" },
    ],
    rows: receipt.items.map((item) => ({
      code: item.code,
      name: item.title,
      period: item.periodKey,
      version: String(item.version),
      value: item.value,
      timeliness: item.timeliness,
    })),
    notes: [],
    labels: [
      { key: "receipt", label: t("verification.value.receiptHead"), value: receipt.no },
      { key: "submitted", label: t("verification.queue.submittedAt"), value: receipt.at },
      { key: "digest", label: t("entry.receiptPage.digestLabel"), value: receipt.hash },
      { key: "agency", label: t("common.agency"), value: receipt.agency },
    ],
  };
}
