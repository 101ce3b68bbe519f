import type { LoaderFunctionArgs } from "@remix-run/node";
import { editionsTable } from "~/features/edition/editions-table";
import { getEditions } from "~/features/edition/get-editions.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, words }) => editionsTable((await getEditions(db, actor, now)).released, words));
