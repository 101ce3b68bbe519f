import type { Actor } from "~/domain/permissions";
import { DomainError } from "~/domain/errors";
import { may } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import type { ReportTable } from "../report/report-table";
import { getQueue } from "./get-queue.server";

/** The evaluator's queue as a file. Throws not_found for who has none. */
export async function queueReport(db: Db, actor: Actor, now: string, words: Words): Promise<ReportTable> {
  if (!may(actor, "verify_value")) throw new DomainError("not_found");
  const { t } = words;
  const items = await getQueue(db, actor, now, words);
  return {
    name: "verification-queue",
    title: t("verification.queue.caption"),
    columns: [
      { key: "code", label: t("common.code"), kind: "code" },
      { key: "name", label: t("common.name"), kind: "text" },
      { key: "period", label: t("common.period"), kind: "code" },
      { key: "agency", label: t("common.agency"), kind: "text" },
      { key: "value", label: t("verification.queue.value"), kind: "text" },
      { key: "target", label: t("indicator.target"), kind: "text" },
      { key: "submitted", label: t("verification.queue.submittedAt"), kind: "text" },
      { key: "age", label: t("verification.queue.age"), kind: "number" },
    ],
    rows: items.map((item) => ({
      code: item.code,
      name: item.title,
      period: item.periodKey,
      agency: item.agencyName,
      value: item.value,
      target: item.target?.value ?? null,
      submitted: item.submittedAt,
      age: String(item.age),
    })),
    notes: [],
    labels: [{ key: "known_at", label: t("csv.label.known_at"), value: now }],
  };
}
