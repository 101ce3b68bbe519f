/** From values to the suggested status (rule 16): a measure of 2020–2022 read at the end of each year. */
import { expect, test } from "vitest";
import { cutToCeiling } from "~/domain/access";
import { exact } from "~/domain/exact";
import { measureForSuggestion } from "~/domain/measure-suggestion";
import { readPlan } from "~/domain/plan-readings";
import { buildTree } from "~/domain/structure";
import { suggestStatus } from "~/domain/suggested-status";
import { aMeasure, aNode, anIndicator, aPlan, aValue, type IndicatorBuilder, type ValueBuilder } from "../support/builders";

const suggest = (year: string, indicators: IndicatorBuilder[], values: ValueBuilder[], today = `${Number(year) + 1}-03-20`) => {
  const plan = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").dueBy("2022-12-31").with(...indicators))).build();
  const cut = cutToCeiling(plan, values.map((value) => value.build()), "internal", "official");
  const readAt = (periodKey: string) => readPlan({ cut, disruptions: [], periodKey, today, reading: "official" }).byIndicator;
  const measure = buildTree(plan).measureById.get("M")!;
  const { status, reasons } = suggestStatus(
    measureForSuggestion(measure, { periodKey: year, today, claim: null, suspended: false, readAt: (indicator, key) => readAt(key).get(indicator.id) ?? null }),
  );
  return `${status ?? "none"}: ${reasons.map(({ code }) => code).join(", ")}`;
};

const stock = anIndicator("stock").from(0).target("2020", 10).target("2021", 20).target("2022", 40);
const early = anIndicator("early").from(0).target("2020", 5);
const yearly = anIndicator("yearly").flow().target("2020", 10).target("2021", 10).target("2022", 10);
const flow = anIndicator("flow").flow().target("2020", 10).target("2021", 10).target("2022", 10).but({ totalTarget: exact(30) });

test.each<[string, string, IndicatorBuilder[], ValueBuilder[], string]>([
  ["this year's target, not the final one", "2020", [stock], [aValue("stock", "2020", 10)], "in_progress: period_targets_reached, final_targets_not_reached"],
  ["the final target two years early", "2020", [stock], [aValue("stock", "2020", 40)], "implemented: all_final_targets_reached"],
  ["short of this year's", "2021", [stock], [aValue("stock", "2021", 12)], "in_progress: value_beyond_baseline"],
  ["at the baseline", "2020", [stock], [aValue("stock", "2020", 0)], "not_started: no_value_beyond_baseline"],
  ["nothing reported", "2020", [stock], [], "none: not_reported"],
  ["the end, half-way", "2022", [stock], [aValue("stock", "2022", 20)], "partially_implemented: final_date_passed, mean_progress_to_final, final_targets_not_reached"],
  ["the end, silent", "2022", [stock], [], "not_implemented: final_date_passed, mean_progress_to_final, final_targets_not_reached"],
  ["a final target reached in its own year stays reached", "2022", [stock, early], [aValue("early", "2020", 5), aValue("stock", "2022", 40)], "implemented: all_final_targets_reached"],
  ["one of two final targets", "2022", [stock, early], [aValue("early", "2020", 5), aValue("stock", "2022", 10)], "partially_implemented: final_date_passed, final_targets_reached, final_targets_not_reached"],
  ["a flow's total by its running total, the last year short", "2022", [flow], [aValue("flow", "2020", 15), aValue("flow", "2021", 10), aValue("flow", "2022", 5)], "implemented: all_final_targets_reached"],
  ["a flow without a total: this year's is not the last year's", "2020", [yearly], [aValue("yearly", "2020", 10)], "in_progress: period_targets_reached, final_targets_not_reached"],
  ["… the last year's own is", "2022", [yearly], [aValue("yearly", "2022", 10)], "implemented: all_final_targets_reached"],
  ["every year's flow but not the plan's total", "2021", [flow], [aValue("flow", "2020", 10), aValue("flow", "2021", 10)], "in_progress: period_targets_reached, final_targets_not_reached"],
])("%s", (_, year, indicators, values, expected) => expect(suggest(year, indicators, values)).toBe(expected));

test("a cycle judges its own period, however late the evaluator sits down: the final date has not passed in it", () => {
  expect(suggest("2021", [stock], [aValue("stock", "2021", 12)], "2023-05-01")).toBe("in_progress: value_beyond_baseline");
});
