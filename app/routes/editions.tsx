import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { preparePath } from "~/features/edition/addresses";
import { editionsTable } from "~/features/edition/editions-table";
import { getEditions } from "~/features/edition/get-editions.server";
import { WaitingEditions, waitingOf } from "~/features/edition/waiting-editions";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { EmptyState } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, words }) => {
    const { released, waiting, plans } = await getEditions(db, actor, now);
    return {
      title: t("edition.title"), illustrative: [...released, ...waiting].some((edition) => edition.illustrative),
      table: editionsTable(released, words), waiting: waiting.map(waitingOf), plans,
    };
  });
}

export default function Editions() {
  const { t } = useTranslation();
  const print = useFormat();
  const { table, waiting, plans } = useLoaderData<typeof loader>();
  return (
    <Page title={t("edition.title")} sub={t("edition.lead")}>
      <div className="stack">
        {plans.length > 0 ? (
          <p className="row medium no-print">
            <span>{t("edition.prepareFor")}:</span>
            {plans.map((plan) => <Link key={plan} className="nowrap" to={preparePath(plan)}>{plan}</Link>)}
          </p>
        ) : null}
        {waiting.length > 0 ? <WaitingEditions editions={waiting} /> : null}
        {table.rows.length === 0 ? <EmptyState title={t("edition.none")}>{t("edition.noneText")}</EmptyState> : <ReportTable table={toTableModel(table, print)} csvHref="/editions.csv" />}
      </div>
    </Page>
  );
}
