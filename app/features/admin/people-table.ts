import type { Role } from "~/domain/roles";
import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { ListedAccount } from "~db/queries/accounts";

/** Accounts as a table: who, in which roles, until when, last seen. */
export function peopleTable(people: readonly ListedAccount[], today: string, { t, print }: Words): ReportTable {
  const name = (person: ListedAccount) => (print.language === "uk" ? person.nameUk : person.nameEn);
  const roles = (person: ListedAccount) =>
    person.grants.map(({ role, abbrUk, abbrEn }) => [t(`statuses.role.${role as Role}`), print.language === "uk" ? abbrUk : abbrEn].filter(Boolean).join(", ")).join("; ");
  return {
    name: "accounts",
    title: t("admin.peopleTable"),
    columns: [
      { key: "login", label: t("account.login"), kind: "text" },
      { key: "name", label: t("common.person"), kind: "text" },
      { key: "roles", label: t("admin.grants"), kind: "text" },
      { key: "clearance", label: t("admin.clearance"), kind: "code" },
      { key: "ends_on", label: t("admin.endsOn"), kind: "date" },
      { key: "last_seen", label: t("admin.lastSeen"), kind: "text" },
    ],
    rows: people.map((person) => ({
      login: { value: person.login, href: `/admin/users/${person.id}` },
      name: name(person),
      roles: { value: roles(person) || null, shown: roles(person) || t("account.noRoles") },
      clearance: { value: person.ceiling, shown: t(`account.clearanceOf.${person.ceiling as "public"}`) },
      ends_on: { value: person.endsOn, ...(person.endsOn !== null && person.endsOn < today && { shown: t("admin.ended", { date: print.date(person.endsOn) }) }) },
      last_seen: { value: person.lastSeenAt, shown: person.lastSeenAt === null ? t("admin.never") : print.moment(person.lastSeenAt, { zone: false }) },
    })),
    notes: [],
    labels: [],
  };
}
