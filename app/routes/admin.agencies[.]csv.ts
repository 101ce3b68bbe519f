import type { LoaderFunctionArgs } from "@remix-run/node";
import { agenciesTable } from "~/features/admin/agencies-table";
import { getAgencies } from "~/features/admin/agencies.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, words }) => agenciesTable(await getAgencies(db, actor, now), words));
