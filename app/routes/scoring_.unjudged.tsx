import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { toTableModel } from "~/features/report/to-table-model";
import { getUnjudged } from "~/features/scoring/get-unjudged.server";
import { unjudgedTable } from "~/features/scoring/unjudged-table";
import { useFormat } from "~/i18n/use-format";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, words }) => {
    const unjudged = await getUnjudged(db, actor, now, words);
    return { title: t("scoring.unjudged.title"), illustrative: unjudged.illustrative, unjudged, table: unjudgedTable(unjudged, now, words) };
  });
}

export default function UnjudgedRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { unjudged, table } = useLoaderData<typeof loader>();
  return (
    <Page title={t("scoring.unjudged.title")} sub={t("scoring.unjudged.sub")}>
      <div className="stack">
        <p className="medium">{t("scoring.unjudged.evaluators", { count: unjudged.evaluators })}</p>
        {unjudged.measures.length === 0 ? <EmptyState title={t("scoring.unjudged.none")}>{t("scoring.unjudged.noneText")}</EmptyState> : <ReportTable table={toTableModel(table, print)} csvHref="/scoring/unjudged.csv" />}
      </div>
    </Page>
  );
}
