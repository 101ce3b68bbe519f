/** Parts of the security page: removals to confirm, watched acts, open sessions, clearances. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ReportTable } from "~/ui/report-table";
import { INTENT_FIELD } from "~/ui/root-data";
import type { TableModel } from "~/ui/table-model";
import type { getSecurity } from "./get-security.server";
import { PurgeReach } from "./purge-reach";
import { actsTable, clearancesTable, sessionsTable } from "./security-tables";

type Security = Awaited<ReturnType<typeof getSecurity>>;
const CEILINGS = ["public", "internal", "restricted"] as const;

export function PurgesToConfirm({ purges }: { purges: Security["purges"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="card stack">
      <h2>{t("admin.purges")}</h2>
      {purges.length === 0 ? <p className="muted">{t("admin.purgesNone")}</p> : <p className="medium">{t("admin.purgeConfirmText")}</p>}
      {purges.map((purge) => (
        <EntryForm key={purge.id} className="row row-middle">
          <span className="break-anywhere small">{t("admin.purgeAct", { no: purge.actNo, date: print.date(purge.actOn) })}: {purge.digest}</span>
          <PurgeReach reach={purge.reach} />
          <input type="hidden" name="purgeId" value={purge.id} />
          <button className="button button-stop button-small" name={INTENT_FIELD} value="confirm_purge">{t("admin.purgeConfirm")}</button>
        </EntryForm>
      ))}
    </section>
  );
}

export function ActsTable({ acts }: { acts: Security["acts"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return <ReportTable table={toTableModel(actsTable(acts, { t, print }), print)} csvHref="/security/acts.csv" empty={t("admin.actsNone")} tall />;
}

export function SessionsTable({ sessions }: { sessions: Security["sessions"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const buttons = sessions.map((session) => <RevokeButton key={session.tokenHash} session={session.tokenHash} login={session.login} />);
  const table = withColumn(toTableModel(sessionsTable(sessions, { t, print }), print), t("admin.revoke"), buttons);
  return <ReportTable table={table} csvHref="/security/sessions.csv" empty={t("admin.sessionsNone")} tall />;
}

/** The page's own last column: what can be done about each row. */
function withColumn(table: TableModel, head: string, contents: ReactNode[]): TableModel {
  return {
    ...table,
    columns: [...table.columns, { key: "act", head }],
    rows: table.rows.map((row, index) => ({ ...row, cells: { ...row.cells, act: { text: "", content: contents[index] } } })),
  };
}

function RevokeButton({ session, login }: { session: string; login: string }) {
  const { t } = useTranslation();
  return (
    <EntryForm>
      <input type="hidden" name="session" value={session} />
      <button className="button button-outline button-small" name={INTENT_FIELD} value="revoke" aria-label={t("admin.revokeOf", { login })}>{t("admin.revoke")}</button>
    </EntryForm>
  );
}

export function ClearancesTable({ people }: { people: Security["people"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const forms = people.map((person) => <ClearanceForm key={person.id} userId={person.id} login={person.login} ceiling={person.ceiling} />);
  const table = withColumn(toTableModel(clearancesTable(people, { t, print }), print), t("admin.setClearance"), forms);
  return <ReportTable table={table} csvHref="/security/clearances.csv" tall />;
}

function ClearanceForm({ userId, login, ceiling }: { userId: string; login: string; ceiling: string }) {
  const { t } = useTranslation();
  return (
    <EntryForm className="row row-middle">
      <input type="hidden" name="userId" value={userId} />
      <select name="ceiling" defaultValue={ceiling} aria-label={t("admin.clearanceOf", { login })}>
        {CEILINGS.map((level) => <option key={level} value={level}>{t(`account.clearanceOf.${level}`)}</option>)}
      </select>
      <button className="button button-outline button-small" name={INTENT_FIELD} value="clearance">{t("admin.setClearance")}</button>
    </EntryForm>
  );
}
