import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notedHeadSchema } from "~/features/admin/admin.schema";
import { AuditProblems } from "~/features/audit/audit-problems";
import { actName, auditTable } from "~/features/audit/audit-table";
import { auditQuestion } from "~/features/audit/audit-question";
import { checkAudit, getAuditEntries, getAuditFrame } from "~/features/audit/get-audit.server";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, SelectField, TextField } from "~/ui/fields";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { ReportTable } from "~/ui/report-table";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;
const ENTRIES_A_PAGE = 50;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, url, t, words }) => {
    const { entries, next } = await getAuditEntries(db, actor, auditQuestion(url), ENTRIES_A_PAGE);
    const query = new URLSearchParams(url.searchParams);
    for (const own of ["lang", "before", "_data"]) query.delete(own);
    const asked = Object.fromEntries(query);
    return { title: t("audit.title"), table: auditTable(entries, words), next, asked, query: query.toString(), isNewest: !url.searchParams.has("before"), ...(await getAuditFrame(db, actor)) };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, actionForm(notedHeadSchema, async ({ db, actor, now }, { noted }) => ({ done: await checkAudit(db, actor, now, noted) })));
}

export default function Audit() {
  const { t } = useTranslation();
  const print = useFormat();
  const { table, next, asked, query, isNewest, head, actions, tables } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const page = (before: number) => `?${new URLSearchParams({ ...asked, before: String(before) }).toString()}`;
  return (
    <Page title={t("audit.title")} sub={t("audit.lead")}>
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        <section className="card stack">
          <h2>{t("audit.checkTitle")}</h2>
          <p className="medium">{t("audit.checkText")}</p>
          <p className="small break-anywhere">{t("audit.head")}: {head === null ? t("audit.headNone") : <code>{t("audit.headAt", { seq: String(head.seq), hash: head.hash })}</code>}</p>
          {answer?.done ? <AuditProblems report={answer.done} /> : null}
          <EntryForm result={answer?.lastResult} className="filters">
            <TextField name="noted" label={t("audit.noted")} hint={t("audit.notedHint")} optional spellCheck={false} />
            <button className="button button-outline">{t("audit.check")}</button>
          </EntryForm>
        </section>
        <Form method="get" className="filters" role="search">
          <SelectField name="action" label={t("audit.filterAct")} empty={t("common.all")} defaultValue={asked.action} lastResult={null} width="10" options={actions.map((code) => ({ value: code, label: actName(t, code) }))} />
          <SelectField name="table" label={t("audit.filterTable")} empty={t("common.all")} defaultValue={asked.table} lastResult={null} width="10" options={tables.map((name) => ({ value: name, label: name }))} />
          <TextField name="person" label={t("audit.filterPerson")} defaultValue={asked.person} lastResult={null} width="10" />
          <DateField name="from" label={t("audit.filterFrom")} defaultValue={asked.from} width="5" lastResult={null} />
          <DateField name="to" label={t("audit.filterTo")} defaultValue={asked.to} width="5" lastResult={null} />
          <button className="button button-outline">{t("common.filter")}</button>
        </Form>
        <ReportTable table={toTableModel(table, print)} csvHref={`/audit.csv${query ? `?${query}` : ""}`} empty={t("audit.none")} />
        <nav className="row" aria-label={t("common.pages.label")}>
          {isNewest ? null : <Link to={query ? `?${query}` : "?"}>{t("audit.newest")}</Link>}
          {next === null ? null : <Link to={page(next)} rel="next">{t("audit.older")}</Link>}
        </nav>
      </div>
    </Page>
  );
}
