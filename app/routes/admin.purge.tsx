import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { purgeRequestSchema } from "~/features/admin/admin.schema";
import { getOpenPurges } from "~/features/admin/open-purges.server";
import { PurgeReach } from "~/features/admin/purge-reach";
import { requestPurge } from "~/features/content/request-purge.server";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, TextField } from "~/ui/fields";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: true };

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, t, url, readKept }) => ({
    title: t("admin.purgeTitle"),
    open: await getOpenPurges(db, actor),
    isAsked: url.searchParams.has("asked"),
    kept: await readKept(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, actionForm(purgeRequestSchema, async ({ db, actor, now }, input) => {
    await requestPurge(db, actor, now, input);
    return "/admin/purge?asked=1";
  }));
}

export default function PurgeRequest() {
  const { t } = useTranslation();
  const print = useFormat();
  const { open, isAsked, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("admin.purgeTitle")} sub={t("admin.purgeLead")}>
      <div className="stack prose">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        {isAsked && !answer ? <Note tone="ok" role="status">{t("admin.purgeAsked")}</Note> : null}
        <EntryForm main result={answer?.lastResult ?? kept} className="stack">
          <TextField name="digest" label={t("admin.purgeDigest")} hint={t("admin.purgeDigestHint")} spellCheck={false} />
          <TextField name="actNo" label={t("admin.purgeActNo")} width="20" />
          <DateField name="actOn" label={t("admin.purgeActOn")} />
          <div className="actions">
            <button className="button">{t("admin.purgeAsk")}</button>
          </div>
        </EntryForm>
        <section>
          <h2>{t("admin.purgeOpen")}</h2>
          {open.length === 0 ? <p className="muted">{t("admin.purgesNone")}</p> : (
            <ul className="medium">
              {open.map((purge) => <li key={purge.id} className="break-anywhere">{t("admin.purgeAct", { no: purge.actNo, date: print.date(purge.actOn) })}: {purge.digest}<br /><PurgeReach reach={purge.reach} /></li>)}
            </ul>
          )}
        </section>
      </div>
    </Page>
  );
}
