import type { LoaderFunctionArgs } from "@remix-run/node";
import { figuresTable } from "~/features/edition/figures-table";
import { getPreparation } from "~/features/edition/get-preparation.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, params, words }) => {
    const { prepared, latest } = await getPreparation(db, actor, params.plan ?? "", params.id ?? "");
    return figuresTable(prepared, latest && { figures: latest.figures, head: `${words.t("edition.lastHead")} ${latest.release.code}` }, words);
  });
