import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { scoringQueueTable } from "~/features/scoring/scoring-queue-table";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, async ({ db, actor, now, url, words }) => {
    const queue = await getScoringQueue(db, actor, now, { plan: url.searchParams.get("plan"), period: url.searchParams.get("period") }, words);
    if (queue === null) throw new DomainError("not_found");
    return scoringQueueTable(queue, words);
  });
}
