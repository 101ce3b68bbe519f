/** Rule 15: the basis, shown with every figure. */
import { expect, test } from "vitest";
import { chooseVersion, versionInForce, type Basis, type PlanVersion } from "~/domain/plan-versions";
import { period } from "~/domain/periods";

const version = (no: number, inForceFrom: string): PlanVersion => ({ planVersionId: `v${no}`, no, inForceFrom });
// adopted in March 2020, amended in October 2020 and in February 2021
const adopted = version(1, "2020-03-10");
const october = version(2, "2020-10-05");
const february = version(3, "2021-02-24");
const all = [adopted, october, february];

test.each<[string, PlanVersion[], Basis, string, string, string | null]>([
  ["in force on 1 January", all, "in_force_on_1_january", "2021", "2021-12-31", "v2"],
  ["none on 1 January: the first in force in the year", all, "in_force_on_1_january", "2020", "2020-12-31", "v1"],
  ["a later quarter has the year's basis", all, "in_force_on_1_january", "2021-Q4", "2021-12-31", "v2"],
  ["adopted within the year: a quarter is read by what was in force when it began", all, "in_force_on_1_january", "2020-Q4", "2020-12-31", "v1"],
  ["the quarter of the adoption itself", all, "in_force_on_1_january", "2020-Q1", "2020-12-31", "v1"],
  ["before the plan", all, "in_force_on_1_january", "2019", "2020-12-31", null],
  ["begins on 1 January itself", [version(1, "2020-01-01")], "in_force_on_1_january", "2020", "2020-12-31", "v1"],
  ["the current plan on the day asked", all, "current", "2020", "2020-12-01", "v2"],
  ["the current plan, an amendment to come", all, "current", "2020", "2021-02-23", "v2"],
  ["the current plan before there is one", all, "current", "2020", "2020-01-01", null],
  ["as first adopted", [february, october, adopted], "as_first_adopted", "2021", "2021-12-31", "v1"],
  ["no version accepted by then", [], "in_force_on_1_january", "2020", "2020-12-31", null],
])("%s", (_, accepted, basis, periodKey, asOf, expected) => {
  expect(chooseVersion(accepted, basis, period(periodKey), asOf)?.planVersionId ?? null).toBe(expected);
});

test("a later act that takes effect backdated replaces what it amends from its own day on", () => {
  const backdated = version(3, "2020-09-01");
  const on = (day: string) => versionInForce([adopted, october, backdated], day)?.no;
  expect([on("2020-08-31"), on("2020-09-01"), on("2020-12-31")]).toEqual([1, 3, 3]);
});
