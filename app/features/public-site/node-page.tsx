/** The page of a goal or any other node. */
import { useTranslation } from "react-i18next";
import type { TreeNode } from "~/domain/structure";
import { NodeContent } from "~/features/plan/node-parts";
import type { NodeAnswer } from "~/features/plan/node-view";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { crumbsBelow, EditionFrame, present, ThisPage, type DrawnContent, type PlacedPage } from "./edition-frame";

export function nodePage(page: PlacedPage, node: TreeNode, answer: NodeAnswer): DrawnContent {
  return { document: <NodePage page={page} node={node} answer={answer} />, tables: present({ parts: answer.children, outcomes: answer.outcomes }) };
}

function NodePage({ page, node, answer }: { page: PlacedPage; node: TreeNode; answer: NodeAnswer }) {
  const { view } = answer;
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
        <NodeContent answer={answer} csvHref={page.csv} />
        <ThisPage page={page} />
      </div>
    </EditionFrame>
  );
}
