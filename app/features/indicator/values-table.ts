/** All values of an indicator as one table: what a page shows and what a file holds (cases C04, C11, C22). Pure. */
import type { Id, IndicatorFact, LocalText } from "~/domain/facts";
import { abbreviation, fullName } from "~/features/plan/print-measure";
import { column, fileNameOf, type ReportLabel, type ReportRow, type ReportTable } from "~/features/report/report-table";
import { valuePath } from "~/features/value/addresses";
import type { Words } from "~/i18n/words";
import type { AgencyLabel } from "~db/queries/plan-facts";
import { plainContent, printContent, unitWord, withQualifier } from "./print-content";
import type { ValueRow } from "./value-rows";

interface ValuesTableInput {
  indicator: IndicatorFact;
  unit: LocalText | null;
  rows: readonly ValueRow[];
  /** the baseline opens a new series: what came before is of another */
  isNewSeries: boolean;
  agencies: ReadonlyMap<Id, AgencyLabel>;
  /** where it was published, by "measurement id/version" */
  sources: ReadonlyMap<string, string>;
  labels: ReportLabel[];
  /** end of the address of a value's page */
  asked: string;
}

export function valuesTable(input: ValuesTableInput, words: Words): ReportTable {
  const { indicator, rows } = input;
  const { t } = words;
  const severalBodies = new Set(rows.map(({ agencyId }) => agencyId)).size > 1;
  const hasParts = rows.some(({ value }) => value?.content.kind === "parts" || value?.content.kind === "stage");
  return {
    name: `${fileNameOf(indicator.code)}-values`,
    title: t("indicator.allValues"),
    columns: [
      column("observed_on", t("indicator.asOfDate"), "date"),
      column("indicator_code", t("indicator.code"), "code", "file"),
      column("period", t("indicator.periodHead"), "code", "file"),
      column("agency", t("indicator.body"), "text", severalBodies ? undefined : "file"),
      column("printed", t("indicator.value"), "number", "page"),
      column("value", t("indicator.value"), "number", "file"),
      column("numerator", t("indicator.valueNumerator"), "number", "file"),
      column("denominator", t("indicator.valueDenominator"), "number", "file"),
      ...(hasParts ? [column("parts", t("indicator.parts"), "number" as const, "page")] : []),
      column("qualifier", t("csv.column.qualifier"), "code", "file"),
      column("unit", t("indicator.unit"), "text", "file"),
      column("reason", t("indicator.reason"), "code", "file"),
      column("state", t("indicator.state"), "text"),
      column("flag", t("indicator.note"), "code"),
      column("version", t("indicator.versionNo"), "number", "file"),
      column("source", t("indicator.source"), "text", "file"),
    ],
    rows: [...rows.map((row) => valueCells(row, input, words)), ...baselineCells(input, words)],
    notes: [],
    labels: input.labels,
  };
}

function valueCells(row: ValueRow, { indicator, unit, agencies, sources, asked }: ValuesTableInput, words: Words): ReportRow {
  const { print } = words;
  const { value } = row;
  const content = value === null || value.content.kind === "missing" ? null : value.content;
  const printed = content === null ? null : printContent(content, indicator, unit, words);
  const source = value === null ? null : (sources.get(`${value.measurementId}/${value.no}`) ?? null);
  return {
    observed_on: { value: row.on, detail: row.value?.observedOn == null ? undefined : print.period(row.periodKey) },
    indicator_code: indicator.code,
    period: row.periodKey,
    agency: { value: fullName(agencies, row.agencyId, words), shown: abbreviation(agencies, row.agencyId, words) },
    printed: {
      value: null, shown: printed === null ? "" : withQualifier(printed.main, value?.qualifier ?? null, words), strong: true,
      href: printed === null || value === null ? undefined : valuePath(value.measurementId) + asked,
      detail: value !== null && value.no > 1 ? words.t("indicator.versionIs", { no: value.no }) : undefined,
    },
    ...(content === null ? {} : plainContent(content, indicator)),
    parts: { value: null, shown: printed?.parts ?? "" },
    qualifier: value?.qualifier ?? null,
    unit: unitWord(indicator, unit, print),
    reason: row.reason,
    state: { value: row.state, shown: stateWord(row, words), detail: source ?? undefined },
    flag: { value: row.flag, shown: row.flag },
    version: value === null ? null : String(value.no),
    source,
  };
}

/** The baseline stands last: where the series comes from. One known by its year alone has no day. */
function baselineCells({ indicator, unit, isNewSeries }: ValuesTableInput, words: Words): ReportRow[] {
  const { baseline } = indicator;
  if (baseline?.content == null) return [];
  const printed = printContent(baseline.content, indicator, unit, words);
  return [{
    observed_on: { value: baseline.on, shown: baseline.on === null ? String(baseline.year ?? "") : undefined },
    indicator_code: indicator.code,
    printed: { value: null, shown: printed.main, strong: true },
    ...plainContent(baseline.content, indicator),
    parts: { value: null, shown: printed.parts ?? "" },
    unit: unitWord(indicator, unit, words.print),
    state: { value: "baseline", shown: words.t(isNewSeries ? "indicator.baselineNewSeries" : "indicator.baselineRow") },
    flag: isNewSeries ? "B" : null,
  }];
}

/** The word of the tag: what it is, or why there is nothing. */
function stateWord(row: Pick<ValueRow, "state" | "reason">, { t }: Words): string {
  if (row.state === "missing" || row.state === "excluded") return t(`statuses.reason.${row.reason ?? "not_reported"}`);
  return t(`statuses.fact.${row.state}`);
}
