/** What the rates of the plan and of its goals rest on, as a file (rule 10 i). */
import type { PartScore } from "~/domain/part-scores";
import { column, fileNameOf, type ReportRow, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { gradePercents, splitsOf } from "./scorecard-evidence";
import { goalsOf, labelsOf } from "./scorecard-tables";
import { titleOf } from "./scorecard-words";

/** A line a part and figure; percentages add up to the figure's own, and are blank where it is withheld. */
export function evidenceTable(answer: ScorecardAnswer, words: Words): ReportTable {
  const { t } = words;
  const { tree, plan, periodKey } = answer.scorecard;
  const rowsOf = (part: PartScore): ReportRow[] => {
    const fact = tree.nodeById.get(part.nodeId ?? "")?.fact;
    return splitsOf(part).map(({ figure, of, over, percents }) => {
      const { documents, independent, word } = of;
      const printed = percents ? gradePercents(of, over) : null;
      return {
        code: fact?.code ?? null, title: fact ? titleOf(fact.title, words) : t("common.total"), figure,
        documents: String(documents), independent: String(independent), word: String(word), over: String(over),
        documents_percent: printed?.[0]?.rounded ?? null, independent_percent: printed?.[1]?.rounded ?? null, word_percent: printed?.[2]?.rounded ?? null,
      };
    });
  };
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(periodKey)}-evidence`,
    title: t("scorecard.evidence"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("plan.goal")), column("figure", t("scorecard.restsOn.figureHead"), "code"),
      ...(["documents", "independent", "word"] as const).map((grade) => column(grade, t(`scorecard.restsOn.grade.${grade}`), "number")), column("over", t("scorecard.restsOn.overHead"), "number"),
      ...(["documents", "independent", "word"] as const).map((grade) => column(`${grade}_percent`, `${t(`scorecard.restsOn.grade.${grade}`)}, %`, "percent")),
    ],
    rows: [...goalsOf(answer), plan].flatMap(rowsOf),
    notes: [],
    labels: labelsOf(answer, words),
  };
}
