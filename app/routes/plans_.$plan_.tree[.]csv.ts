import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPlanTree } from "~/features/plan/get-plan-tree.server";
import { readFilters } from "~/features/plan/plan-filters";
import { readingQuestion } from "~/features/plan/reading-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => {
    const question = { code: params.plan ?? "", filters: readFilters(url.searchParams), words, question: readingQuestion(url.searchParams) };
    return (await getPlanTree(db, actor, now, question)).table;
  });
