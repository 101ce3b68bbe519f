import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { setupSchema } from "~/features/account/account.schema";
import { checkFirstRun, createFirstAdministrator } from "~/features/account/first-run.server";
import { PASSWORD_LENGTH } from "~/features/account/password-length";
import { openSession } from "~/features/account/sign-in.server";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/fields";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleOpenAction, handleOpenLoad } from "~/web/handle.server";
import { enter, newSessionToken } from "~/web/sign-in-cookies.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: true };

export async function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async ({ db, now, t }) => {
    await checkFirstRun(db, now);
    return { title: t("account.setupTitle") };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleOpenAction(args, actionForm(setupSchema, async (page, { newPassword, code, login, nameUk, nameEn }) => {
    const { db, now, language } = page;
    const userId = await createFirstAdministrator(db, now, { code, login, nameUk, nameEn, language, password: newPassword });
    const session = newSessionToken(page);
    await openSession(db, now, userId, session.opening);
    return enter(page, session.token, "/", language);
  }));
}

export default function Setup() {
  const { t } = useTranslation();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("account.setupTitle")} sub={t("account.setupLead")}>
      <div className="stack prose">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        <EntryForm main result={answer?.lastResult} className="stack" reloadDocument>
          <TextField name="code" label={t("account.setupCode")} hint={t("account.setupCodeHint")} width="20" spellCheck={false} />
          <TextField name="login" label={t("account.login")} autoComplete="username" width="20" spellCheck={false} />
          <TextField name="nameUk" label={t("account.nameUk")} width="20" />
          <TextField name="nameEn" label={t("account.nameEn")} width="20" />
          <TextField name="newPassword" label={t("account.newPassword")} hint={t("account.newPasswordHint", { min: PASSWORD_LENGTH.min })} type="password" autoComplete="new-password" width="20" />
          <TextField name="repeatPassword" label={t("account.repeatPassword")} type="password" autoComplete="new-password" width="20" />
          <div className="actions">
            <button className="button">{t("account.createAdministrator")}</button>
          </div>
        </EntryForm>
      </div>
    </Page>
  );
}
