/**
 * The challenge sheet: each question of a careful reader, asked of a small plan. A row is what is found, in the words of
 * the sheet's own codes; the sheet of a plan that gives no cause is empty and says what was looked at.
 */
import { describe, expect, test } from "vitest";
import { challengeSheet } from "~/domain/challenge-sheet";
import type { ChallengeCode, ChallengeSheet, Judged } from "~/domain/challenges";
import { COVERAGE_POLICY } from "~/domain/coverage";
import type { DisruptionFact, PlanStructure, ValueFact, VerdictFact } from "~/domain/facts";
import { assembleScorecard, type Scorecard, type ScorecardInput } from "~/domain/scorecard";
import type { Total } from "~/domain/edition-changes";
import { aMeasure, aNode, anIndicator, aPlan, aValue, upTo, type IndicatorBuilder, type PlanBuilder } from "../support/builders";
import { aVerdict, suspends } from "../support/edition-facts";

const toTen = (id: string) => anIndicator(id).from(0).target("2020", 10).owedBy("SBGS");
const measure = (id: string, ...indicators: IndicatorBuilder[]) => aMeasure(id).ledBy("SBGS").together("SCS").byConsent("MIA").dueBy("2020-12-31").with(...indicators);
const plan = aPlan().with(aNode("G1").with(measure("M1", toTen("a"))), aNode("G2").with(measure("M2", toTen("b"))));
const reported = [aValue("a", "2020", 10).build(), aValue("b", "2020", 10).build()];
const both = (change: Partial<VerdictFact>) => ["SBGS", "SCS"].map((agencyId) => aVerdict("M1", { agencyId, ...change }));

interface Asked {
  plan?: PlanBuilder;
  inForce?: PlanBuilder;
  values?: ValueFact[];
  verdicts?: VerdictFact[];
  disruptions?: DisruptionFact[];
  judged?: Judged[];
  against?: Total[] | null;
  periodKey?: string;
  broken?: (scorecard: Scorecard) => Scorecard;
}

function sheet({ plan: adopted = plan, inForce = adopted, values = reported, verdicts = [], disruptions = [], judged = [], against = null, periodKey = "2020", broken = (same) => same }: Asked = {}): ChallengeSheet {
  const structures: PlanStructure[] = [adopted.build(), inForce.build()];
  const input: ScorecardInput = {
    versions: [structures[0]!], levelsOf: null, values, disruptions, verdicts, periodKey, today: "2021-04-01", knownAt: "2021-04-01T09:00:00.000Z",
    cutOff: null, ceiling: "internal", basis: "in_force_on_1_january", reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1,
  };
  return challengeSheet({ scorecard: broken(assembleScorecard(input)), adopted: structures[0]!, inForce: structures[1]!, disruptions, judged, policy: COVERAGE_POLICY, against });
}

/** "coverage_low (serious): plan -, node G2" and so on. */
const said = (asked: Asked) => sheet(asked).findings.map(({ code, severity, items }) => `${code} (${severity}): ${items.map((item) => `${item.kind} ${item.code ?? item.id ?? "-"} ${Object.entries(item.said).map(([name, value]) => `${name}=${value}`).join(" ")}`.trim()).join(", ")}`);

test("nothing to challenge: the sheet is empty and says what was looked at", () => {
  const { findings, checked } = sheet({ verdicts: [...both({}), ...both({}).map((verdict) => ({ ...verdict, measureId: "M2" }))] });
  expect(findings).toEqual([]);
  expect(Object.fromEntries(checked.map(({ code, of }) => [code, of]))).toMatchObject({
    coverage_low: 3, word_alone: 2, above_suggestion: 4, judged_by_executor: 0, suspension_undocumented: 0, target_lowered: 2, deadline_moved: 2, value_far_over: 2, backlog: 0, totals_differ: 0,
  } satisfies Partial<Record<ChallengeCode, number>>);
  expect(checked.find(({ code }) => code === "totals_broken")!.of).toBeGreaterThan(20);
});

describe("verdicts", () => {
  test.each<[string, Asked, string[]]>([
    ["on the body's word alone", { verdicts: both({ grade: "reported_only" }) }, ["word_alone (serious): measure M1 status=implemented grade=reported_only"]],
    ["on nothing: the weakest of two counts", { verdicts: [aVerdict("M1"), aVerdict("M1", { agencyId: "SCS", grade: "none" })] }, ["word_alone (serious): measure M1 status=implemented grade=none"]],
    ["on an own visit", { verdicts: both({ grade: "own_visit" }) }, []],
    ["above the suggestion", { verdicts: [aVerdict("M1"), aVerdict("M1", { agencyId: "SCS", suggested: "in_progress" })] }, ["above_suggestion (notable): measure M1 agency=SCS status=implemented suggested=in_progress"]],
    ["below the suggestion", { verdicts: both({ status: "in_progress", suggested: "implemented" }) }, []],
    ["a draft is not a verdict yet", { verdicts: both({ stage: "draft", grade: "none", suggested: "not_started" }) }, []],
    ["a verdict of another year", { verdicts: both({ periodKey: "2021", grade: "none" }) }, []],
  ])("%s", (_what, asked, expected) => expect(said(asked)).toEqual(expected));

  const judge = (agencyIds: string[], measureId = "M1"): Judged => ({ verdict: { id: "v", measureId }, agencyIds, executors: [{ agencyId: "SBGS", byConsent: false }, { agencyId: "SCS", byConsent: false }, { agencyId: "MIA", byConsent: true }] });
  test.each<[string, Judged, string[]]>([
    ["given by the lead's evaluator", judge(["SBGS"]), ["judged_by_executor (serious): measure M1 agency=SBGS"]],
    ["by an obliged co-executor's", judge(["ICMPD", "SCS"]), ["judged_by_executor (serious): measure M1 agency=SCS"]],
    ["by somebody of a body that joins by consent", judge(["MIA"]), []],
    ["by an outsider", judge(["ICMPD"]), []],
    ["on a measure above the ceiling", judge(["SBGS"], "hidden"), []],
  ])("%s", (_what, judged, expected) => expect(said({ judged: [judged] })).toEqual(expected));
});

describe("how much is known", () => {
  const goal = (id: string, from: number, to: number) => aNode(id).with(measure(`${id}.M`, ...upTo(to - from + 1).map((n) => toTen(`i${from + n - 1}`))));
  const ten = aPlan().with(goal("G1", 1, 5), goal("G2", 6, 10));
  const of = (count: number) => upTo(count).map((n) => aValue(`i${n}`, "2020", 10).build());
  const low = (count: number) => said({ plan: ten, values: of(count) }).filter((line) => line.startsWith("coverage_low"));
  test.each<[string, number, string[]]>([
    ["10 of 10", 10, []],
    ["9 of 10: 90 % and 80 %", 9, []],
    ["8 of 10: 80 % of the plan, 60 % of a goal", 8, ["coverage_low (serious): node G2 coverage=60.0 known=3 due=5 state=preliminary"]],
    ["7 of 10", 7, ["coverage_low (serious): plan - coverage=70.0 known=7 due=10 state=preliminary, node G2 coverage=40.0 known=2 due=5 state=withheld"]],
  ])("%s", (_what, count, expected) => expect(low(count)).toEqual(expected));

  test("where nothing is due yet, the coverage of the average is asked about", () => {
    const quarterly = aPlan().with(aNode("G1").with(measure("M1", ...upTo(5).map((n) => toTen(`i${n}`).but({ frequency: "quarterly" })))));
    const values = upTo(3).map((n) => aValue(`i${n}`, "2020-Q1", 2).build());
    expect(said({ plan: quarterly, values, periodKey: "2020-Q1" })).toEqual([
      "coverage_low (serious): plan - coverage=60.0 known=3 due=5 state=preliminary, node G1 coverage=60.0 known=3 due=5 state=preliminary",
    ]);
  });

  test("what waits is listed: the year's sum and each item", () => {
    expect(said({ values: [aValue("a", "2020", 10).build(), aValue("b", "2020", 4).build()] })).toEqual([
      "backlog (notable): plan - carriedIn=0 cleared=0 dropped=0 suspended=0 added=1 carriedOut=1, indicator b year=2020",
    ]);
  });

  test("a quarter has no backlog", () => expect(sheet({ periodKey: "2020-Q3" }).checked.find(({ code }) => code === "backlog")).toEqual({ code: "backlog", of: 0 }));
});

describe("suspensions", () => {
  const undocumented = (disruption: DisruptionFact) => said({ disruptions: [disruption] });
  test.each<[string, DisruptionFact, string[]]>([
    ["with its act", suspends("measure", "M1"), []],
    ["without one", suspends("measure", "M1", { legalBasis: null }), ["suspension_undocumented (serious): measure M1 from=2020-03-01 to=2020-12-31"]],
    ["with blanks for one", suspends("node", "G1", { legalBasis: "  " }), ["suspension_undocumented (serious): node G1 from=2020-03-01 to=2020-12-31"]],
    ["of a body, and still on", suspends("agency", "SBGS", { legalBasis: null, to: null }), ["suspension_undocumented (serious): agency SBGS from=2020-03-01 to=null"]],
    ["over before the year", suspends("measure", "M1", { legalBasis: null, from: "2019-01-01", to: "2019-12-31" }), []],
    ["a break of a series suspends nothing", suspends("indicator", "a", { legalBasis: null, effect: "break" }), []],
  ])("%s", (_what, disruption, expected) => expect(undocumented(disruption).filter((line) => line.startsWith("suspension"))).toEqual(expected));

  test("a value reported as suspended that no recorded interruption stands behind", () => {
    expect(said({ values: [aValue("a", "2020").none("suspended").build(), reported[1]!] })).toContain("suspension_undocumented (serious): indicator a from=null to=null");
  });
});

describe("values far over their target", () => {
  const one = (indicator: IndicatorBuilder, value: number, target = 10) => said({ plan: aPlan().with(aNode("G1").with(measure("M1", indicator.target("2020", target)))), values: [aValue("a", "2020", value).build()] }).filter((line) => line.startsWith("value"));
  test.each<[string, string[], string[]]>([
    ["150 % is not above it", one(anIndicator("a").from(0), 15), []],
    ["160 %", one(anIndicator("a").from(0), 16), ["value_far_over (notable): indicator a value=16 target=10 percent=160.0"]],
    ["less is better of a falling one", one(anIndicator("a").from(60).falling(), 16), []],
    ["of nothing there is no percentage", one(anIndicator("a").from(5), 16, 0), []],
  ])("%s", (_what, found, expected) => expect(found).toEqual(expected));
});

describe("against the edition before, and against themselves", () => {
  test("totals that differ", () => {
    expect(said({ against: [{ key: "achieved", was: "3", is: "2" }] })).toEqual(["totals_differ (notable): figure achieved was=3 is=2"]);
    expect(sheet({ against: [] }).checked.at(-1)).toEqual({ code: "totals_differ", of: 1 });
  });

  const counts = (scorecard: Scorecard, change: Partial<Scorecard["plan"]["implementation"]["counts"]>): Scorecard =>
    ({ ...scorecard, plan: { ...scorecard.plan, implementation: { ...scorecard.plan.implementation, counts: { ...scorecard.plan.implementation.counts, ...change } } } });
  test.each<[string, Asked["broken"], string[]]>([
    ["a total that is not its parts", (scorecard) => counts(scorecard, { reported: 3 }), ["figure parts_of_total expected=3 found=2"]],
    ["achieved and under way are not what was due", (scorecard) => counts(scorecard, { underWay: 1 }), ["figure achieved_and_under_way expected=2 found=3", "figure parts_of_total expected=1 found=0"]],
    ["a list that shows less than is counted", (scorecard) => ({ ...scorecard, readings: scorecard.readings.slice(1) }), [
      "figure listed_due expected=2 found=1", "figure listed_achieved expected=2 found=1", "figure G1 expected=1 found=0", "figure G1 expected=1 found=0",
    ]],
  ])("%s", (_what, broken, expected) => {
    const { items } = sheet({ broken }).findings.find(({ code }) => code === "totals_broken")!;
    expect(items.map(({ id, code, said: { expected: should, found } }) => `figure ${id ?? code} expected=${should} found=${found}`)).toEqual(expected);
  });
});
