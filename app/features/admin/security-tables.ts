/** What the page of security shows, as tables: for the page, which adds its buttons, and for files. */
import { actName, readable } from "~/features/audit/audit-table";
import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { getSecurity } from "./get-security.server";

type Security = Awaited<ReturnType<typeof getSecurity>>;

export function actsTable(acts: Security["acts"], { t, print }: Words): ReportTable {
  return {
    name: "security-acts",
    title: t("admin.actsTable"),
    columns: [
      { key: "at", label: t("admin.when"), kind: "text" },
      { key: "who", label: t("admin.who"), kind: "text" },
      { key: "what", label: t("admin.what"), kind: "text" },
      { key: "detail", label: t("admin.details"), kind: "text" },
    ],
    rows: acts.map((act) => ({
      at: { value: act.at, shown: print.moment(act.at, { seconds: true, zone: false }) },
      who: { value: act.login, shown: act.login ?? t("admin.nobody") },
      what: { value: act.action, shown: actName(t, act.action) },
      detail: [act.rowTable, act.rowKey === null ? "" : readable(t, JSON.parse(act.rowKey)), readable(t, act.detail)].filter(Boolean).join(" "),
    })),
    notes: [],
    labels: [],
  };
}

/** Without the digest that names a session: a file needs none. */
export function sessionsTable(sessions: Security["sessions"], { t, print }: Words): ReportTable {
  const moment = (instant: string) => ({ value: instant, shown: print.moment(instant, { zone: false }) });
  return {
    name: "security-sessions",
    title: t("admin.sessionsTable"),
    columns: [
      { key: "who", label: t("admin.who"), kind: "text" },
      { key: "opened", label: t("admin.openedAt"), kind: "text" },
      { key: "seen", label: t("admin.seenAt"), kind: "text" },
      { key: "network", label: t("admin.network"), kind: "text" },
    ],
    rows: sessions.map((session) => ({
      who: { value: session.login, detail: print.language === "uk" ? session.nameUk : session.nameEn },
      opened: moment(session.createdAt),
      seen: moment(session.seenAt),
      network: session.network,
    })),
    notes: [],
    labels: [],
  };
}

export function clearancesTable(people: Security["people"], { t, print }: Words): ReportTable {
  return {
    name: "security-clearances",
    title: t("admin.clearancesTable"),
    columns: [
      { key: "who", label: t("admin.who"), kind: "text" },
      { key: "now", label: t("admin.clearance"), kind: "code" },
    ],
    rows: people.map((person) => ({
      who: { value: person.login, detail: print.language === "uk" ? person.nameUk : person.nameEn },
      now: { value: person.ceiling, shown: t(`account.clearanceOf.${person.ceiling as "public"}`) },
    })),
    notes: [],
    labels: [],
  };
}
