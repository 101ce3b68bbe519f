import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BridgeChart } from "~/features/bridge/bridge-chart";
import { ChooseFigures, Ends, Steps } from "~/features/bridge/bridge-parts";
import { bridgeQuestion, sideQuery } from "~/features/bridge/bridge-question";
import { bridgeView } from "~/features/bridge/bridge-view";
import { getBridge } from "~/features/bridge/get-bridge.server";
import { planPath } from "~/features/plan/addresses";
import { ReadingProblem } from "~/features/plan/plan-reading-line";
import { readingShown } from "~/features/plan/reading-question";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { Link } from "~/ui/navigation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, url, params, words }) => {
    const open = await getBridge(db, actor, now, bridgeQuestion(params, url.searchParams));
    const shown = (side: "from" | "to") => ({ ...readingShown(actor, now, sideQuery(url.searchParams, side), "in_force_on_1_january"), basis: open[side].answer.scorecard.label.basis });
    return { ...bridgeView(open, words), shown: { from: shown("from"), to: shown("to") } };
  });
}

export default function BridgeRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const view = useLoaderData<typeof loader>();
  return (
    <Page
      title={view.title}
      sub={<>{view.about}<br />{view.planTitle}</>}
      crumbs={[{ label: t("plan.plans"), href: "/plans" }, { label: view.planCode, href: planPath(view.planCode) }, { label: view.title }]}
      reading={(["from", "to"] as const).map((side) => <ReadingProblem key={side} shown={view.shown[side]} />)}
      footNote={view.footNote}
    >
      <div className="stack">
        <Ends view={view} />
        {view.barred ? <Note tone="warn">{view.barred}{view.instead ? <> <Link to={view.instead}>{t("bridge.instead")}</Link></> : null}</Note> : null}
        {view.summary ? <p className="medium">{view.summary}</p> : null}
        {view.table && view.summary ? (
          <div className="columns columns-two">
            <BridgeChart bars={view.bars} summary={view.summary} />
            <ReportTable table={toTableModel(view.table, print)} csvHref={view.csv.steps} />
          </div>
        ) : null}
        <Steps view={view} />
        <ChooseFigures choice={view.choice} shown={view.shown} />
      </div>
    </Page>
  );
}
