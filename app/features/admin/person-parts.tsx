/** Parts of the page of one account: its roles, its data, its password and sessions. */
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "~/domain/errors";
import type { Role } from "~/domain/roles";
import type { getPerson } from "~/features/admin/get-person.server";
import { grantsTable } from "~/features/admin/grants-table";
import { toTableModel } from "~/features/report/to-table-model";
import { LANGUAGES } from "~/i18n/language";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { DateField, RadioField, SelectField, TextField } from "~/ui/fields";
import type { FormResult } from "~/ui/form-result";
import { ReportTable } from "~/ui/report-table";
import { INTENT_FIELD } from "~/ui/root-data";
import type { TableRow } from "~/ui/table-model";

type Person = Awaited<ReturnType<typeof getPerson>>;

/** A section whose act is refused says why in place of its form. */
function Section({ title, refusal, children }: { title: string; refusal: ErrorCode | null; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="card stack">
      <h2>{title}</h2>
      {refusal === null ? children : <p className="muted">{t(`errors.reason.${refusal}`)}</p>}
    </section>
  );
}

export function GrantsTable({ person }: { person: Person }) {
  const { t } = useTranslation();
  const print = useFormat();
  const table = toTableModel(grantsTable(person.grants, { t, print }), print);
  const rows = table.rows.map((row, index) => withEnd(row, person.grants[index]));
  return <ReportTable table={{ ...table, rows }} csvHref={`/admin/users/${person.account.id}/grants.csv`} empty={t("admin.grantsNone")} />;

  function withEnd(row: TableRow, grant: Person["grants"][number] | undefined): TableRow {
    if (grant === undefined || grant.toAt !== null || person.refusals.grant !== null) return row;
    return { ...row, cells: { ...row.cells, to: { text: "", content: <EndGrant grantId={grant.id} role={t(`statuses.role.${grant.role as Role}`)} /> } } };
  }
}

function EndGrant({ grantId, role }: { grantId: string; role: string }) {
  const { t } = useTranslation();
  return (
    <EntryForm label={t("admin.endGrantOf", { role })}>
      <input type="hidden" name="grantId" value={grantId} />
      <button className="button button-outline button-small" name={INTENT_FIELD} value="end_grant" aria-label={t("admin.endGrantOf", { role })}>{t("admin.endGrant")}</button>
    </EntryForm>
  );
}

export function GrantForm({ person, result }: { person: Person; result: FormResult | null }) {
  const { t } = useTranslation();
  const refusal = person.refusals.grant ?? (person.roles.length === 0 ? "roles_kept_apart" : null);
  const print = useFormat();
  return (
    <Section title={t("admin.grantTitle")} refusal={refusal}>
      <EntryForm result={result} className="stack">
        <SelectField name="role" label={t("admin.role")} empty={t("admin.chooseRole")} options={person.roles.map((role) => ({ value: role, label: t(`statuses.role.${role}`) }))} />
        <SelectField name="agencyId" label={t("admin.agencyFor")} hint={t("admin.agencyHint")} empty={t("admin.noAgency")}
          options={person.agencies.map((agency) => ({ value: agency.id, label: (print.language === "uk" ? agency.nameUk : agency.nameEn) ?? agency.code }))} />
        <DateField name="fromOn" label={t("admin.fromOn")} hint={t("admin.fromOnHint")} optional />
        <div className="actions">
          <button className="button" name={INTENT_FIELD} value="grant">{t("admin.grant")}</button>
        </div>
      </EntryForm>
    </Section>
  );
}

export function AccountForm({ person, result }: { person: Person; result: FormResult | null }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { account } = person;
  return (
    <Section title={t("admin.about")} refusal={person.refusals.account}>
      <EntryForm result={result} className="stack">
        <TextField name="nameUk" label={t("account.nameUk")} defaultValue={account.nameUk} />
        <TextField name="nameEn" label={t("account.nameEn")} defaultValue={account.nameEn} />
        <TextField name="email" type="email" label={t("admin.email")} optional defaultValue={account.email} />
        <RadioField name="language" label={t("admin.firstLanguage")} inline defaultValue={account.language} options={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{t(`account.languages.${value}`)}</span> }))} />
        <DateField name="endsOn" label={t("admin.endsOn")} hint={t("admin.endsOnHint")} optional defaultValue={account.endsOn === null ? "" : account.endsOn.split("-").reverse().join(".")} />
        <div className="actions">
          <button className="button button-outline" name={INTENT_FIELD} value="account">{t("admin.saveAccount")}</button>
        </div>
        <p className="small muted">{`${t("admin.clearance")}: ${t(`account.clearanceOf.${account.ceiling as "public"}`)}. ${account.endsOn === null ? "" : print.date(account.endsOn)}`}</p>
      </EntryForm>
    </Section>
  );
}

export function PasswordAndSessions({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <section className="card stack">
      <h2>{t("admin.resetTitle")}</h2>
      <p className="muted">{person.refusals.reset === null ? t("admin.makeLinkText") : t(`errors.reason.${person.refusals.reset}`)}</p>
      <p>{t("admin.openSessions", { count: person.sessions })}</p>
      <EntryForm className="actions">
        {person.refusals.reset === null ? <button className="button button-outline" name={INTENT_FIELD} value="reset">{t("admin.makeLink")}</button> : null}
        {person.refusals.revoke === null ? <button className="button button-outline" name={INTENT_FIELD} value="revoke">{t("admin.revokeAll")}</button> : null}
      </EntryForm>
    </section>
  );
}
