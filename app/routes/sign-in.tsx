import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signInSchema } from "~/features/account/account.schema";
import { awaitsFirstRun } from "~/features/account/first-run.server";
import { signIn } from "~/features/account/sign-in.server";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/fields";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleOpenAction, handleOpenLoad } from "~/web/handle.server";
import { nextPath } from "~/web/local-path";
import { Refused } from "~/web/refused.server";
import { enter, newSessionToken } from "~/web/sign-in-cookies.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: true };

export async function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async ({ actor, url, t, db }) => {
    const next = nextPath(url.searchParams.get("next"));
    if (actor !== null) throw redirect(next);
    if (await awaitsFirstRun(db)) throw redirect("/setup");
    return { title: t("account.signInTitle"), next, note: noteOf(url.searchParams) };
  });
}

function noteOf(search: URLSearchParams): "out" | "reset" | "kept" | null {
  if (search.has("out")) return "out";
  if (search.has("reset")) return "reset";
  return search.get("next")?.includes("kept=") ? "kept" : null;
}

export async function action(args: ActionFunctionArgs) {
  return handleOpenAction(args, actionForm(signInSchema, async (page, input) => {
    const session = newSessionToken(page);
    const result = await signIn(page.db, page.now, { ...session.opening, login: input.login, password: input.password });
    if (result.ok) return enter(page, session.token, input.next, result.language);
    if (result.reason === "throttled") throw new Refused(429, "too_many_attempts", "account.throttled", { count: result.minutes });
    throw new Refused(422, "form_refused", "account.wrong");
  }));
}

export default function SignIn() {
  const { t } = useTranslation();
  const { next, note } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("account.signInTitle")}>
      <div className="stack prose">
        {note && !answer ? <Note>{t(`account.note.${note}`)}</Note> : null}
        <ErrorSummary result={answer?.lastResult} />
        <EntryForm main result={answer?.lastResult} reloadDocument className="stack">
          <input type="hidden" name="next" value={next} />
          <TextField name="login" label={t("account.login")} autoComplete="username" spellCheck={false} width="20" />
          <TextField name="password" label={t("account.password")} type="password" autoComplete="current-password" width="20" />
          <div className="actions">
            <button className="button">{t("account.signIn")}</button>
          </div>
        </EntryForm>
        <p className="small muted">{t("account.forgotten")}</p>
      </div>
    </Page>
  );
}
