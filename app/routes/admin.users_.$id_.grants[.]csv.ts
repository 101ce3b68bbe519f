import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPerson } from "~/features/admin/get-person.server";
import { grantsTable } from "~/features/admin/grants-table";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, params, words }) => grantsTable((await getPerson(db, actor, now, params.id ?? "")).grants, words));
