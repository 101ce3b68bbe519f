import { describe, expect, test } from "vitest";
import { countTree, filterTree, goalsOf, hasFilters, type TreeFilters } from "~/features/plan/filter-tree";
import { readFilters } from "~/features/plan/plan-filters";
import { readAll } from "~/features/plan/plan-reading";
import { aMeasure, aNode, anIndicator, aPlan, aValue } from "../../support/builders";
import { readingOf } from "../../support/plan-reading";

const named = (uk: string | null, en: string | null) => ({ title: { uk, en } });
const plan = aPlan().with(
  aNode("1").but(named("Пункти пропуску", "Crossing points")).with(
    aMeasure("1.1").but(named("Об’єднати дані", "Shared data")).ledBy("SBGS").together("SCS").with(
      anIndicator("1.1.1").from(0).target("2020", 10),
      anIndicator("1.1.2").from(0).target("2020", 10),
    ),
    aMeasure("1.2").but(named("Збудувати", null)).ledBy("SCS").with(anIndicator("1.2.1").from(0).target("2021", 10)),
  ),
  aNode("2").but(named("Навчання", "Training")).with(
    anIndicator("2.O1").outcome().owedBy("MIA").from(0).target("2020", 5),
    aMeasure("2.1").but(named("Без індикатора", "Text only")).ledBy("SBGS"),
  ),
);
const reading = readingOf(plan, [aValue("1.1.1", "2020", 12).build(), aValue("2.O1", "2020", 1).by("MIA").build()], { components: { "2": ["EIBM-B"] } });
const none: TreeFilters = { words: "", nodeCode: null, agencyId: null, componentCode: null, status: null };

function kept(filters: Partial<TreeFilters>, period = "2020") {
  const found = filterTree(reading.tree, { ...none, ...filters }, { readings: readAll(reading, period), componentsOf: reading.version.nodeComponents });
  return [found.nodes, found.measures, found.indicators].map((ids) => [...ids].sort().join(" "));
}

describe("search and filters over the tree", () => {
  test.each<[string, Partial<TreeFilters>, string, string, string]>([
    ["nothing asked: everything", {}, "1 2", "1.1 1.2 2.1", "1.1.1 1.1.2 1.2.1 2.O1"],
    ["a code", { words: "1.1.2" }, "1", "1.1", "1.1.2"],
    ["a word, whatever its case", { words: "ЗБУД" }, "1", "1.2", "1.2.1"],
    ["a word in the other language", { words: "shared" }, "1", "1.1", "1.1.1 1.1.2"],
    ["an apostrophe of another kind, spaces around", { words: "  об'єднати   дані " }, "1", "1.1", "1.1.1 1.1.2"],
    ["a goal that has the word keeps all below it", { words: "crossing" }, "1", "1.1 1.2", "1.1.1 1.1.2 1.2.1"],
    ["nowhere", { words: "немає такого" }, "", "", ""],
    ["a goal", { nodeCode: "2" }, "2", "2.1", "2.O1"],
    ["a body that leads", { agencyId: "SBGS" }, "1 2", "1.1 2.1", "1.1.1 1.1.2"],
    ["a body that takes part", { agencyId: "SCS" }, "1", "1.1 1.2", "1.1.1 1.1.2 1.2.1"],
    ["a body that owes a value of the goal itself", { agencyId: "MIA" }, "2", "", "2.O1"],
    ["a body unknown here", { agencyId: "" }, "", "", ""],
    ["a component, shared by all below", { componentCode: "EIBM-B" }, "2", "2.1", "2.O1"],
    ["achieved", { status: "achieved" }, "1", "1.1", "1.1.1"],
    ["due and not reported", { status: "not_reported" }, "1", "1.1", "1.1.2"],
    ["due, reported, not there yet", { status: "under_way" }, "2", "", "2.O1"],
    ["nothing due this year", { status: "not_due" }, "1", "1.2", "1.2.1"],
    ["two filters at once", { agencyId: "SCS", status: "not_reported" }, "1", "1.1", "1.1.2"],
    ["a status leaves out measures without indicators", { nodeCode: "2", status: "achieved" }, "", "", ""],
  ])("%s", (_name, filters, nodes, measures, indicators) => {
    expect(kept(filters)).toEqual([nodes, measures, indicators]);
  });

  test("counts are of what the reader may see", () => {
    expect(countTree(reading.tree)).toEqual({ measures: 3, indicators: 4 });
    const cut = readingOf(aPlan().with(aNode("1").with(aMeasure("1.1").with(anIndicator("a"))), aNode("2").access("restricted").with(aMeasure("2.1").with(anIndicator("b")))));
    expect(countTree(cut.tree)).toEqual({ measures: 1, indicators: 1 });
  });

  test("goals are the nodes of that role, else the topmost", () => {
    expect(goalsOf(reading.tree).map(({ fact }) => fact.id)).toEqual(["1", "2"]);
    const grouped = readingOf(aPlan().with(aNode("I").role("group").with(aNode("I.1").role("goal"))));
    expect(goalsOf(grouped.tree).map(({ fact }) => fact.id)).toEqual(["I.1"]);
  });
});

describe("filters as an address says them", () => {
  test.each([
    ["", { words: "", nodeCode: null, agencyCode: null, componentCode: null, status: null, period: null }],
    ["q=+x+&goal=1&agency=SCS&component=EIBM-A&status=at_risk&period=2020", { words: "x", nodeCode: "1", agencyCode: "SCS", componentCode: "EIBM-A", status: "at_risk", period: "2020" }],
    ["status=nonsense&goal=", { words: "", nodeCode: null, agencyCode: null, componentCode: null, status: null, period: null }],
  ])("%s", (query, expected) => expect(readFilters(new URLSearchParams(query))).toEqual(expected));

  test("spaces alone are no filter", () => {
    expect(hasFilters({ ...none, words: "   " })).toBe(false);
    expect(hasFilters({ ...none, status: "achieved" })).toBe(true);
  });
});
