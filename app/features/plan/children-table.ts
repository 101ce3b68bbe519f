/** What is inside a node, each part with its own rate by achieved indicators: counts add up to the node's. Pure. */
import { printedPercent } from "~/domain/printing";
import type { TreeNode } from "~/domain/structure";
import { column, fileNameOf, type ReportLabel, type ReportTable } from "~/features/report/report-table";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import { nodePath } from "./addresses";

interface ChildrenTableInput {
  answer: ScorecardAnswer;
  planCode: string;
  asked: string;
  name: string;
  labels: ReportLabel[];
}

export function childrenTable(children: readonly TreeNode[], { answer, planCode, asked, name, labels }: ChildrenTableInput, { t, print }: Words): ReportTable {
  return {
    name: `${fileNameOf(name)}-parts-${fileNameOf(answer.scorecard.periodKey)}`,
    title: t("plan.below"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("plan.title"), "text"), column("rate", t("plan.shareHead"), "percent"),
      column("achieved", t("plan.achievedHead"), "number"), column("due", t("scorecard.dueHead"), "number"), column("reported", t("plan.reportedHead"), "number"), column("measures", t("plan.measuresHead"), "number"),
    ],
    rows: children.map(({ fact }) => {
      const title = chooseText(fact.title, print.language);
      const place = { code: fact.code, title: { value: title.text, href: nodePath(planCode, fact.code) + asked, lang: title.language === print.language ? undefined : title.language } };
      const score = answer.scorecard.nodes.find(({ nodeId }) => nodeId === fact.id);
      if (score === undefined) return place;
      const { rate, counts, coverageState } = score.implementation;
      const isShown = rate !== null && coverageState !== "withheld" && coverageState !== "no_data";
      return {
        ...place,
        // a withheld rate is not printed on a page; its counts are (rule 11)
        rate: { value: rate === null ? null : printedPercent(rate), shown: isShown ? undefined : "—" },
        achieved: String(counts.achieved), due: String(counts.due), reported: String(counts.reported), measures: String(counts.measuresDue),
      };
    }),
    notes: [],
    labels,
  };
}
