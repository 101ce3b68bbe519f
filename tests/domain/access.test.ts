/** Rule 18: levels are inherited downward, and the tree is cut to the ceiling before anything else happens. */
import { describe, expect, test } from "vitest";
import { cutDisruptions, cutToCeiling, effectiveAccess, withDropped } from "~/domain/access";
import type { AccessLevel, DisruptionFact, PlanStructure } from "~/domain/facts";
import { hiddenIn } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, aValue, type IndicatorBuilder } from "../support/builders";

const plan = aPlan()
  .with(
    aNode("G1").with(
      aMeasure("open").with(anIndicator("open.1"), anIndicator("open.2").access("internal"), anIndicator("open.3")),
      aMeasure("inner").access("internal").with(anIndicator("inner.1")),
      aMeasure("last").with(anIndicator("last.1")),
    ),
    aNode("G2").access("restricted").with(aNode("G2.1").with(aMeasure("secret").with(anIndicator("secret.1"))), anIndicator("secret.outcome").outcome()),
  )
  .build();
const ids = (parts: { id: string }[]) => parts.map(({ id }) => id);

test("a level is the strictest of everything above and its own", () => {
  const { measure, indicator } = effectiveAccess(plan);
  expect(Object.fromEntries([...measure, ...indicator])).toEqual({
    open: "public", inner: "internal", last: "public", secret: "restricted",
    "open.1": "public", "open.2": "internal", "open.3": "public", "inner.1": "internal", "last.1": "public",
    "secret.1": "restricted", "secret.outcome": "restricted",
  });
});

test.each<[AccessLevel, string[], string[], string[]]>([
  ["public", ["G1"], ["open", "last"], ["open.1", "open.3", "last.1"]],
  ["internal", ["G1"], ["open", "inner", "last"], ["open.1", "open.2", "open.3", "inner.1", "last.1"]],
  ["restricted", ["G1", "G2", "G2.1"], ["open", "inner", "last", "secret"], ["open.1", "open.2", "open.3", "inner.1", "last.1", "secret.1", "secret.outcome"]],
])("cut to %s", (ceiling, nodes, measures, indicators) => {
  const { structure } = cutToCeiling(plan, [], ceiling, "official");
  expect([ids(structure.nodes), ids(structure.measures), ids(structure.indicators)].map((each) => new Set(each))).toEqual([nodes, measures, indicators].map((each) => new Set(each)));
});

test("what is cut leaves no gap in the positions", () => {
  const { structure } = cutToCeiling(plan, [], "public", "official");
  expect(structure.measures.map(({ id, position }) => [id, position])).toEqual([["open", 1], ["last", 2]]);
  expect(structure.indicators.filter(({ measureId }) => measureId === "open").map(({ id, position }) => [id, position])).toEqual([["open.1", 1], ["open.3", 2]]);
});

describe("values", () => {
  test("a value above the ceiling cuts the indicator for its period; no other version stands in", () => {
    const values = [aValue("open.1", "2020", 5), aValue("open.1", "2021", 7).access("restricted"), aValue("open.2", "2020", 1)].map((value) => value.build());
    const cut = cutToCeiling(plan, values, "public", "official");
    expect(cut.values.map(({ indicatorId, periodKey }) => `${indicatorId} ${periodKey}`)).toEqual(["open.1 2020"]);
    expect(cut.cutPeriods).toEqual([{ indicatorId: "open.1", periodKey: "2021" }]);
  });

  const openTo = (no: number, verified: boolean) => aValue("open.1", "2021", no).but({ no, verified });
  test.each<[string, "official" | "including_provisional", ReturnType<typeof openTo>[], number[], number]>([
    // versions kept, periods cut
    ["the verified version is open, a restricted one awaits: only the open one is told", "official", [openTo(1, true), openTo(2, false).access("restricted")], [1], 0],
    ["with provisional ones the restricted one is in force: cut", "including_provisional", [openTo(1, true), openTo(2, false).access("restricted")], [], 1],
    ["the verified version is restricted: an older open one never stands in", "official", [openTo(1, true), openTo(2, true).access("restricted")], [], 1],
    ["nor does a newer open one that is not verified yet", "official", [openTo(1, true).access("restricted"), openTo(2, false)], [], 1],
    ["verified anew in the open", "official", [openTo(1, true).access("restricted"), openTo(2, true)], [2], 0],
  ])("%s", (_, reading, versions, kept, periods) => {
    const cut = cutToCeiling(plan, versions.map((version) => version.build()), "public", reading);
    expect([cut.values.map(({ no }) => no), cut.cutPeriods.length]).toEqual([kept, periods]);
  });

  test("what is restricted today is not shown through an older version of the plan", () => {
    const today = cutToCeiling(aPlan().with(aNode("G1").access("internal").with(aMeasure("open").with(anIndicator("open.1")))).build(), [], "public", "official");
    const then = cutToCeiling(plan, [aValue("open.1", "2020", 5).build()], "public", "official", today.cutIds);
    expect([ids(then.structure.nodes), ids(then.structure.measures), then.values]).toEqual([[], [], []]);
  });
});

test("a disruption whose scope was cut is not told", () => {
  const disruption = (scopeId: string): DisruptionFact => ({
    id: scopeId, from: "2022-02-24", to: null, what: { uk: null, en: null }, legalBasis: null, scopeKind: "measure", scopeId, effect: "pause",
  });
  const { cutIds } = cutToCeiling(plan, [], "public", "official");
  expect(ids(cutDisruptions([disruption("open"), disruption("secret")], cutIds))).toEqual(["open"]);
});

describe("what a later version drops keeps the level it had last", () => {
  const plan = (versionNo: number, ...indicators: IndicatorBuilder[]) => ({ ...aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(...indicators))).build(), versionNo });
  const open = plan(1, anIndicator("a"), anIndicator("b"));
  const closed = plan(2, anIndicator("a").access("internal"), anIndicator("b"));
  const dropped = plan(3, anIndicator("b"));

  test.each<[string, PlanStructure, PlanStructure[], string[]]>([
    ["closed, then dropped", dropped, [open, closed, dropped], ["a"]],
    ["dropped while it was open", dropped, [open, dropped], []],
    ["closed in the newest", closed, [open, closed], ["a"]],
    ["opened again in the newest", open, [closed, open], []],
  ])("%s", (_, newest, all, hidden) => expect([...hiddenIn(newest, all, "public")]).toEqual(hidden));

  test("nothing dropped: the version itself", () => expect(withDropped(closed, [open, closed])).toBe(closed));
});
