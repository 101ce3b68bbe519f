/** Money of a measure by year and source, beside implementation and never in it (rule 23). Pure. */
import { column, fileNameOf, type ReportLabel, type ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { FundingLine } from "~db/queries/measure-details";

export function fundingTable(lines: readonly FundingLine[], input: { name: string; labels: ReportLabel[] }, { t, print }: Words): ReportTable {
  const unit = lines.find((line) => line.unit !== null)?.unit ?? null;
  const unitWords = unit === null ? "" : `, ${chooseText(unit, print.language).text}`;
  return {
    name: `${fileNameOf(input.name)}-funding`,
    title: `${t("plan.fundingOf")}${unitWords}`,
    columns: [
      column("year", t("plan.year"), "code"), column("source", t("plan.fundingSource"), "text"), column("programme", t("plan.programme"), "code"),
      column("planned", t("plan.planned"), "number"), column("approved", t("plan.approved"), "number"), column("spent", t("plan.spent"), "number"),
    ],
    rows: lines.map((line) => ({
      year: line.year === null ? null : String(line.year), source: line.source, programme: line.programmeCode,
      planned: line.planned, approved: line.approved, spent: line.spent,
    })),
    notes: [t("plan.fundingNote")],
    labels: input.labels,
  };
}
