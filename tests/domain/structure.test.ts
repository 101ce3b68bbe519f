/** The tree of a plan, and who owes a value (rule 17). */
import { expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import { buildTree, countedAs, indicatorsUnder, leadOf, nodePath, owingAgencies } from "~/domain/structure";
import { aMeasure, aNode, anIndicator, aPlan, type IndicatorBuilder, type MeasureBuilder } from "../support/builders";

const plan = aPlan().with(
  aNode("G1").with(aNode("T1").with(aMeasure("M1").with(anIndicator("a"), anIndicator("b"))), anIndicator("effect").outcome()),
  aNode("G2").with(aMeasure("M2").with(anIndicator("c"))),
).build();

test("nodes of any depth, parents first; indicators on a measure or on a node", () => {
  const tree = buildTree(plan);
  expect(tree.nodes.map(({ fact }) => fact.id)).toEqual(["G1", "T1", "G2"]);
  expect(indicatorsUnder(tree.nodeById.get("G1")!).map(({ id }) => id)).toEqual(["effect", "a", "b"]);
  expect(nodePath(tree.nodeById.get("T1")!)).toEqual(["T1", "G1"]);
});

test("children stand in list order, however the rows came", () => {
  const shuffled = { ...plan, nodes: plan.nodes.toReversed(), indicators: plan.indicators.toReversed() };
  const ids = (of: typeof plan) => buildTree(of).roots.flatMap(indicatorsUnder).map(({ id }) => id);
  expect(ids(shuffled)).toEqual(ids(plan));
});

test.each<[string, Partial<typeof plan>]>([
  ["a measure under a node that is not there", { nodes: plan.nodes.filter(({ id }) => id !== "G2") }],
  ["an indicator of a measure that is not there", { measures: plan.measures.filter(({ id }) => id !== "M2") }],
  ["an indicator that hangs on nothing", { indicators: [anIndicator("lost").fact] }],
  ["nodes in a ring", { nodes: plan.nodes.map((node) => (node.id === "G1" ? { ...node, parentId: "T1" } : node)) }],
])("refused: %s", (_, change) => {
  expect(() => buildTree({ ...plan, ...change })).toThrow(DomainError);
});

const shared = aMeasure("M").ledBy("SBGS").together("SCS").byConsent("OSA");
test.each<[string, IndicatorBuilder, MeasureBuilder | null, string[]]>([
  ["the lead, when the passport names nobody", anIndicator("i"), shared, ["SBGS"]],
  ["the passport's responsible body", anIndicator("i").owedBy("SMS"), shared, ["SMS"]],
  ["each of several, once", anIndicator("i").owedBy("SBGS", "SCS", "SBGS"), shared, ["SBGS", "SCS"]],
  ["co-executors owe nothing by being there", anIndicator("i"), aMeasure("M").together("SCS"), []],
  ["on a node, the responsible body", anIndicator("i").owedBy("MIA"), null, ["MIA"]],
  ["on a node, nobody named", anIndicator("i"), null, []],
])("who owes: %s", (_, indicator, measure, expected) => {
  expect(owingAgencies(indicator.fact, measure?.fact ?? null)).toEqual(expected);
});

test("the lead, and what an indicator counts as", () => {
  expect(leadOf(shared.fact)?.agencyId).toBe("SBGS");
  expect([anIndicator("i"), anIndicator("i").process(), anIndicator("i").outcome(), anIndicator("i").context()].map(({ fact }) => countedAs(fact)))
    .toEqual(["delivery", "delivery", "outcome", "context"]);
});
