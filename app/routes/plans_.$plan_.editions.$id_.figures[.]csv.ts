import type { LoaderFunctionArgs } from "@remix-run/node";
import { preparationFiguresTable } from "~/features/edition/figures-table";
import { getPreparation } from "~/features/edition/get-preparation.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, params, words }) => {
    const { prepared, latest } = await getPreparation(db, actor, params.plan ?? "", params.id ?? "");
    return preparationFiguresTable(prepared, latest, words);
  });
