import { describe, expect, test } from "vitest";
import type { ReportColumn, ReportRow, ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";

const COLUMNS: ReportColumn[] = [
  { key: "body", label: "Орган", kind: "text" },
  { key: "value", label: "Значення", kind: "number" },
  { key: "reason", label: "Причина", kind: "code" },
];

const aTable = (rows: ReportRow[], columns = COLUMNS): ReportTable => ({
  name: "values", title: "Усі значення", columns, rows, notes: [],
  labels: [{ key: "plan", label: "План", value: "IBM-DEMO-2030, редакція 1" }],
});

/** Lines of a file without its mark, its last line end and its label columns. */
const linesOf = (csv: string) => csv.slice(1).trimEnd().split("\r\n");
const cell = (value: string, kind: ReportColumn["kind"] = "text") =>
  linesOf(toCsv({ ...aTable([{ x: value }], [{ key: "x", label: "x", kind }]), labels: [] }, "rows"))[1]?.replace(/,1$/, "");

describe("a table as CSV", () => {
  test("starts with the byte-order mark and ends every line with CRLF", () => {
    const csv = toCsv(aTable([{ body: "ДПСУ", value: "12", reason: null }]), "Рядків");
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.split("\r\n").at(-1)).toBe("");
    expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("every row carries the labels and the row count", () => {
    expect(linesOf(toCsv(aTable([{ body: "ДПСУ", value: "12" }, { body: "МВС", value: "3" }]), "Рядків"))).toEqual([
      "Орган,Значення,Причина,План,Рядків",
      'ДПСУ,12,,"IBM-DEMO-2030, редакція 1",2',
      'МВС,3,,"IBM-DEMO-2030, редакція 1",2',
    ]);
  });

  test("a table without rows says so: labels and the count 0", () => {
    expect(linesOf(toCsv(aTable([]), "Рядків"))[1]).toBe(',,,"IBM-DEMO-2030, редакція 1",0');
  });

  test("a total is no row of a file", () => {
    expect(linesOf(toCsv({ ...aTable([{ body: "ДПСУ", value: "1" }]), total: { body: "Разом", value: "1" } }, "Рядків"))).toHaveLength(2);
  });
});

describe("case C04: a reported zero, a blank and a suspended one", () => {
  test.each([
    ["0", null, "0,"],
    [null, "not_reported", ",not_reported"],
    [null, "suspended", ",suspended"],
  ])("value %s, reason %s → %s", (value, reason, expected) => {
    expect(linesOf(toCsv(aTable([{ body: "А", value, reason }]), "n"))[1]).toMatch(new RegExp(`^А,${expected},"`));
  });
});

describe("case C11: figures leave as they are", () => {
  test.each(["12345678901234.56", "0.3", "-0.0000000001", "6.05", "0"])("%s", (value) => expect(cell(value, "number")).toBe(value));
  test.each(["1e3", "1,5", "1 234", "", "NaN"])("%s is refused as a figure", (value) => expect(() => cell(value, "number")).toThrow(RangeError));
  test("a date that is none is refused", () => expect(() => cell("24.11.2026", "date")).toThrow(RangeError));
});

describe("case C24: what a spreadsheet would run", () => {
  test.each([
    ["a formula", '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ["a negative number stays numeric", "-5", "-5"],
    ["text that starts with a minus", "-5 positions", "'-5 positions"],
    ["a plus", "+380441234567", "'+380441234567"],
    ["a mention", "@SUM(A1)", "'@SUM(A1)"],
    ["a formula after spaces", "  =1+1", "'  =1+1"],
    ["a full-width sign", "＝1", "'＝1"],
    ["a tab first", "\tx", `"'\tx"`],
    ["a comma", "a, b", '"a, b"'],
    ["a line break", "a\nb", '"a\nb"'],
    ["a quotation", 'пункт «Ягодин» "A"', '"пункт «Ягодин» ""A"""'],
    ["an ordinary dash inside", "державна — місцева", "державна — місцева"],
  ])("%s", (_name, value, expected) => expect(cell(value)).toBe(expected));

  test("headings and labels too", () => {
    const csv = toCsv({ ...aTable([{ x: "1" }], [{ key: "x", label: "=x", kind: "text" }]), labels: [{ key: "p", label: "p", value: "@p" }] }, "n");
    expect(linesOf(csv)).toEqual(["'=x,p,n", "1,'@p,1"]);
  });
});
