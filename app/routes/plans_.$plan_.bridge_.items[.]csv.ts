import type { LoaderFunctionArgs } from "@remix-run/node";
import { bridgeQuestion } from "~/features/bridge/bridge-question";
import { itemsTable } from "~/features/bridge/bridge-table";
import { getBridge } from "~/features/bridge/get-bridge.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, async ({ db, actor, now, url, params, words }) => itemsTable(await getBridge(db, actor, now, bridgeQuestion(params, url.searchParams)), words));
