import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { AgencyRow } from "~db/queries/agencies";

/** Bodies with their name of today and whether they approve their own submissions. */
export function agenciesTable(agencies: readonly AgencyRow[], { t, print }: Words): ReportTable {
  return {
    name: "agencies",
    title: t("admin.agenciesTable"),
    columns: [
      { key: "code", label: t("common.code"), kind: "code" },
      { key: "abbreviation", label: t("admin.abbreviation"), kind: "text" },
      { key: "name", label: t("common.name"), kind: "text" },
      { key: "approval", label: t("admin.approval"), kind: "text" },
    ],
    rows: agencies.map((agency) => ({
      code: agency.code,
      abbreviation: print.language === "uk" ? agency.abbrUk : agency.abbrEn,
      name: { value: print.language === "uk" ? agency.nameUk : agency.nameEn, ...(agency.byConsent && { detail: t("admin.byConsent") }) },
      approval: t(agency.needsApproval ? "admin.approvalOn" : "admin.approvalOff"),
    })),
    notes: [],
    labels: [],
  };
}
