import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMeasure } from "~/features/plan/get-measure.server";
import { formatter } from "~/i18n/formatter";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, language, t, url, params }) => {
    const question = { planCode: params.plan ?? "", code: params.code ?? "", period: url.searchParams.get("period"), words: { t, print: formatter(language) } };
    return (await getMeasure(db, actor, now, question)).indicators;
  });
