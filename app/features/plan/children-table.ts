/** What is inside a node, each part with its own rate by achieved indicators: counts add up to the node's. Pure. */
import { printedPercent } from "~/domain/printing";
import type { TreeNode } from "~/domain/structure";
import type { ReportColumn, ReportLabel, ReportTable } from "~/features/report/report-table";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import { nodePath } from "./addresses";

interface ChildrenTableInput {
  answer: ScorecardAnswer;
  planCode: string;
  name: string;
  labels: ReportLabel[];
}

export function childrenTable(children: readonly TreeNode[], { answer, planCode, name, labels }: ChildrenTableInput, { t, print }: Words): ReportTable {
  const column = (key: string, label: string, kind: ReportColumn["kind"] = "number"): ReportColumn => ({ key, label, kind });
  return {
    name: `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-parts-${answer.scorecard.periodKey.toLowerCase()}`,
    title: t("plan.below"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("plan.title"), "text"), column("rate", t("plan.shareHead"), "percent"),
      column("achieved", t("plan.achievedHead")), column("due", t("scorecard.dueHead")), column("reported", t("plan.reportedHead")), column("measures", t("plan.measuresHead")),
    ],
    rows: children.map(({ fact }) => {
      const title = chooseText(fact.title, print.language);
      const place = { code: fact.code, title: { value: title.text, href: nodePath(planCode, fact.code), lang: title.language === print.language ? undefined : title.language } };
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
