/** The figures an edition is quoted by, beside those of another edition of the same series. */
import { TOTALS, totalsOf } from "~/domain/edition-changes";
import type { EditionFigures } from "~/domain/edition-figures";
import { column, fileNameOf, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { PreparationRecord } from "~db/queries/editions";
import { editionLabels } from "./edition-labels";

/** `beside`: the edition it is compared with, and how its column is called. */
export function figuresTable(edition: PreparationRecord, beside: { figures: EditionFigures; head: string } | null, words: Words): ReportTable {
  const { t } = words;
  const [is, was] = [totalsOf(edition.figures), beside && totalsOf(beside.figures)];
  return {
    name: `${fileNameOf(edition.release?.code ?? `${edition.planCode}-${edition.periodKey}`)}-figures`,
    title: t("edition.figures"),
    columns: [
      column("figure", t("edition.figureHead")), column("here", t("edition.here"), "number"),
      ...(beside === null ? [] : [column("before", beside.head, "number")]),
    ],
    rows: TOTALS.filter((key) => is[key] !== null || (was !== null && was[key] !== null)).map((key) => ({
      figure: t(`edition.total.${key}`), here: { value: is[key], strong: was !== null && was[key] !== is[key] }, before: was && was[key],
    })),
    notes: [],
    labels: editionLabels(edition, words),
  };
}
