import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BoardBar, NotReported, RoundChoice } from "~/features/board/board-page";
import { boardReport } from "~/features/board/board-report";
import { getBoard } from "~/features/board/get-board.server";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, url, words }) => {
    const board = await getBoard(db, actor, now, url.searchParams.get("round"), words);
    return { title: t("home.board.title"), illustrative: board?.round.illustrative ?? false, board, report: board && boardReport(board, words) };
  });
}

export default function BoardRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { board, report } = useLoaderData<typeof loader>();
  if (board === null || report === null) {
    return (
      <Page title={t("home.board.title")} sub={t("home.board.sub")}>
        <EmptyState title={t("home.board.none")}>{t("home.board.noneText")}</EmptyState>
      </Page>
    );
  }
  const { round, rounds, rows, totals } = board;
  return (
    <Page title={`${t("home.board.title")}: ${print.period(round.periodKey)}`} sub={t("home.board.roundName", { plan: round.planCode, period: print.period(round.periodKey), due: print.dueDate(round.dueOn) })}>
      <div className="stack">
        <RoundChoice rounds={rounds} chosen={round.id} />
        <div className="columns columns-aside">
          <ReportTable table={toTableModel(report, print)} csvHref={`/board.csv?round=${round.id}`} />
          <aside className="stack" aria-label={t("home.board.notReported")}>
            <BoardBar totals={totals} />
            <NotReported rows={rows} />
          </aside>
        </div>
      </div>
    </Page>
  );
}
