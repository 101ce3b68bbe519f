import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { getNode } from "~/features/plan/get-node.server";
import { pageQuestion } from "~/features/plan/page-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async (page) => {
    const { children: table } = await getNode(page.db, page.actor, page.now, pageQuestion(page));
    if (table === null) throw new DomainError("not_found");
    return table;
  });
