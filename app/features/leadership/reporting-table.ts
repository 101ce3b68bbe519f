/** Bodies by on-time reporting as a file, the smallest share first. Pure. */
import { reportingByAgency, type ReportingCounts } from "~/domain/reporting-timeliness";
import { fullName } from "~/features/plan/print-measure";
import { column, fileNameOf, type ReportTable } from "~/features/report/report-table";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import type { Words } from "~/i18n/words";
import type { Overview } from "./get-overview.server";

export function reportingTable({ obligations, answer }: Overview, words: Words): ReportTable {
  const { t } = words;
  const figures = ({ onTime, late, notReported, owed, notYetDue }: ReportingCounts) =>
    ({ on_time: String(onTime), late: String(late), not_reported: String(notReported), owed: String(owed), not_yet_due: String(notYetDue) });
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-reporting`,
    title: t("leadership.reporting.title"),
    columns: [
      column("agency", t("common.agency")), column("code", t("common.code"), "code"), column("on_time", t("leadership.reporting.onTime"), "number"), column("late", t("leadership.reporting.late"), "number"),
      column("not_reported", t("leadership.reporting.notReported"), "number"), column("owed", t("leadership.reporting.owed"), "number"), column("not_yet_due", t("leadership.reporting.notYetDue"), "number"),
    ],
    rows: reportingByAgency(obligations, answer.scorecard.label.knownAt).map((each) => ({ agency: fullName(answer.agencies, each.agencyId, words), code: answer.agencies.get(each.agencyId)?.code ?? null, ...figures(each) })),
    notes: [],
    labels: labelsOf(answer, words),
  };
}
