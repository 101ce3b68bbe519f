import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DomainError } from "~/domain/errors";
import { may } from "~/domain/permissions";
import { getQueue } from "~/features/work-list/get-queue.server";
import { QueueGroups, QueueStart, QueueTable } from "~/features/work-list/queue-page";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState, Note } from "~/ui/panels";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url, words }) => {
    if (!may(actor, "verify_value")) throw new DomainError("not_found");
    const done = url.searchParams.get("done");
    const outcome = done === "accepted" || done === "returned" ? (done as "accepted" | "returned") : null;
    const items = await getQueue(db, actor, now, words);
    return { title: t("verification.queue.title"), illustrative: items.some((item) => item.illustrative), items, outcome };
  });
}

export default function VerifyRoute() {
  const { t } = useTranslation();
  const { items, outcome } = useLoaderData<typeof loader>();
  return (
    <Page title={t("verification.queue.title")} sub={t("verification.queue.sub")}>
      <div className="stack">
        {outcome ? <Note role="status">{t(outcome === "accepted" ? "verification.desk.accepted" : "verification.desk.returned")}</Note> : null}
        {items.length === 0 ? (
          <EmptyState title={t("verification.queue.empty")}>{t("verification.queue.emptyText")}</EmptyState>
        ) : (
          <>
            <div className="actions"><QueueStart items={items} /></div>
            <div className="columns columns-aside">
              <QueueTable items={items} />
              <aside className="stack" aria-label={t("verification.queue.byAgency")}>
                <QueueGroups items={items} />
              </aside>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
