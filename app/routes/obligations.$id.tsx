import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { obligationPath, receiptPath, valuePath } from "~/features/value/addresses";
import { correctValue } from "~/features/value/correct-value.server";
import { dropDraft } from "~/features/value/drop-draft.server";
import { EntryAside } from "~/features/value/entry-aside";
import { EntryNotes } from "~/features/value/entry-notes";
import { EntryFormPage } from "~/features/value/entry-page";
import { ConfirmEntry, EntryConflict } from "~/features/value/entry-stages";
import { getEntryForm } from "~/features/value/get-entry-form.server";
import { backToForm, entryRules, previewEntry, type EntryPreview } from "~/features/value/preview-entry.server";
import { saveDraft } from "~/features/value/save-draft.server";
import { submitUnchanged } from "~/features/value/submit-unchanged.server";
import { submitValue } from "~/features/value/submit-value.server";
import type { Submitted } from "~/features/value/value-input";
import { baseNoSchema, valueSchema, type EnteredForm } from "~/features/value/value.schema";
import { useFormat } from "~/i18n/use-format";
import { ErrorSummary } from "~/ui/error-summary";
import { typedFields, type FormResult } from "~/ui/form-result";
import { LocalText } from "~/ui/local-text";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad, type Act } from "~/web/handle.server";
import type { Page as Request } from "~/web/page.server";
import { typedTexts } from "~/web/typed-fields.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: "check" };

const idOf = (page: Pick<Request, "params">) => page.params.id ?? "";

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const view = await getEntryForm(page.db, page.actor, page.now, idOf(page), page.words);
    const notice = page.url.searchParams.has("saved") ? ("saved" as const) : page.url.searchParams.has("approval") ? ("approval" as const) : null;
    return { title: view.head.title, illustrative: view.head.illustrative, view, notice, kept: await page.readKept(), key: randomUUID() };
  });
}

const schema = (asksConfirmation: boolean) => async (page: Request) =>
  valueSchema(await entryRules(page.db, page.actor, page.now, idOf(page), page.language, asksConfirmation));
const inputOf = (page: Act, form: EnteredForm) => ({
  ...form, obligationId: idOf(page), idemKey: page.idempotencyKey ?? randomUUID(), unchangedSince: null, typed: typedTexts(page.form),
});
const receiptOf = (page: Act, { submissionId }: Submitted) => (submissionId ? receiptPath(submissionId) : `${obligationPath(idOf(page))}?approval=yes`);

export async function action(args: ActionFunctionArgs) {
  return handleAction<EntryPreview>(args, {
    check: actionForm(schema(false), async (page, form) => ({
      done: await previewEntry(page.db, page.actor, page.now, { obligationId: idOf(page), form, typed: typedTexts(page.form) }, page.words),
    })),
    edit: actionForm(baseNoSchema, async (page) => ({ done: backToForm(typedTexts(page.form)) })),
    submit: actionForm(schema(true), async (page, form) => receiptOf(page, await submitValue(page.db, page.actor, page.now, inputOf(page, form)))),
    correct: actionForm(schema(true), async (page, form) => receiptOf(page, await correctValue(page.db, page.actor, page.now, inputOf(page, form)))),
    no_change: actionForm(baseNoSchema, async (page, { baseNo }) => {
      const input = { obligationId: idOf(page), baseNo, idemKey: page.idempotencyKey ?? randomUUID(), late: false };
      return receiptOf(page, await submitUnchanged(page.db, page.actor, page.now, input));
    }),
    draft: actionForm(baseNoSchema, async (page, { baseNo }) => {
      await saveDraft(page.db, page.actor, page.now, { obligationId: idOf(page), baseNo, typed: typedTexts(page.form) });
      return `${obligationPath(idOf(page))}?saved=yes`;
    }),
    leave: actionForm(z.object({}), async (page) => {
      const measurementId = await dropDraft(page.db, page.actor, page.now, idOf(page));
      return measurementId ? valuePath(measurementId) : "/";
    }),
  });
}

export default function ObligationRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { view, notice, kept, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer?.done ?? null;
  const result: FormResult = answer?.lastResult ?? (preview ? { initialValue: preview.fields, warning: preview.warnings } : (kept ?? { initialValue: view.initial }));
  const isConflict = answer?.problem?.code === "value_changed_meanwhile";
  const dates = { period: print.period(view.periodKey), date: print.date(view.holdsOn), agency: view.agency, due: print.dueDate(view.dueOn) };
  return (
    <Page title={<LocalText text={view.head.name} />} crumbs={view.head.crumbs} sub={t("entry.sub", dates)}>
      <div className="columns columns-aside">
        <div className="stack">{content()}</div>
        <EntryAside view={view} />
      </div>
    </Page>
  );

  function content() {
    if (isConflict) return <EntryConflict view={view} typed={typedFields(result)} idempotencyKey={key} />;
    if (preview?.stage === "confirm") return <ConfirmEntry view={view} preview={preview} />;
    return (
      <>
        <ErrorSummary result={result} problem={answer?.problem} />
        <EntryNotes view={view} notice={answer ? null : notice} />
        <EntryFormPage key={preview?.key ?? "form"} view={view} result={result} idempotencyKey={key} />
      </>
    );
  }
}
