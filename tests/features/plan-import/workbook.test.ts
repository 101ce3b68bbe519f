/** A workbook as people keep it: hidden rows and sheets, names turned into dates and numbers, per cent formats, formulas. */
import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, test } from "vitest";
import { exactText } from "~/domain/exact";
import { readPlanDocument } from "~/domain/plan-document/read-plan";
import { readWorkbook } from "~/features/plan-import/read-workbook.server";

async function read(fill: (workbook: Workbook) => void) {
  const workbook = new Workbook();
  fill(workbook);
  return readPlanDocument(await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer())));
}

function aSheet(workbook: Workbook, name = "План") {
  const sheet = workbook.addWorksheet(name);
  sheet.addRow(["Захід", "Індикатор", "Значення індикатора", "", "", "Виконавці"]);
  sheet.addRow(["", "", "усього", "2026", "2027", ""]);
  sheet.mergeCells("C1:E1");
  for (const column of ["A", "B", "F"]) sheet.mergeCells(`${column}1:${column}2`);
  return sheet;
}

test("values: a formula's last result, a per cent format, decimals as they were written", async () => {
  const draft = await read((workbook) => {
    const sheet = aSheet(workbook);
    sheet.addRow(["Ремонт", "довжина, км", { formula: "D3+E3", result: 310.8 }, 310.5, 0.3, "МВС"]);
    sheet.addRow(["", "частка справ", 0.95, 0.6, 0.95, ""]);
    for (const cell of ["C4", "D4", "E4"]) sheet.getCell(cell).numFmt = "0.0%";
  });
  const values = draft.measures[0]?.indicators.map(({ mode, values: { total, byYear } }) => [mode, ...[total, ...byYear.values()].map((value) => (value?.kind === "number" ? exactText(value.value) : null))]);
  expect(values).toEqual([["increment", "310.8", "310.5", "0.3"], ["level", "95", "60", "95"]]);
  expect(draft.problems).toEqual([]);
});

describe("what a workbook hides or has damaged is named, never guessed", () => {
  test("hidden rows and sheets", async () => {
    const draft = await read((workbook) => {
      const sheet = aSheet(workbook);
      sheet.addRow(["А", "а", 5, 2, 3, "МВС"]);
      sheet.addRow(["Чернетка", "б", 5, 2, 3, "МВС"]).hidden = true;
      aSheet(workbook, "Старий план").state = "hidden";
    });
    expect(draft.measures.map(({ title }) => title)).toEqual(["А"]);
    expect(draft.problems.map(({ severity, code, value }) => `${severity} ${code} ${value}`)).toEqual(["warning hidden_rows План: 4", "warning hidden_sheet Старий план"]);
  });

  test("a name kept as a date or a number", async () => {
    const draft = await read((workbook) => {
      const sheet = aSheet(workbook);
      sheet.addRow([1.2, new Date(Date.UTC(2026, 2, 1)), 5, 2, 3, "МВС"]);
    });
    expect(draft.problems.map(({ severity, code, about, at }) => `${severity} ${code} ${about} ${at?.row}/${at?.column}`)).toEqual(["decision text_is_number 1 3/1", "decision text_is_date 1.1 3/2"]);
  });
});
