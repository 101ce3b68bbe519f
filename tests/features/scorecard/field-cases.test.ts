/** Cases from the field on the page of a scorecard and in its files: what went wrong elsewhere, and what must be read here. */
import { describe, expect, test } from "vitest";
import type { DisruptionFact, VerdictFact } from "~/domain/facts";
import { measuresTable } from "~/features/scorecard/goal-tables";
import { scorecardPage } from "~/features/scorecard/scorecard-page";
import { averageTable, goalsTable, indicatorsTable } from "~/features/scorecard/scorecard-tables";
import { cellOf, type ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import { wordsOf } from "~/i18n/translate";
import { aMeasure, aNode, anIndicator, aPlan, aValue, upTo } from "../../support/builders";
import { aVerdict, suspends } from "../../support/edition-facts";
import { anAnswer } from "../../support/scorecard-answer";

const en = wordsOf("en");
const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\u00a0", " ");
/** Rows of a file by the key of each column, as a spreadsheet reads them. */
function rowsIn(table: ReportTable): Record<string, string>[] {
  const keys = table.columns.filter((column) => !column.pageOnly).map(({ key }) => key);
  const cellsOf = (line: string) => [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "");
  return toCsv(table, "rows").trimEnd().split("\r\n").slice(1).map((line) => Object.fromEntries(cellsOf(line).slice(0, keys.length).map((cell, index) => [keys[index] ?? "", cell])));
}

describe("C07: unnormalised weights and blanks", () => {
  const shares = (weights: [number | string | null, number | string | null][]) =>
    aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(...weights.map(([weight], index) => anIndicator(`i${index + 1}`).from(0).target("2020", 100).owedBy("SBGS").weighing(weight)))));
  const answer = (weights: [number | string | null, number | string | null][]) =>
    anAnswer(shares(weights), weights.flatMap(([, value], index) => (value === null ? [] : [aValue(`i${index + 1}`, "2020", value)])));
  const figure = (weights: [number | string | null, number | string | null][]) => {
    const card = answer(weights);
    const { average } = scorecardPage(card, en);
    const [whole] = rowsIn(averageTable(card, en));
    return { page: average.figure, file: [whole?.value, whole?.state, whole?.leaves_known, whole?.leaves_due], error: average.formula.items.find(({ label }) => label === en.t("scorecard.errorHead"))?.value, rows: rowsIn(averageTable(card, en)) };
  };

  test("(50, .6), (100, .8): 78.6 %", () => {
    const { page, file } = figure([["0.6", 50], ["0.8", 100]]);
    expect(page).toMatchObject({ state: "final", value: "78.6" });
    expect(file).toEqual(["78.6", "final", "2", "2"]);
  });

  test("(50, .5), (100, blank): no value, the second child is named, the parent counts the measure as missing", () => {
    const { page, file, rows } = figure([["0.5", 50], [null, 100]]);
    expect(page).toMatchObject({ state: "no_data" });
    expect(file[0]).toBe("");
    expect(rows.find(({ code }) => code === "M")).toMatchObject({ value: "", error: "weight_missing" });
  });

  test("(90), (blank), (blank): 90.0 % on 1 of 3, withheld under the threshold on the page and in the file", () => {
    const { page, file } = figure([[null, 90], [null, null], [null, null]]);
    expect(page).toMatchObject({ state: "withheld", value: null, low: "30.0", high: "96.7", reported: 1, due: 3 });
    expect(file).toEqual(["", "withheld", "1", "3"]);
  });
});

describe("C09: 29 measures: 2 implemented, 1 partly, 6 in progress, 20 not started", () => {
  const codes = upTo(29).map((no) => `M${no}`);
  const statuses: VerdictFact["status"][] = codes.map((_, index) => (index < 2 ? "implemented" : index < 3 ? "partially_implemented" : index < 9 ? "in_progress" : "not_started"));
  const plan = aPlan().with(aNode("G").with(...codes.map((code) => aMeasure(code).ledBy("SBGS").dueBy("2021-12-31"))));
  const card = anAnswer(plan, [], { verdicts: codes.map((code, index) => aVerdict(code, { status: statuses[index] })) });

  test("on the page: fully 6.9 %, with partial 10.3 %, never in one number", () => {
    const { evaluated } = scorecardPage(card, en);
    expect([plain(evaluated.hero?.percent), plain(evaluated.hero?.of), plain(evaluated.hero?.withPartial)]).toEqual(["6.9%", expect.stringContaining("2 of 29"), expect.stringMatching(/10\.3%.*3 of 29/)]);
    expect(evaluated.counts.map(({ status, count }) => `${status} ${count}`)).toEqual(["implemented 2", "partially_implemented 1", "in_progress 6", "not_started 20"]);
  });

  test("in files: both counts by goal, the status of each measure", () => {
    expect(rowsIn(goalsTable(card, en))[0]).toMatchObject({ fully: "2", fully_or_partly: "3", measures: "29" });
    const listed = rowsIn(measuresTable(card, en)).map(({ status }) => status);
    expect(["implemented", "partially_implemented", "in_progress", "not_started"].map((status) => listed.filter((each) => each === status).length)).toEqual([2, 1, 6, 20]);
  });
});

describe("C22: a crossing-point measure suspended from April to December 2024, posts lost, the series broken", () => {
  const plan = aPlan().running("2023-01-01", "2025-12-31").but({ inForceFrom: "2023-01-01" }).with(aNode("G").with(
    aMeasure("M").ledBy("SBGS").startingOn("2023-01-01").dueBy("2025-12-31").with(anIndicator("posts").from(10, 2022).target("2023", 12).target("2024", 14).target("2025", 16).owedBy("SBGS")),
  ));
  const values = [aValue("posts", "2022", 10), aValue("posts", "2023", 12), aValue("posts", "2025", 4)];
  const stop = suspends("measure", "M", { from: "2024-04-01", to: "2024-12-31", legalBasis: "act 64" });
  const broken: DisruptionFact = { ...suspends("measure", "M", { from: "2025-01-01", to: null }), id: "loss", effect: "break" };
  const card = (periodKey: string) => anAnswer(plan, values, { periodKey, today: "2026-02-01", disruptions: [stop, broken] });

  test("2024: excluded, not overdue, not 0; on the page and in both files", () => {
    const { headline, timeliness } = scorecardPage(card("2024"), en);
    expect(headline.figure).toMatchObject({ state: "suspended" });
    expect(headline.formula.items.find(({ label }) => label === en.t("formula.excluded"))?.value).toContain("suspended: 1");
    expect(rowsIn(goalsTable(card("2024"), en))[0]).toMatchObject({ rate: "", due: "0", suspended: "1" });
    expect(rowsIn(measuresTable(card("2024"), en))[0]).toMatchObject({ state: "excluded", reason: "suspended", status: "suspended", original: "out", extended: "out" });
    expect(rowsIn(indicatorsTable(card("2024"), { state: "any", node: null, kind: "delivery" }, en))[0]).toMatchObject({ value: "", reason: "suspended", result: "suspended" });
    expect(timeliness?.rows.find(({ state }) => state === "overdue")).toMatchObject({ original: "0", extended: "0" });
  });

  test("2025: due again; its progress is not computable over the break", () => {
    const { headline } = scorecardPage(card("2025"), en);
    expect(headline.figure).toMatchObject({ value: "0.0", due: 1 });
    const table = indicatorsTable(card("2025"), { state: "due", node: null, kind: "delivery" }, en);
    expect(rowsIn(table)[0]).toMatchObject({ value: "4", progress: "", result: "under_way" });
    expect(cellOf(table.rows[0]!, "progress").shown).toBe(en.t("statuses.notComputable.break"));
  });
});
