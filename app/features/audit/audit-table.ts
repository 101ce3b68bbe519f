import type { ReportTable } from "~/features/report/report-table";
import type { Translate } from "~/i18n/catalogue";
import type { Words } from "~/i18n/words";
import type { AuditPage } from "./get-audit.server";

/** The words of an act's code; one without words shows its code. */
export function actName(t: Translate, code: string): string {
  const named = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return named(`audit.acts.${code}`, { defaultValue: code });
}

/** `{"network": "127.0.0.0/24", "user": null}` → "мережа 127.0.0.0/24": an entry without its brackets; a name without words stays a code. */
export function readable(t: Translate, detail: unknown): string {
  if (typeof detail !== "object" || detail === null) return "";
  const named = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return Object.entries(detail).filter(([, value]) => value !== null).map(([name, value]) => `${named(`audit.fields.${name}`, { defaultValue: name })} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join(", ");
}

/** Entries as a table. Keys and details are as recorded: codes and ids, no names or texts. */
export function auditTable(entries: AuditPage["entries"], { t, print }: Words): ReportTable {
  return {
    name: "audit-log",
    title: t("audit.table"),
    columns: [
      { key: "seq", label: t("audit.no"), kind: "number" },
      { key: "at", label: t("audit.when"), kind: "text" },
      { key: "who", label: t("audit.who"), kind: "text" },
      { key: "act", label: t("audit.act"), kind: "text" },
      { key: "table", label: t("audit.rowTable"), kind: "code" },
      { key: "row", label: t("audit.row"), kind: "text" },
      { key: "detail", label: t("audit.detail"), kind: "text" },
    ],
    rows: entries.map((entry) => ({
      seq: String(entry.seq),
      at: { value: entry.at, shown: print.moment(entry.at, { seconds: true, zone: false }) },
      who: { value: entry.login, shown: entry.login ?? t("audit.system") },
      act: { value: entry.action, shown: actName(t, entry.action) },
      table: entry.rowTable,
      row: { value: entry.rowKey, shown: entry.rowKey === null ? "" : readable(t, JSON.parse(entry.rowKey)) },
      detail: { value: entry.detail === null ? null : JSON.stringify(entry.detail), shown: readable(t, entry.detail) },
    })),
    notes: [],
    labels: [],
  };
}
