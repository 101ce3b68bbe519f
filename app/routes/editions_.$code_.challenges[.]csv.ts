import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEditionChallenges } from "~/features/edition/get-edition.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, ({ db, actor, params, words }) => getEditionChallenges(db, actor, params.code ?? "", words));
