import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { clearanceSchema, purgeConfirmSchema, sessionSchema } from "~/features/admin/admin.schema";
import { getSecurity } from "~/features/admin/get-security.server";
import { revokeSession } from "~/features/admin/revoke-sessions.server";
import { ActsTable, ClearancesTable, PurgesToConfirm, SessionsTable } from "~/features/admin/security-parts";
import { setClearance } from "~/features/admin/set-clearance.server";
import { confirmPurge } from "~/features/content/confirm-purge.server";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url }) => ({
    title: t("admin.security"),
    done: url.searchParams.get("done"),
    security: await getSecurity(db, actor, now),
  }));
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, {
    revoke: actionForm(sessionSchema, async ({ db, actor, now }, { session }) => {
      await revokeSession(db, actor, now, session);
      return "/security?done=saved";
    }),
    clearance: actionForm(clearanceSchema, async ({ db, actor, now }, input) => {
      await setClearance(db, actor, now, input);
      return "/security?done=saved";
    }),
    confirm_purge: actionForm(purgeConfirmSchema, async ({ db, actor, now }, input) => {
      await confirmPurge(db, actor, now, input);
      return "/security?done=purged";
    }),
  });
}

export default function Security() {
  const { t } = useTranslation();
  const { security, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("admin.security")} sub={t("admin.securityLead")}>
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        {done && !answer ? <Note tone="ok" role="status">{t(done === "purged" ? "admin.purgeDone" : "admin.saved")}</Note> : null}
        <PurgesToConfirm purges={security.purges} />
        <ActsTable acts={security.acts} />
        <SessionsTable sessions={security.sessions} />
        <ClearancesTable people={security.people} />
      </div>
    </Page>
  );
}
