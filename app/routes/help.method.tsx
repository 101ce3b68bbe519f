import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { MethodSections } from "~/ui/method-sections";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { handleOpenLoad } from "~/web/handle.server";

export const meta = pageMeta;

/** Help is for anybody: it explains rules and shows no data. */
export function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async ({ t }) => ({ title: t("method.title") }));
}

export default function MethodGuide() {
  const { t } = useTranslation();
  return (
    <Page title={t("method.title")} sub={t("method.lead")}>
      <div className="stack"><MethodSections /></div>
    </Page>
  );
}
