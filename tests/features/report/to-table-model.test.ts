import { expect, test } from "vitest";
import type { ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import { toTableModel } from "~/features/report/to-table-model";
import { formatter } from "~/i18n/formatter";

const TABLE: ReportTable = {
  name: "values", title: "Усі значення", notes: [], labels: [],
  columns: [
    { key: "on", label: "На дату", kind: "date" },
    { key: "value", label: "Значення", kind: "percent" },
    { key: "parts", label: "Частини", kind: "text", pageOnly: true },
    { key: "numerator", label: "Чисельник", kind: "number", fileOnly: true },
    { key: "reason", label: "Причина", kind: "code" },
  ],
  rows: [
    { on: "2026-06-30", value: "74.5", parts: "298 із 400", numerator: "298", reason: null },
    { on: "2026-09-30", value: null, reason: { value: "not_reported", shown: "не подано", href: "/values/1" } },
  ],
};

test("a page prints by locale, shows words for codes and leaves out what only a file has", () => {
  const model = toTableModel(TABLE, formatter("uk"));
  expect(model.columns.map(({ head, kind }) => [head, kind])).toEqual([["На дату", "text"], ["Значення", "number"], ["Частини", "text"], ["Причина", "code"]]);
  expect(model.rows.map(({ cells }) => Object.values(cells).map((cell) => (typeof cell === "object" ? cell?.text : cell)))).toEqual([
    ["30.06.2026", "74,5\u00a0%", "298 із 400", ""],
    ["30.09.2026", "", "", "не подано"],
  ]);
  expect(model.rows[1]?.cells["reason"]).toMatchObject({ href: "/values/1" });
});

test("a file of the same table has figures apart and codes as codes", () => {
  expect(toCsv(TABLE, "n").slice(1).split("\r\n")).toEqual(["На дату,Значення,Чисельник,Причина,n", "2026-06-30,74.5,298,,2", "2026-09-30,,,not_reported,2", ""]);
});
