import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { getMeasure } from "~/features/plan/get-measure.server";
import { pageQuestion } from "~/features/plan/page-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async (page) => {
    const { funding } = await getMeasure(page.db, page.actor, page.now, pageQuestion(page));
    if (funding === null) throw new DomainError("not_found");
    return funding;
  });
