import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { resetPasswordSchema } from "~/features/account/account.schema";
import { PASSWORD_LENGTH } from "~/features/account/password-length";
import { findReset, resetPassword } from "~/features/account/reset-password.server";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/fields";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleOpenAction, handleOpenLoad } from "~/web/handle.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: true };

export async function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async ({ db, now, params, t }) => {
    const { login } = await findReset(db, now, params.token ?? "");
    return { title: t("account.resetTitle"), login };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleOpenAction(args, actionForm(resetPasswordSchema, async ({ db, now, params }, { newPassword }) => {
    await resetPassword(db, now, { token: params.token ?? "", password: newPassword });
    return "/sign-in?reset=1";
  }));
}

export default function ResetPassword() {
  const { t } = useTranslation();
  const { login } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("account.resetTitle")} sub={t("account.resetFor", { login })}>
      <div className="stack prose">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        <EntryForm main result={answer?.lastResult} className="stack" reloadDocument>
          <TextField name="newPassword" label={t("account.newPassword")} hint={t("account.newPasswordHint", { min: PASSWORD_LENGTH.min })} type="password" autoComplete="new-password" width="20" />
          <TextField name="repeatPassword" label={t("account.repeatPassword")} type="password" autoComplete="new-password" width="20" />
          <div className="actions">
            <button className="button">{t("account.saveReset")}</button>
          </div>
        </EntryForm>
      </div>
    </Page>
  );
}
