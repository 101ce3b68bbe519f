/** Parts of the security page: removals to confirm, watched acts, open sessions, clearances. */
import { useTranslation } from "react-i18next";
import { actName, readable } from "~/features/audit/audit-table";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ReportTable } from "~/ui/report-table";
import { INTENT_FIELD } from "~/ui/root-data";
import type { getSecurity } from "./get-security.server";

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
  const table = {
    caption: t("admin.actsTable"),
    columns: [
      { key: "at", head: t("admin.when") },
      { key: "who", head: t("admin.who") },
      { key: "what", head: t("admin.what") },
      { key: "detail", head: t("admin.details") },
    ],
    rows: acts.map((act) => ({
      key: String(act.seq),
      cells: {
        at: print.moment(act.at, { seconds: true, zone: false }),
        who: act.login ?? t("admin.nobody"),
        what: actName(t, act.action),
        detail: [act.rowTable, act.rowKey === null ? "" : readable(JSON.parse(act.rowKey)), readable(act.detail)].filter(Boolean).join(" "),
      },
    })),
  };
  return <ReportTable table={table} empty={t("admin.actsNone")} tall />;
}

export function SessionsTable({ sessions }: { sessions: Security["sessions"] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const table = {
    caption: t("admin.sessionsTable"),
    columns: [
      { key: "who", head: t("admin.who") },
      { key: "opened", head: t("admin.openedAt") },
      { key: "seen", head: t("admin.seenAt") },
      { key: "network", head: t("admin.network") },
      { key: "revoke", head: t("admin.revoke") },
    ],
    rows: sessions.map((session) => ({
      key: session.tokenHash,
      cells: {
        who: { text: session.login, detail: print.language === "uk" ? session.nameUk : session.nameEn },
        opened: print.moment(session.createdAt, { zone: false }),
        seen: print.moment(session.seenAt, { zone: false }),
        network: session.network,
        revoke: { text: "", content: <RevokeButton session={session.tokenHash} login={session.login} /> },
      },
    })),
  };
  return <ReportTable table={table} empty={t("admin.sessionsNone")} tall />;
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
  const { language } = useFormat();
  const table = {
    caption: t("admin.clearancesTable"),
    columns: [{ key: "who", head: t("admin.who") }, { key: "now", head: t("admin.clearance") }, { key: "change", head: t("admin.setClearance") }],
    rows: people.map((person) => ({
      key: person.id,
      cells: {
        who: { text: person.login, detail: language === "uk" ? person.nameUk : person.nameEn },
        now: t(`account.clearanceOf.${person.ceiling as "public"}`),
        change: { text: "", content: <ClearanceForm userId={person.id} login={person.login} ceiling={person.ceiling} /> },
      },
    })),
  };
  return <ReportTable table={table} tall />;
}

function ClearanceForm({ userId, login, ceiling }: { userId: string; login: string; ceiling: string }) {
  const { t } = useTranslation();
  return (
    <EntryForm className="row row-middle">
      <input type="hidden" name="userId" value={userId} />
      <select name="ceiling" className="width-10" defaultValue={ceiling} aria-label={t("admin.clearanceOf", { login })}>
        {CEILINGS.map((level) => <option key={level} value={level}>{t(`account.clearanceOf.${level}`)}</option>)}
      </select>
      <button className="button button-outline button-small" name={INTENT_FIELD} value="clearance">{t("admin.setClearance")}</button>
    </EntryForm>
  );
}
