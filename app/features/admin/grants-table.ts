import type { Role } from "~/domain/roles";
import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { getPerson } from "./get-person.server";

/** Every role a person was given, open and ended, newest first. */
export function grantsTable(grants: Awaited<ReturnType<typeof getPerson>>["grants"], { t, print }: Words): ReportTable {
  const moment = (instant: string | null) => ({ value: instant, shown: instant === null ? "" : print.moment(instant, { zone: false }) });
  return {
    name: "grants",
    title: t("admin.grantsTable"),
    columns: [
      { key: "role", label: t("admin.role"), kind: "code" },
      { key: "agency", label: t("common.agency"), kind: "text" },
      { key: "from", label: t("admin.from"), kind: "text" },
      { key: "to", label: t("admin.to"), kind: "text" },
      { key: "by", label: t("admin.grantedBy"), kind: "text" },
    ],
    rows: grants.map((grant) => ({
      role: { value: grant.role, shown: t(`statuses.role.${grant.role as Role}`) },
      agency: print.language === "uk" ? grant.abbrUk : grant.abbrEn,
      from: moment(grant.fromAt),
      to: moment(grant.toAt),
      by: grant.grantedBy,
    })),
    notes: [],
    labels: [],
  };
}
