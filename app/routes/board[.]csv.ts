import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { boardReport } from "~/features/board/board-report";
import { getBoard } from "~/features/board/get-board.server";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, async ({ db, actor, now, url, words }) => {
    const board = await getBoard(db, actor, now, url.searchParams.get("round"), words);
    if (board === null) throw new DomainError("not_found");
    return boardReport(board, words);
  });
}
