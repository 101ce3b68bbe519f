import type { LoaderFunctionArgs } from "@remix-run/node";
import { getUnjudged } from "~/features/scoring/get-unjudged.server";
import { unjudgedTable } from "~/features/scoring/unjudged-table";
import { downloadTable } from "~/web/table-download.server";

export async function loader(args: LoaderFunctionArgs) {
  return downloadTable(args, async ({ db, actor, now, words }) => unjudgedTable(await getUnjudged(db, actor, now, words), now, words));
}
