import type { LoaderFunctionArgs } from "@remix-run/node";
import { handleOpenLoad } from "~/web/handle.server";
import { MarksGuide } from "~/ui/marks-guide";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta;

/** Help is for anybody: it shows no data. */
export function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async ({ t }) => ({ title: t("help.title") }));
}

export default MarksGuide;
