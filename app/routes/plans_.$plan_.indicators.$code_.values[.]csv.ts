import type { LoaderFunctionArgs } from "@remix-run/node";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { formatter } from "~/i18n/formatter";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, language, t, params }) => {
    const question = { planCode: params.plan ?? "", code: params.code ?? "", words: { t, print: formatter(language) } };
    return (await getIndicator(db, actor, now, question)).table;
  });
