/** What a later edition lists as changed since the one before: values with the cause, verdicts, interruptions, plan, rules. */
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { editionChanges } from "~/domain/edition-changes";
import { editionFigures } from "~/domain/edition-figures";
import { differences } from "~/domain/differences";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, aValue } from "../support/builders";
import { aVerdict, suspends } from "../support/edition-facts";

const toTen = (id: string, target = 10) => anIndicator(id).from(0).target("2020", target).owedBy("SBGS");
const plan = (target = 10) => aPlan().with(aNode("G").with(aMeasure("M1").ledBy("SBGS").dueBy("2020-12-31").with(toTen("a"), toTen("b", target)), aMeasure("M2").ledBy("SCS").with(toTen("c"))));
const [a, b] = [aValue("a", "2020", 10), aValue("b", "2020", 4)];

interface Known {
  plan?: ReturnType<typeof plan>;
  values?: ReturnType<typeof aValue>[];
  verdicts?: ScorecardInput["verdicts"];
  disruptions?: ScorecardInput["disruptions"];
  rulesVersion?: number;
  versionNo?: number;
}

function edition({ plan: structure = plan(), values = [a, b], verdicts = [], disruptions = [], rulesVersion = 1, versionNo = 1 }: Known = {}) {
  const facts = values.map((value) => value.build());
  const scorecard = assembleScorecard({
    versions: [structure.build()], levelsOf: null, values: facts, disruptions, verdicts, periodKey: "2020", today: "2021-04-01", knownAt: "2021-04-01T09:00:00.000Z",
    cutOff: null, ceiling: "public", basis: "in_force_on_1_january", reading: "official", policy: COVERAGE_POLICY, rulesVersion,
  });
  return { figures: editionFigures(scorecard, facts, disruptions), versionNo };
}

const since = { id: "first", no: 1, code: "K7Q-204" };
const access = { isClosed: (_id: string) => false, wasInPlan: (_id: string) => false };
const changes = (is: Known, was: Known = {}, by = access) => editionChanges(since, edition(was), edition(is), new Map([["b/SBGS/2020/2", "digest of the reason"]]), by);
const indicators = (is: Known, was: Known = {}) => changes(is, was).indicators.map(({ code, was: before, is: after, why, reasonDigest }) =>
  `${code}: ${before?.printed ?? "-"} ${before?.achieved ?? "-"} → ${after?.printed ?? "-"} ${after?.achieved ?? "-"}, ${why}${reasonDigest ? `, ${reasonDigest}` : ""}`);

test("nothing changed", () => {
  expect(changes({})).toEqual({ since, planVersion: null, rules: null, totals: [], indicators: [], verdicts: [], disruptions: [] });
});

describe("indicators, with the nearest cause", () => {
  test.each<[string, string[], string[]]>([
    ["a corrected value, with its reason", indicators({ values: [a, aValue("b", "2020", 10).but({ no: 2 })] }), ["b: 4 not_achieved → 10 achieved, correction, digest of the reason"]],
    ["a value that came later", indicators({ values: [a, b, aValue("c", "2020", 10)] }), ["c: - missing → 10 achieved, new_report"]],
    ["an interruption recorded later", indicators({ disruptions: [suspends("measure", "M2")] }), ["c: - missing → - missing, interruption"]],
    ["a target amended", indicators({ plan: plan(4) }), ["b: 4 not_achieved → 4 achieved, amendment"]],
    ["an indicator taken out, one put in", indicators({ plan: aPlan().with(aNode("G").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("d")))) }), [
      "b: 4 not_achieved → - -, dropped", "c: - missing → - -, dropped", "d: - - → - missing, added",
    ]],
    ["the same value in a version that only says more", indicators({ values: [a, b.but({ no: 2 })] }), []],
  ])("%s", (_what, found, expected) => expect(found).toEqual(expected));
});

describe("by access", () => {
  const without = () => aPlan().with(aNode("G").with(aMeasure("M1").ledBy("SBGS").dueBy("2020-12-31").with(toTen("a"), toTen("b"))));
  const told = (found: ReturnType<typeof changes>) => JSON.stringify([found.indicators, found.verdicts, found.disruptions]);
  test("what has been closed since is not named: neither as dropped nor by its verdict or interruption", () => {
    const was = { verdicts: [aVerdict("M2", { agencyId: "SCS" })], disruptions: [suspends("measure", "M2")] };
    const found = changes({ plan: without() }, was, { ...access, isClosed: (id) => id === "c" || id === "M2" });
    expect(told(found)).not.toMatch(/"c"|M2/);
    expect(found.totals.map(({ key }) => key)).toContain("suspended");
    expect(told(changes({ plan: without() }, was))).toMatch(/"c".*dropped.*M2/);
  });
  test("what was there and is shown now was opened, not added", () => {
    expect(changes({}, { plan: without() }, { ...access, wasInPlan: (id) => id === "c" }).indicators).toMatchObject([{ code: "c", why: "opened" }]);
    expect(changes({}, { plan: without() }).indicators).toMatchObject([{ code: "c", why: "added" }]);
  });
});

test("totals, verdicts, interruptions, plan version and rules", () => {
  const verdicts = [aVerdict("M1"), aVerdict("M2", { agencyId: "SCS", status: "in_progress" })];
  const was = { verdicts: [verdicts[0]!], disruptions: [suspends("measure", "M1", { to: null }), suspends("node", "elsewhere")] };
  const is = { verdicts, disruptions: [suspends("measure", "M1"), suspends("agency", "SCS")], values: [a, b, aValue("c", "2020", 10).by("SCS")], rulesVersion: 2, versionNo: 2 };
  expect(changes(is, was)).toMatchObject({
    planVersion: { was: 1, is: 2 },
    rules: { was: "1", is: "2" },
    verdicts: [{ code: "M2", was: null, is: "in_progress" }],
    disruptions: [{ scopeId: "M1", how: "redated" }, { scopeId: "SCS", how: "recorded" }, { scopeId: "elsewhere", how: "withdrawn" }],
  });
  expect(changes({ values: [a, aValue("b", "2020", 10).but({ no: 2 })] }).totals).toEqual([
    { key: "achieved", was: "1", is: "2" }, { key: "rate", was: "33.3", is: "66.7" }, { key: "average", was: "70.0", is: "100.0" }, { key: "sigma", was: "1.92", is: "9.62" }, { key: "carried_out", was: "2", is: "1" },
  ]);
});

test("kept figures are texts, exact and printed, and no text of anybody", () => {
  const { figures } = edition({ disruptions: [suspends("measure", "M2", { what: { uk: "секрет", en: "secret" } })] });
  expect(figures.plan.implementation).toMatchObject({ counts: { due: "2", achieved: "1" }, rate: { exact: "0.5", printed: "50.0" } });
  expect(figures.indicators.b).toMatchObject({ code: "b", value: { content: { kind: "number", value: "4" }, printed: "4", versions: ["b/SBGS/2020/1"] }, progress: { raw: { exact: "0.4", printed: "40.0" } } });
  const leaves = differences(figures, {}).map(({ was }) => was ?? "");
  expect(leaves.length).toBeGreaterThan(3);
  const numbers = JSON.stringify(figures).match(/:-?\d/g) ?? [];
  expect(numbers).toEqual([]);
  expect(JSON.stringify(figures)).not.toMatch(/секрет|secret|indicator a/);
});
