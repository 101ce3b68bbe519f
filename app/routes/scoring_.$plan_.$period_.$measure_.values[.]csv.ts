import type { LoaderFunctionArgs } from "@remix-run/node";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, async ({ db, actor, now, params, words }) => {
    const asked = { planCode: params.plan ?? "", periodKey: params.period ?? "", code: params.measure ?? "", executor: null };
    return (await getScoringMeasure(db, actor, now, asked, words)).table;
  });
}
