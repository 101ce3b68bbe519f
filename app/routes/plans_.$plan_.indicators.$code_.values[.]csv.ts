import type { LoaderFunctionArgs } from "@remix-run/node";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { pageQuestion } from "~/features/plan/page-question";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async (page) => {
    return (await getIndicator(page.db, page.actor, page.now, pageQuestion(page))).table;
  });
