/** The list of editions as a table. */
import { kyivDateOf } from "~/domain/dates";
import { column, type ReportCell, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import { editionPath } from "./addresses";
import type { ListedEdition } from "./get-editions.server";
import { keptImplementation } from "./kept-figure";

export function editionsTable(editions: readonly ListedEdition[], words: Words): ReportTable {
  const { t, print } = words;
  return {
    name: "editions",
    title: t("edition.list"),
    columns: [
      column("code", t("edition.code"), "code"), column("period", t("common.period")), column("rate", t("edition.total.rate"), "percent"),
      column("plan", t("csv.label.plan"), "code"), column("ceiling", t("edition.ceiling"), "code"), column("no", t("edition.no"), "number"), column("state", t("edition.state")),
      column("cut_off", t("edition.cutOff"), "date"), column("released", t("edition.released"), "date"),
      column("achieved", t("edition.total.achieved"), "number", "file"), column("due", t("edition.total.indicators_due"), "number", "file"),
    ],
    rows: editions.map(({ planCode, periodKey, ceiling, knownAt, headline, release: { code, no, at, isLatest } }) => ({
      code: { value: code, href: editionPath(code) }, plan: planCode, period: { value: periodKey, shown: print.period(periodKey) },
      ceiling: { value: ceiling, shown: t(`statuses.access.${ceiling}`) }, no: String(no), state: t(isLatest ? "edition.latest" : "edition.replaced"),
      cut_off: kyivDateOf(knownAt), released: kyivDateOf(at),
      rate: rateCell(keptImplementation(headline), words), achieved: headline.counts.achieved, due: headline.counts.due,
    })),
    notes: [],
    labels: [],
  };
}

/** The rate with its parts below it; its interval where it is withheld; else the word for why there is none. */
function rateCell(figure: FigureReading, { t, print }: Words): ReportCell {
  if (!("value" in figure)) return { value: null, shown: t(`statuses.fact.${figure.state}`).toLocaleLowerCase(print.language) };
  const detail = print.of(figure.achieved ?? 0, figure.due);
  return figure.value === null ? { value: null, shown: print.percentRange(figure.low, figure.high), detail } : { value: figure.value, detail };
}
