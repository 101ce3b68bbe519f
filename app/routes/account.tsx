import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/roles";
import { changePasswordSchema, languageSchema } from "~/features/account/account.schema";
import { changeLanguage } from "~/features/account/change-language.server";
import { changePassword } from "~/features/account/change-password.server";
import { PASSWORD_LENGTH } from "~/features/account/password-length";
import { languageCookie, LANGUAGES } from "~/i18n/language";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { RadioField, TextField } from "~/ui/fields";
import { KeyValue } from "~/ui/key-value";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { INTENT_FIELD } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";
import { Refused } from "~/web/refused.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ person, language, t }) => {
    const { login, nameUk, nameEn, language: ownLanguage, ceiling, grants, mustChange } = person.session;
    const name = language === "uk" ? nameUk : nameEn;
    const roles = grants.map(({ role, abbrUk, abbrEn }) => [t(`statuses.role.${role as Role}`), language === "uk" ? abbrUk : abbrEn].filter(Boolean).join(", "));
    return { title: t("account.title"), login, name, ownLanguage, ceiling, roles, mustChange };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, {
    password: actionForm(changePasswordSchema, async ({ db, actor, now, person, context }, input) => {
      const change = { current: input.currentPassword, next: input.newPassword, keptTokenHash: person.session.tokenHash, network: context.network };
      const result = await changePassword(db, actor, now, change);
      if ("waitMinutes" in result) throw new Refused(429, "too_many_attempts", "account.throttled", { count: result.waitMinutes });
      return { done: result };
    }),
    language: actionForm(languageSchema, async ({ db, actor, now, context }, { language }) => {
      await changeLanguage(db, actor, now, language);
      context.language = language;
      return json({ lastResult: null, problem: null, done: null }, { headers: { "Set-Cookie": languageCookie(language, context.secure) } });
    }),
  });
}

export default function Account() {
  const { t } = useTranslation();
  const { login, name, ownLanguage, ceiling, roles, mustChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("account.title")}>
      <div className="stack prose">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        {mustChange ? <Note tone="warn">{t("account.mustChange")}</Note> : null}
        {answer?.done ? <Note tone="ok" role="status">{`${t("account.changed")} ${answer.done.ended > 0 ? t("account.ended", { count: answer.done.ended }) : ""}`}</Note> : null}
        <KeyValue
          items={[
            { label: t("account.login"), value: login },
            { label: t("common.person"), value: name },
            { label: t("account.roles"), value: roles.join("; ") || t("account.noRoles") },
            { label: t("account.clearance"), value: t(`account.clearanceOf.${ceiling as "public"}`) },
          ]}
        />
        <section className="card stack">
          <h2>{t("account.passwordTitle")}</h2>
          <EntryForm result={answer?.lastResult} className="stack" reloadDocument>
            <input type="hidden" name="username" value={login} autoComplete="username" />
            <TextField name="currentPassword" label={t("account.currentPassword")} type="password" autoComplete="current-password" width="20" />
            <TextField name="newPassword" label={t("account.newPassword")} hint={t("account.newPasswordHint", { min: PASSWORD_LENGTH.min })} type="password" autoComplete="new-password" width="20" />
            <TextField name="repeatPassword" label={t("account.repeatPassword")} type="password" autoComplete="new-password" width="20" />
            <div className="actions">
              <button className="button" name={INTENT_FIELD} value="password">{t("account.changePassword")}</button>
            </div>
          </EntryForm>
        </section>
        <section className="card stack">
          <h2>{t("account.languageTitle")}</h2>
          <EntryForm className="stack" reloadDocument>
            <RadioField name="language" label={t("account.languageTitle")} labelHidden hint={t("account.languageHint")} inline defaultValue={ownLanguage}
              options={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{t(`account.languages.${value}`)}</span> }))} />
            <div className="actions">
              <button className="button button-outline" name={INTENT_FIELD} value="language">{t("account.saveLanguage")}</button>
            </div>
          </EntryForm>
        </section>
      </div>
    </Page>
  );
}
