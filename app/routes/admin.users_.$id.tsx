import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { createResetLink } from "~/features/account/reset-password.server";
import { accountSchema, endGrantSchema, grantSchema, nothingSchema } from "~/features/admin/admin.schema";
import { endGrant } from "~/features/admin/end-grant.server";
import { getPerson } from "~/features/admin/get-person.server";
import { grantRole } from "~/features/admin/grant-role.server";
import { AccountForm, GrantForm, GrantsTable, PasswordAndSessions } from "~/features/admin/person-parts";
import { revokeSessions } from "~/features/admin/revoke-sessions.server";
import { updateAccount } from "~/features/admin/update-account.server";
import { OneTimeLink } from "~/features/admin/one-time-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

interface Done {
  link?: string;
  revoked?: number;
}

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, params, language, url, readKept }) => {
    const person = await getPerson(db, actor, now, params.id ?? "");
    const title = language === "uk" ? person.account.nameUk : person.account.nameEn;
    return { title, person, isSaved: url.searchParams.has("saved"), kept: await readKept() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const userId = args.params.id ?? "";
  const saved = `/admin/users/${userId}?saved=1`;
  return handleAction<Done>(args, {
    account: actionForm<typeof accountSchema, Done>(accountSchema, async ({ db, actor, now }, input) => {
      await updateAccount(db, actor, now, { userId, ...input });
      return saved;
    }),
    grant: actionForm<typeof grantSchema, Done>(grantSchema, async ({ db, actor, now }, input) => {
      await grantRole(db, actor, now, { userId, ...input });
      return saved;
    }),
    end_grant: actionForm<typeof endGrantSchema, Done>(endGrantSchema, async ({ db, actor, now }, { grantId }) => {
      await endGrant(db, actor, now, { userId, grantId });
      return saved;
    }),
    reset: actionForm<typeof nothingSchema, Done>(nothingSchema, async ({ db, actor, now, url }) => ({ done: { link: url.origin + (await createResetLink(db, actor, now, userId)) } })),
    revoke: actionForm<typeof nothingSchema, Done>(nothingSchema, async ({ db, actor, now }) => ({ done: { revoked: await revokeSessions(db, actor, now, userId) } })),
  });
}

export default function Person() {
  const { t } = useTranslation();
  const { title, person, isSaved, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.lastResult ?? kept;
  return (
    <Page title={title} crumbs={[{ label: t("admin.people"), href: "/admin/users" }, { label: person.account.login }]} sub={person.account.login}>
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        {isSaved && !answer ? <Note tone="ok" role="status">{t("admin.saved")}</Note> : null}
        {answer?.done?.link ? <Note tone="ok" role="status"><OneTimeLink link={answer.done.link} /></Note> : null}
        {answer?.done?.revoked !== undefined ? <Note tone="ok" role="status">{t("admin.revoked", { count: answer.done.revoked })}</Note> : null}
        <GrantsTable person={person} />
        <div className="columns columns-two">
          <GrantForm person={person} result={result} />
          <AccountForm person={person} result={result} />
        </div>
        <PasswordAndSessions person={person} />
      </div>
    </Page>
  );
}
