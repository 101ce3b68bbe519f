import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { getNode } from "~/features/plan/get-node.server";
import { formatter } from "~/i18n/formatter";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, language, t, url, params }) => {
    const question = { planCode: params.plan ?? "", code: params.code ?? "", period: url.searchParams.get("period"), words: { t, print: formatter(language) } };
    const { children: table } = await getNode(db, actor, now, question);
    if (table === null) throw new DomainError("not_found");
    return table;
  });
