import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { queueSearch } from "~/features/scoring/addresses";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { RoundChoice, ScoringStart, ScoringTable } from "~/features/scoring/scoring-queue-page";
import { scoringQueueTable } from "~/features/scoring/scoring-queue-table";
import { useFormat } from "~/i18n/use-format";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState } from "~/ui/panels";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url, words }) => {
    const asked = { plan: url.searchParams.get("plan"), period: url.searchParams.get("period") };
    const queue = await getScoringQueue(db, actor, now, asked, words);
    return { title: t("scoring.queue.title"), illustrative: queue?.round.illustrative ?? false, queue, table: queue && scoringQueueTable(queue, words) };
  });
}

export default function ScoringRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { queue, table } = useLoaderData<typeof loader>();
  if (queue === null || table === null) {
    return (
      <Page title={t("scoring.queue.title")} sub={t("scoring.queue.sub")}>
        <EmptyState title={t("scoring.queue.none")}>{t("scoring.queue.noneText")}</EmptyState>
      </Page>
    );
  }
  const { round } = queue;
  const csvHref = `/scoring.csv${queueSearch(round.planCode, round.periodKey)}`;
  return (
    <Page title={`${t("scoring.queue.title")}: ${print.period(round.periodKey)}`} sub={t("scoring.queue.sub")}>
      <div className="stack">
        <RoundChoice rounds={queue.rounds} chosen={round} />
        <ScoringStart queue={queue} />
        {queue.rows.length === 0 ? <EmptyState title={t("scoring.queue.empty")}>{t("scoring.queue.emptyText")}</EmptyState> : <ScoringTable table={table} csvHref={csvHref} />}
      </div>
    </Page>
  );
}
