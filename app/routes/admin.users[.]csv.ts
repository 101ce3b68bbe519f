import type { LoaderFunctionArgs } from "@remix-run/node";
import { peopleOf } from "~/features/admin/people-page.server";
import { downloadTable } from "~/web/table-download.server";

export const loader = (args: LoaderFunctionArgs) =>
  downloadTable(args, ({ db, actor, now, url, words }) => peopleOf(db, actor, now, { search: url.searchParams.get("q"), words }));
