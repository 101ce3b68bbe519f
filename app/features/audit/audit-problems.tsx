import { useTranslation } from "react-i18next";
import { Note } from "~/ui/panels";
import type { AuditReport } from "~db/queries/audit-check";

const SHOWN_AT_MOST = 100;

/** What a check of the chain found, one line a difference. */
export function AuditProblems({ report }: { report: AuditReport }) {
  const { t } = useTranslation();
  if (report.problems.length === 0) return <Note tone="ok" role="status">{t("audit.sound", { entries: report.entries, rows: report.rows })}</Note>;
  return (
    <Note tone="bad" role="alert">
      <p className="strong">{t("audit.unsound", { count: report.problems.length })}</p>
      <ul className="small">
        {report.problems.slice(0, SHOWN_AT_MOST).map((problem, index) => {
          const { table = "", key = "", seq = "" } = { ...problem } as { table?: string; key?: string; seq?: number | null };
          return <li key={index} className="break-anywhere">{t(`audit.problem.${problem.kind}`, { table, key, seq: String(seq ?? "") })}</li>;
        })}
      </ul>
    </Note>
  );
}
