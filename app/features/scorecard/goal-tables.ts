/** The smaller tables of a scorecard as files: outcomes by goal, measures by their indicators (rule 10). */
import { column, fileNameOf, type ReportRow, type ReportTable } from "~/features/report/report-table";
import { measurePath, nodePath } from "~/features/plan/addresses";
import type { Id } from "~/domain/facts";
import type { MeasureReading } from "~/domain/measures-due";
import type { PartScore } from "~/domain/part-scores";
import type { Words } from "~/i18n/words";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { countedStatus } from "./measure-statuses";
import { goalsOf, labelsOf } from "./scorecard-tables";
import { titleOf } from "./scorecard-words";

const nameOf = ({ plan, scorecard }: ScorecardAnswer, what: string) => `${fileNameOf(plan.code)}-${fileNameOf(scorecard.periodKey)}-${what}`;

export function outcomesTable(answer: ScorecardAnswer, words: Words): ReportTable {
  const { t } = words;
  const { tree, plan } = answer.scorecard;
  const cells = ({ outcomes }: PartScore): ReportRow => ({
    met: String(outcomes.met), on_track: String(outcomes.onTrack), behind: String(outcomes.behind),
    regressing: String(outcomes.regressing), no_data: String(outcomes.noData), total: String(outcomes.total),
  });
  return {
    name: nameOf(answer, "outcomes"),
    title: t("scorecard.outcomes"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("plan.goal")),
      column("met", t("plan.outcome.met"), "number"), column("on_track", t("plan.outcome.on_track"), "number"), column("behind", t("plan.outcome.behind"), "number"),
      column("regressing", t("plan.outcome.regressing"), "number"), column("no_data", t("plan.outcome.no_data"), "number"), column("total", t("common.total"), "number"),
    ],
    rows: goalsOf(answer).map((part) => {
      const fact = tree.nodeById.get(part.nodeId ?? "")?.fact;
      return { code: fact?.code ?? "", title: { value: fact ? titleOf(fact.title, words) : "", href: fact && nodePath(answer.plan.code, fact.code) + answer.askedHere }, ...cells(part) };
    }),
    total: { code: "", title: t("common.total"), ...cells(plan) },
    notes: [],
    labels: labelsOf(answer, words),
  };
}

/** Each measure of the plan with its indicators due and achieved; what the four counts of the page add up. */
export function measuresTable(answer: ScorecardAnswer, words: Words): ReportTable {
  const { t } = words;
  const { tree, measures } = answer.scorecard;
  return {
    name: nameOf(answer, "measures"),
    title: t("scorecard.byMeasures"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("plan.measure")), column("state", t("scorecard.stateHead"), "code"),
      column("reason", t("common.reason"), "code"), column("due", t("scorecard.dueHead"), "number"),
      column("achieved", t("scorecard.achieved"), "number"), column("result", t("scorecard.resultHead"), "code"),
      column("status", t("scorecard.statusHead"), "code"), column("grade", t("scorecard.gradeHead"), "code"),
      column("original_on", t("scorecard.timeliness.originalOn"), "date"), column("original", t("scorecard.timeliness.original"), "code"),
      column("extended_on", t("scorecard.timeliness.extendedOn"), "date"), column("extended", t("scorecard.timeliness.extended"), "code"),
    ],
    rows: measures.flatMap((measure) => {
      const fact = tree.measureById.get(measure.measureId)?.fact;
      if (fact === undefined) return [];
      return [{
        code: fact.code, title: { value: titleOf(fact.title, words), href: measurePath(answer.plan.code, fact.code) + answer.askedHere }, state: measure.state, reason: measure.exclusion,
        due: String(measure.indicatorsDue), achieved: String(measure.indicatorsAchieved), result: measure.achievedOf,
        ...verdictCells(answer, measure), ...dateCells(answer, measure.measureId),
      }];
    }),
    notes: [],
    labels: labelsOf(answer, words),
  };
}

/** Where the measure stands; blank = nothing is asked for and nobody judged it. Of one that is not due it enters no rate: `state` says so. */
function verdictCells({ scorecard: { verdictOf } }: ScorecardAnswer, measure: MeasureReading): ReportRow {
  const verdict = verdictOf.get(measure.measureId);
  const status = countedStatus(measure, verdict);
  return { status: status === null ? "not_yet_evaluated" : (status ?? null), grade: status == null ? null : (verdict?.grade ?? null) };
}

function dateCells({ scorecard: { timeliness } }: ScorecardAnswer, measureId: Id): ReportRow {
  const found = timeliness.find((each) => each.measureId === measureId);
  return { original_on: found?.original.on ?? null, original: found?.original.state ?? null, extended_on: found?.extended.on ?? null, extended: found?.extended.state ?? null };
}
