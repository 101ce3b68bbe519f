import { expect, test } from "vitest";
import { indicatorsTable } from "~/features/plan/indicators-table";
import { readAll } from "~/features/plan/plan-reading";
import { cellOf } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import { toTableModel } from "~/features/report/to-table-model";
import { wordsOf } from "~/i18n/translate";
import { aMeasure, aNode, anIndicator, aPlan, aValue, upTo } from "../../support/builders";
import { readingOf } from "../../support/plan-reading";

/** Case C02: a target equal to the baseline, among two hundred others. */
const holds = [["held", 14], ["above", 15], ["below", 13], ["blank", null]] as const;
const ordinary = upTo(200).map((no) => anIndicator(`I${no}`).from(0).target("2020", no));
const plan = aPlan().with(aNode("1").with(aMeasure("M").ledBy("SBGS").with(...holds.map(([id]) => anIndicator(id).from(14).target("2020", 14)), ...ordinary)));
const values = [
  ...holds.flatMap(([id, value]) => (value === null ? [] : [aValue(id, "2020", value).build()])),
  ...upTo(200).map((no) => aValue(`I${no}`, "2020", 1).build()),
];
const reading = readingOf(plan, values);
const table = indicatorsTable(reading.tree.plan.indicators, { reading, readings: readAll(reading, "2020"), period: "2020", labels: [], name: "M" }, wordsOf("uk"));
const row = (code: string) => table.rows.find((each) => cellOf(each, "code").value === code) ?? {};

test("case C02: held, held, below, not reported; no percentage", () => {
  expect(holds.map(([id]) => [cellOf(row(id), "progress_words").shown, cellOf(row(id), "progress").value, cellOf(row(id), "state").value, cellOf(row(id), "reason").value])).toEqual([
    ["утримано", null, "achieved", null],
    ["утримано", null, "achieved", null],
    ["нижче", null, "under_way", null],
    ["—", null, "not_reported", "not_reported"],
  ]);
});

test("case C02: the report with 200 other rows still renders, as a page and as a file", () => {
  expect(table.rows).toHaveLength(204);
  expect(toTableModel(table, wordsOf("uk").print).rows).toHaveLength(204);
  expect(toCsv(table, "n").trimEnd().split("\r\n")).toHaveLength(205);
  expect(cellOf(row("I200"), "progress").value).toBe("0.5");
});
