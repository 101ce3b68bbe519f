import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { EDITIONS, preparationPath } from "~/features/edition/addresses";
import { prepareSchema } from "~/features/edition/edition.schema";
import { getPrepareForm } from "~/features/edition/get-prepare-form.server";
import { prepareEdition } from "~/features/edition/prepare-edition.server";
import { PrepareFields } from "~/features/edition/prepare-fields";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: true };

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, params, t, readKept }) => {
    const form = await getPrepareForm(db, actor, now, params.plan ?? "");
    return { title: t("edition.form.title"), illustrative: form.illustrative, form, kept: await readKept(), idempotencyKey: randomUUID() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const plan = args.params.plan ?? "";
  return handleAction(args, actionForm(
    async ({ db, actor, now }) => prepareSchema((await getPrepareForm(db, actor, now, plan)).periods),
    async ({ db, actor, now, idempotencyKey }, { period, ceiling, basis, cut_off, foreword_uk, foreword_en }) => {
      const prepared = { planCode: plan, periodKey: period, ceiling, basis, cutOff: cut_off, foreword: { uk: foreword_uk, en: foreword_en } };
      return preparationPath(plan, await prepareEdition(db, actor, now, prepared, idempotencyKey ?? undefined));
    },
  ));
}

export default function PrepareEdition() {
  const { t } = useTranslation();
  const { form, kept, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("edition.form.title")} sub={t("edition.form.lead")} crumbs={[{ label: t("edition.title"), href: EDITIONS }, { label: form.planCode }]}>
      <div className="stack prose">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} labels={{ period: t("edition.form.period"), ceiling: t("edition.form.ceiling"), basis: t("edition.form.basis"), cut_off: t("edition.form.cutOff") }} />
        <EntryForm main result={answer?.lastResult ?? kept} idempotencyKey={idempotencyKey} className="stack">
          <PrepareFields form={form} />
          <div className="actions">
            <button className="button">{t("edition.form.prepare")}</button>
          </div>
        </EntryForm>
      </div>
    </Page>
  );
}
