import { describe, expect, test } from "vitest";
import type { PeriodKey } from "~/domain/facts";
import { readValue } from "~/domain/read-value";
import { periodsToList, valueRows } from "~/features/indicator/value-rows";
import { valuesTable } from "~/features/indicator/values-table";
import { toCsv } from "~/features/report/to-csv";
import { wordsOf } from "~/i18n/translate";
import { aValue, anIndicator } from "../../support/builders";
import { reading, type OneIndicator } from "../../support/one-indicator";

const rowsOf = (one: OneIndicator, keys: PeriodKey[], breaks: string[] = []) =>
  valueRows(keys, breaks, (periodKey) => readValue({ ...one.input, periodKey, reading: "including_provisional" }, false).parts);
const told = (one: OneIndicator, keys: PeriodKey[], breaks: string[] = []) =>
  rowsOf(one, keys, breaks).map((row) => `${row.periodKey} ${row.agencyId} ${row.value ? "value" : row.reason} ${row.flag}`);

describe("a line a period and body, the last first, each with its SDMX status", () => {
  const flow = anIndicator("I").flow().from(0).target("2020", 100);

  test("case C04: three bodies give 0, nothing, and suspended", () => {
    const one = reading(flow).owedBy("A", "B", "C").value("2020", 0, { agencyId: "A" }).missing("2020", "suspended", { agencyId: "C" });
    expect(told(one, ["2020"])).toEqual(["2020 C suspended S", "2020 B not_reported O", "2020 A value A"]);
  });

  test("case C04 in a file: 0, empty with its reason, empty with its reason", () => {
    const one = reading(flow).owedBy("A", "B", "C").value("2020", 0, { agencyId: "A" }).missing("2020", "suspended", { agencyId: "C" });
    const table = valuesTable({ indicator: flow.but({ baseline: null }).fact, unit: null, rows: rowsOf(one, ["2020"]), agencies: new Map(), sources: new Map(), labels: [], asked: "", isNewSeries: false }, wordsOf("en"));
    const [heading = "", ...lines] = toCsv(table, "n").slice(1).trimEnd().split("\r\n");
    const [value, reason] = ["Value", "Reason"].map((name) => heading.split(",").indexOf(name));
    expect(lines.map((line) => [line.split(",")[value ?? -1], line.split(",")[reason ?? -1]])).toEqual([["", "suspended"], ["", "not_reported"], ["0", ""]]);
  });

  test("case C22: 10, 12, suspended, then 4 after a break: S on the gap, B on the first value after", () => {
    const one = reading(anIndicator("I").but({ frequency: "annual" })).series({ "2022": 10, "2023": 12, "2025": 4, "2026": 5 })
      .hit("waive", "2024-04-01", "2024-12-31").hit("break", "2025-01-01", null);
    expect(told(one, ["2022", "2023", "2024", "2025", "2026"], ["2025-01-01"])).toEqual([
      "2026 SBGS value A", "2025 SBGS value B", "2024 SBGS suspended S", "2023 SBGS value A", "2022 SBGS value A",
    ]);
  });

  test.each([
    ["not_reported", "O"], ["dash_unclear", "O"], ["no_data", "O"], ["lost", "O"], ["not_collected", "L"],
    ["not_applicable", "M"], ["cannot_exist", "M"], ["suspended", "S"], ["restricted", "Q"],
  ] as const)("%s is flagged %s", (reason, flag) => {
    expect(rowsOf(reading(flow).missing("2020", reason), ["2020"]).map((row) => [row.reason, row.flag])).toEqual([[reason, flag]]);
  });

  test("an unverified value is provisional to who may see it; to others it only waits", () => {
    const one = reading(flow).value("2020", 7, { verified: false });
    expect(rowsOf(one, ["2020"]).map(({ state, flag }) => [state, flag])).toEqual([["provisional", "P"]]);
    const waiting = valueRows(["2020"], [], () => [{ state: "missing", reason: "not_reported", agencyId: "A", periodKey: "2020", reported: true, awaiting: true }]);
    expect(waiting.map(({ state, flag, value }) => [state, flag, value])).toEqual([["submitted", "V", null]]);
  });

  test("a period cut by the ceiling leaves no line", () => {
    expect(valueRows(["2020"], [], () => null)).toEqual([]);
  });
});

describe("periods to list", () => {
  const quarterly = anIndicator("I").but({ frequency: "quarterly" }).fact;
  const plan = { startsOn: "2020-01-01", endsOn: "2022-12-31" };
  test.each([
    ["what is over by today", plan, [], "2020-08-01", ["2020-Q1", "2020-Q2"]],
    ["and what came early", plan, [aValue("I", "2020-Q3").build()], "2020-08-01", ["2020-Q1", "2020-Q2", "2020-Q3"]],
    ["to the plan's end, not beyond", plan, [], "2030-01-01", ["2020", "2021", "2022"].flatMap((year) => ["Q1", "Q2", "Q3", "Q4"].map((quarter) => `${year}-${quarter}`))],
    ["an open-ended plan lists only what was reported", { ...plan, endsOn: null }, [aValue("I", "2020-Q2").build()], "2030-01-01", ["2020-Q2"]],
    ["nothing before the plan begins", { startsOn: "2031-01-01", endsOn: "2032-12-31" }, [], "2030-01-01", []],
  ])("%s", (_name, dates, values, today, expected) => {
    expect(periodsToList(quarterly, values, dates, today)).toEqual(expected);
  });
});
