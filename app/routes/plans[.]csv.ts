import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPlans } from "~/features/plan/get-plans.server";
import { plansTable } from "~/features/plan/plans-table";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, words }) => plansTable(await getPlans(db, actor, now), now, words));
