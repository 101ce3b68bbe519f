import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMeasure } from "~/features/plan/get-measure.server";
import { pageQuestion } from "~/features/plan/page-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async (page) => {
    return (await getMeasure(page.db, page.actor, page.now, pageQuestion(page))).indicators;
  });
