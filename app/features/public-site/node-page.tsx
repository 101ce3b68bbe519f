/** The page of a goal or any other node. */
import { useTranslation } from "react-i18next";
import type { TreeNode } from "~/domain/structure";
import { IndicatorsCard } from "~/features/plan/indicators-card";
import { DeliveryCard, OutcomesCard } from "~/features/plan/node-parts";
import type { NodeAnswer } from "~/features/plan/node-view";
import { MeasureItem } from "~/features/plan/tree-list";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { ReportTable } from "~/ui/report-table";
import { crumbsBelow, EditionFrame, present, ThisPage, type DrawnContent, type PlacedPage } from "./edition-frame";

export function nodePage(page: PlacedPage, node: TreeNode, answer: NodeAnswer): DrawnContent {
  return { document: <NodePage page={page} node={node} answer={answer} />, tables: present({ parts: answer.children, outcomes: answer.outcomes }) };
}

function NodePage({ page, node, answer: { view, children, outcomes } }: { page: PlacedPage; node: TreeNode; answer: NodeAnswer }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const verdicts = page.edition.answer.scorecard.nodes.find(({ nodeId }) => nodeId === node.fact.id)?.verdicts;
  const counts = verdicts === undefined || verdicts.due === 0 || verdicts.verdicts.total === 0 ? null : [
    `${p("scorecard.fully")}: ${print.of(verdicts.fully.achieved, verdicts.due)}`, `${p("scorecard.withPartial")}: ${print.of(verdicts.fullyOrPartly.achieved, verdicts.due)}`,
  ].join(" · ");
  return (
    <EditionFrame
      page={page}
      name={`${view.title}, ${view.code}`}
      title={<LocalText text={view.name} />}
      sub={view.components.length > 0 ? view.components.join(" · ") : undefined}
      marks={counts === null ? undefined : <span className="small muted">{p("scorecard.evaluations")}: {counts}</span>}
      crumbs={crumbsBelow(view.crumbs, page)}
    >
      <div className="stack">
        {view.score ? (
          <div className="columns columns-two">
            <DeliveryCard score={view.score} period={view.period} />
            <OutcomesCard outcomes={view.score.outcomes} />
          </div>
        ) : null}
        {children ? <ReportTable table={toTableModel(children, print)} csvHref={page.csv("parts")} /> : null}
        {outcomes ? <IndicatorsCard table={outcomes} csvHref={page.csv("outcomes")} /> : null}
        {view.measures.length > 0 ? (
          <section className="card stack-tight">
            <h2>{t("plan.measures")}</h2>
            <ul className="tree plan-measures">{view.measures.map((measure) => <MeasureItem key={measure.code} measure={measure} />)}</ul>
          </section>
        ) : null}
        <ThisPage page={page} />
      </div>
    </EditionFrame>
  );
}
