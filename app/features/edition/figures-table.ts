/** The figures an edition is quoted by, beside those of another edition of the same series. */
import { TOTALS, totalsOf } from "~/domain/edition-changes";
import type { EditionFigures } from "~/domain/edition-figures";
import { column, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { EditionRecord, PreparationRecord } from "~db/queries/editions";
import { editionFileName, editionLabels } from "./edition-labels";

/** An edition beside the one it followed. */
export const editionFiguresTable = (edition: EditionRecord, before: EditionRecord | null, words: Words): ReportTable =>
  figuresTable(edition, before && { figures: before.figures, head: words.t("edition.inBefore", { code: before.release.code }) }, words);

/** A preparation beside the last edition released, which it would correct. */
export const preparationFiguresTable = (prepared: PreparationRecord, latest: EditionRecord | null, words: Words): ReportTable =>
  figuresTable(prepared, latest && { figures: latest.figures, head: `${words.t("edition.lastHead")} ${latest.release.code}` }, words);

function figuresTable(edition: PreparationRecord, beside: { figures: EditionFigures; head: string } | null, words: Words): ReportTable {
  const { t } = words;
  const [is, was] = [totalsOf(edition.figures), beside && totalsOf(beside.figures)];
  return {
    name: editionFileName(edition, "figures"),
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
