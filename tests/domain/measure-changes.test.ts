/** What each amendment did to one measure, as an evaluator is told; nothing of what the reader may not see (rule 18). */
import { expect, test } from "vitest";
import { changesOfMeasure } from "~/domain/measure-changes";
import { aMeasure, aNode, anIndicator, aPlan, type MeasureBuilder } from "../support/builders";

const first = anIndicator("I1").from(0).target("2020", 10);
const hidden = anIndicator("I2").target("2020", 5).access("restricted");
const measure = aMeasure("M").ledBy("SBGS").dueBy("2021-12-31").with(first, hidden);

function told(after: MeasureBuilder | null, sees: (id: string) => boolean = (id) => id !== "I2", before: MeasureBuilder | null = measure) {
  const version = (no: number, of: MeasureBuilder | null) => aPlan().version(no, `202${no - 1}-01-01`).with(of === null ? aNode("G") : aNode("G").with(of)).build();
  return changesOfMeasure([version(2, after), version(1, before)], "M", sees).map(({ versionNo, kind, from, to, codes }) => [versionNo, kind, from, to, ...codes].filter((part) => part !== null).join(" "));
}

test.each<[string, string[], string[]]>([
  ["the same again", told(measure), []],
  ["a later deadline", told(measure.dueBy("2022-12-31")), ["2 due_on 2021-12-31 2022-12-31"]],
  ["a lower target", told(aMeasure("M").ledBy("SBGS").dueBy("2021-12-31").with(anIndicator("I1").from(0).target("2020", 8), hidden)), ["2 targets I1"]],
  ["another executor and a new indicator", told(measure.together("SCS").with(anIndicator("I3"))), ["2 executors", "2 indicators_added I3"]],
  ["an indicator taken out", told(aMeasure("M").ledBy("SBGS").dueBy("2021-12-31").with(hidden)), ["2 indicators_dropped I1"]],
  ["the measure taken out", told(null), ["2 dropped"]],
  ["the measure added", told(measure, () => true, null), ["2 added"]],
])("%s", (_, changes, expected) => expect(changes).toEqual(expected));

test("a changed target of what the reader may not see is not told", () => {
  const changed = aMeasure("M").ledBy("SBGS").dueBy("2021-12-31").with(first, anIndicator("I2").target("2020", 4).access("restricted"));
  expect(told(changed)).toEqual([]);
  expect(told(changed, () => true)).toEqual(["2 targets I2"]);
});
