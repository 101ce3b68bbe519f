import type { LoaderFunctionArgs } from "@remix-run/node";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { readingQuestion } from "~/features/plan/reading-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => {
    const question = { planCode: params.plan ?? "", code: params.code ?? "", words, question: readingQuestion(url.searchParams) };
    return (await getIndicator(db, actor, now, question)).table;
  });
