import type { LoaderFunctionArgs } from "@remix-run/node";
import { editionFiguresTable } from "~/features/edition/figures-table";
import { getEdition } from "~/features/edition/get-edition.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, params, words }) => {
    const { edition, before } = await getEdition(db, actor, params.code ?? "");
    return editionFiguresTable(edition, before, words);
  });
