import type { ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { PlanListItem } from "./get-plans.server";

/** The list of plans as a table. No figure of a plan stands in it, so it says only when it was known. */
export function plansTable(plans: readonly PlanListItem[], knownAt: string, { t, print }: Words): ReportTable {
  return {
    name: "plans",
    title: t("plan.plans"),
    columns: [
      { key: "code", label: t("common.code"), kind: "code" },
      { key: "title", label: t("plan.title"), kind: "text" },
      { key: "starts_on", label: t("csv.column.starts_on"), kind: "date" },
      { key: "ends_on", label: t("csv.column.ends_on"), kind: "date" },
      { key: "versions", label: t("plan.versions"), kind: "number" },
      { key: "illustrative", label: t("plan.illustrative"), kind: "text" },
    ],
    rows: plans.map((plan) => ({
      code: plan.code,
      title: chooseText(plan.title, print.language).text,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      versions: String(plan.versions),
      illustrative: t(plan.illustrative ? "common.yes" : "common.no"),
    })),
    notes: [],
    labels: [{ key: "known_at", label: t("csv.label.known_at"), value: knownAt }],
  };
}
