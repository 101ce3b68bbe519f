import type { Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import type { ReadingQuestion } from "../plan/reading-question";
import { fileNameOf, type ReportTable } from "../report/report-table";
import { getValue } from "./get-value.server";

/** The versions of one value as a file: plain figures, codes of decisions, moments as recorded. */
export async function versionsReport(db: Db, actor: Actor, now: string, measurementId: string, words: Words, question: ReadingQuestion = {}): Promise<ReportTable> {
  const { t } = words;
  const value = await getValue(db, actor, now, measurementId, words, question);
  return {
    name: `value-${fileNameOf(value.head.code)}-${fileNameOf(value.periodKey)}`,
    title: t("verification.value.versions"),
    columns: [
      { key: "no", label: t("verification.value.no"), kind: "number" },
      { key: "value", label: t("common.value"), kind: "text" },
      { key: "when", label: t("verification.value.when"), kind: "text" },
      { key: "who", label: t("verification.value.who"), kind: "text" },
      { key: "receipt", label: t("verification.value.receiptHead"), kind: "text" },
      { key: "decision", label: t("verification.desk.decision"), kind: "code" },
      { key: "decided", label: t("verification.value.decidedAt"), kind: "text" },
    ],
    rows: value.versions.map((version) => ({
      no: String(version.no),
      value: version.value,
      when: version.at,
      who: version.by,
      receipt: version.receipt?.no ?? null,
      decision: version.decisions.at(-1)?.decision ?? null,
      decided: version.decisions.at(-1)?.at ?? null,
    })),
    notes: [],
    labels: [
      { key: "indicator", label: t("entry.indicator"), value: value.head.code },
      { key: "period", label: t("common.period"), value: value.periodKey },
      { key: "agency", label: t("common.agency"), value: value.agency },
      { key: "known_at", label: t("csv.label.known_at"), value: value.knownAt },
    ],
  };
}
