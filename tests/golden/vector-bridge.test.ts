/** The golden vector of the bridge, from two versions of a plan and the values of its indicators. */
import { expect, test } from "vitest";
import { bridgeBetween } from "~/domain/bridge";
import { COVERAGE_POLICY } from "~/domain/coverage";
import type { ScorecardInput } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, aValue, upTo } from "../support/builders";

test("V31: V19 as a bridge: 48.0 → 78.5 = dropped +32.0, added −6.1, done +4.6", () => {
  const due = (id: string) => aMeasure(`m-${id}`).ledBy("SBGS").with(anIndicator(id).from(0).target("2020", 10).owedBy("SBGS"));
  const [done, undone, dropped, added] = [["done", 48], ["undone", 12], ["dropped", 40], ["added", 5]].map(([name, count]) => upTo(Number(count)).map((no) => `${name}${no}`)) as [string[], string[], string[], string[]];
  const adopted = aPlan().with(aNode("G").with(...[...done, ...undone, ...dropped].map(due)));
  const october = aPlan().version(2, "2020-10-01").with(aNode("G").with(...[...done, ...undone, ...added].map(due)));
  const read = (basis: ScorecardInput["basis"]): ScorecardInput => ({
    versions: [adopted.build(), october.build()], values: [...done, ...added.slice(0, 3)].map((id) => aValue(id, "2020", 10).build()), levelsOf: null, disruptions: [], verdicts: [],
    periodKey: "2020", today: "2021-04-01", knownAt: "2021-04-01T09:00:00Z", cutOff: null, ceiling: "public", basis, reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1,
  });
  const bridge = bridgeBetween(read("in_force_on_1_january"), read("current"), { figure: "achieved", nodeId: null });
  expect([bridge?.from.printed, bridge?.to.printed]).toEqual(["48.0", "78.5"]);
  expect(bridge?.steps.filter(({ items }) => items.length > 0).map(({ step, piece, items }) => [step, piece, items.length])).toEqual([["dropped", "32.0", 40], ["added", "-6.1", 5], ["done", "4.6", 3]]);
});
