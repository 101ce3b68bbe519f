import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { newPersonSchema } from "~/features/admin/admin.schema";
import { createAccount } from "~/features/admin/create-account.server";
import { peopleOf } from "~/features/admin/people-page.server";
import { OneTimeLink } from "~/features/admin/one-time-link";
import { toTableModel } from "~/features/report/to-table-model";
import { LANGUAGES } from "~/i18n/language";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { RadioField, TextField } from "~/ui/fields";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: true };

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url, words, readKept }) => {
    const search = url.searchParams.get("q");
    return { title: t("admin.people"), search: search ?? "", table: await peopleOf(db, actor, now, { search, words }), kept: await readKept() };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, actionForm(newPersonSchema, async ({ db, actor, now, url }, person) => {
    const { userId, resetPath } = await createAccount(db, actor, now, person);
    return { done: { userId, link: url.origin + resetPath } };
  }));
}

export default function People() {
  const { t } = useTranslation();
  const print = useFormat();
  const { search, table, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.lastResult ?? kept;
  const query = search ? `?q=${encodeURIComponent(search)}` : "";
  return (
    <Page title={t("admin.people")} sub={t("admin.peopleLead")}>
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        {answer?.done ? (
          <Note tone="ok" role="status">
            <p>{t("admin.created")} <Link to={`/admin/users/${answer.done.userId}`}>{t("admin.openPerson")}</Link></p>
            <OneTimeLink link={answer.done.link} />
          </Note>
        ) : null}
        <Form method="get" className="filters" role="search">
          <TextField name="q" type="search" label={t("admin.findLabel")} defaultValue={search} lastResult={null} width="20" />
          <button className="button button-outline">{t("common.search")}</button>
        </Form>
        <ReportTable table={toTableModel(table, print)} csvHref={`/admin/users.csv${query}`} empty={t("admin.peopleNone")} tall />
        <details className="card" open={Boolean(result)}>
          <summary>{t("admin.newTitle")}</summary>
          <EntryForm main result={result} className="stack prose">
            <p className="muted">{t("admin.newLead")}</p>
            <TextField name="login" label={t("account.login")} width="20" spellCheck={false} />
            <TextField name="nameUk" label={t("account.nameUk")} width="20" />
            <TextField name="nameEn" label={t("account.nameEn")} width="20" />
            <TextField name="email" type="email" label={t("admin.email")} optional width="20" />
            <RadioField name="language" label={t("admin.firstLanguage")} inline defaultValue="uk" options={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{t(`account.languages.${value}`)}</span> }))} />
            <div className="actions">
              <button className="button">{t("admin.create")}</button>
            </div>
          </EntryForm>
        </details>
      </div>
    </Page>
  );
}
