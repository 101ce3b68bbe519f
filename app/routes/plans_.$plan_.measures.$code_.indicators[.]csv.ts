import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMeasure } from "~/features/plan/get-measure.server";
import { readingQuestion } from "~/features/plan/reading-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => {
    const question = { planCode: params.plan ?? "", code: params.code ?? "", period: url.searchParams.get("period"), words, question: readingQuestion(url.searchParams) };
    return (await getMeasure(db, actor, now, question)).indicators;
  });
