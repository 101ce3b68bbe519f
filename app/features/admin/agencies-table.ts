import type { Translate } from "~/i18n/catalogue";
import type { ReportTable } from "~/features/report/report-table";
import type { AgencyRow } from "~db/queries/agencies";
import type { Language } from "~/i18n/language";

/** Bodies with their name of today and whether they approve their own submissions. */
export function agenciesTable(agencies: readonly AgencyRow[], language: Language, t: Translate): ReportTable {
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
      abbreviation: language === "uk" ? agency.abbrUk : agency.abbrEn,
      name: { value: language === "uk" ? agency.nameUk : agency.nameEn, ...(agency.byConsent && { detail: t("admin.byConsent") }) },
      approval: t(agency.needsApproval ? "admin.approvalOn" : "admin.approvalOff"),
    })),
    notes: [],
    labels: [],
  };
}
