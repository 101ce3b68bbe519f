import type { LoaderFunctionArgs } from "@remix-run/node";
import { challengesTable } from "~/features/edition/challenges-table";
import { getPreparation } from "~/features/edition/get-preparation.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, params, words }) => {
    const { prepared, answer } = await getPreparation(db, actor, params.plan ?? "", params.id ?? "");
    return challengesTable(prepared, answer, words);
  });
