import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { getNode } from "~/features/plan/get-node.server";
import { readingQuestion } from "~/features/plan/reading-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => {
    const question = { planCode: params.plan ?? "", code: params.code ?? "", period: url.searchParams.get("period"), words, question: readingQuestion(url.searchParams) };
    const { outcomes: table } = await getNode(db, actor, now, question);
    if (table === null) throw new DomainError("not_found");
    return table;
  });
