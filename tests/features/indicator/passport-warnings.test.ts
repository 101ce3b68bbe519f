import { expect, test } from "vitest";
import { passportWarnings } from "~/features/indicator/passport-warnings";
import { aMeasure, anIndicator, type IndicatorBuilder, type MeasureBuilder } from "../../support/builders";

const whole = anIndicator("I").but({ unit: "count" }).from(10).target("2020", 20);
const led = aMeasure("M").ledBy("SBGS");

function warned(indicator: IndicatorBuilder, siblings: IndicatorBuilder[] = [indicator], measure: MeasureBuilder | null = led, hasDataSource = true) {
  return passportWarnings({ indicator: indicator.fact, measure: measure?.fact ?? null, siblings: siblings.map(({ fact }) => fact), hasDataSource });
}

test.each<[string, ReturnType<typeof warned>, unknown[]]>([
  ["a whole passport", warned(whole), []],
  ["no baseline", warned(whole.but({ baseline: null })), [{ code: "no_baseline" }]],
  ["… which yes/no and stages do without", warned(anIndicator("I").stages(2).target("2020", { kind: "stage", no: 2 })), []],
  ["no unit", warned(whole.but({ unit: null })), [{ code: "no_unit" }]],
  ["no target", warned(whole.but({ targets: [] })), [{ code: "no_target" }]],
  ["… not missed in a context indicator", warned(whole.context().but({ targets: [] })), []],
  ["no data source", warned(whole, [whole], led, false), [{ code: "no_data_source" }]],
  ["nobody responsible", warned(whole, [whole], aMeasure("M")), [{ code: "no_responsible" }]],
  ["no direction", warned(whole.but({ direction: null })), [{ code: "no_direction" }]],
  ["no aggregation, though reported more than once a year", warned(whole.but({ aggregation: null, frequency: "quarterly" })), [{ code: "no_aggregation" }]],
  ["a target below a rising baseline is a floor", warned(whole.from(30).target("2021", 25).target("2022", 40)), [{ code: "target_below_baseline", periods: ["2020", "2021"] }]],
  ["a target above a falling baseline is a ceiling", warned(whole.falling()), [{ code: "target_above_baseline", periods: ["2020"] }]],
  ["a target after the measure's deadline", warned(whole.target("2022", 30), [whole], led.dueBy("2021-12-31")), [{ code: "after_deadline", periods: ["2022"] }]],
  ["a weight missing among weighted ones", warned(whole, [whole, anIndicator("J").weighing("0.5")]), [{ code: "weight_missing" }]],
  ["weights that make no whole", warned(whole.weighing("0.6"), [whole.weighing("0.6"), anIndicator("J").weighing("0.8")]), [{ code: "weights_not_one", sum: "1.4" }]],
  ["… not said where one of them may not be seen", passportWarnings({ indicator: whole.weighing("0.5").fact, measure: led.fact, siblings: null, hasDataSource: true }), []],
  ["an outcome beside is no part of the weights", warned(whole.weighing(1), [whole.weighing(1), anIndicator("J").outcome()]), []],
])("%s", (_name, warnings, expected) => expect(warnings).toEqual(expected));
