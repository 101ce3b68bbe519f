/**
 * The scorecard as a whole: from plan versions, values and disruptions to every figure of the page. Plans are small
 * enough to be counted on one's fingers.
 */
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { DomainError } from "~/domain/errors";
import { exact, roundHalfAway, type Exact } from "~/domain/exact";
import type { DisruptionFact } from "~/domain/facts";
import { assembleScorecard, type Scorecard, type ScorecardInput } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, aValue, type IndicatorBuilder, type PlanBuilder, type ValueBuilder } from "../support/builders";

const percent = (share: Exact | null | undefined) => (share ? roundHalfAway(share.mul(exact(100)), 1) : null);
const card = (versions: PlanBuilder[], values: ValueBuilder[], change: Partial<ScorecardInput> = {}): Scorecard =>
  assembleScorecard({
    versions: versions.map((version) => version.build()), values: values.map((value) => value.build()), levelsOf: null, disruptions: [], verdicts: [],
    periodKey: "2020", today: "2021-04-01", knownAt: "2021-04-01T09:00:00Z", cutOff: null, ceiling: "internal",
    basis: "in_force_on_1_january", reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1, ...change,
  });

/** A yearly stock from 0 to 10. */
const toTen = (id: string, ...years: string[]): IndicatorBuilder =>
  (years.length === 0 ? ["2020"] : years).reduce((indicator, year) => indicator.target(year, 10), anIndicator(id).from(0).owedBy("SBGS"));
const suspension = (scopeKind: DisruptionFact["scopeKind"], scopeId: string, from = "2020-03-01"): DisruptionFact => ({
  id: `stop-${scopeId}`, from, to: null, what: { uk: null, en: null }, legalBasis: null, scopeKind, scopeId, effect: "pause",
});

const plan = aPlan().with(
  aNode("G1").with(
    aNode("T1").role("objective").with(aMeasure("M1").ledBy("SBGS").dueBy("2022-12-31").with(toTen("a"), toTen("b")), aMeasure("M2").ledBy("SCS").with(toTen("c"))),
    anIndicator("effect").outcome().from(0).target("2020", 10).owedBy("SBGS"),
  ),
  aNode("G2").with(aMeasure("M3").ledBy("SBGS").with(toTen("d", "2021"), anIndicator("about").context())),
);
const values = [aValue("a", "2020", 10), aValue("b", "2020", 4), aValue("effect", "2020", 6)];

describe("one pass over the tree", () => {
  const scorecard = card([plan], values);

  test("every node has its line, parents first, and the lines of a level add up to the total", () => {
    expect(scorecard.nodes.map(({ nodeId, depth, implementation: { counts } }) => `${nodeId} @${depth}: ${counts.achieved}/${counts.due}, ${counts.measuresDue} measures`)).toEqual([
      "G1 @1: 1/3, 2 measures", "T1 @2: 1/3, 2 measures", "G2 @1: 0/0, 0 measures",
    ]);
    const { counts } = scorecard.plan.implementation;
    const goals = scorecard.nodes.filter(({ depth }) => depth === 1);
    for (const key of ["due", "achieved", "underWay", "missing", "reported", "verified", "measuresDue", "notYetDue"] as const) {
      expect(goals.reduce((total, goal) => total + goal.implementation.counts[key], 0), key).toBe(counts[key]);
    }
    for (const key of ["all", "some", "none", "withoutIndicators", "due"] as const) {
      expect(goals.reduce((total, goal) => total + goal.measures[key], 0), key).toBe(scorecard.plan.measures[key]);
    }
  });

  test("measures by the year's indicators", () => expect(scorecard.plan.measures).toEqual({ all: 0, some: 1, none: 1, withoutIndicators: 0, due: 2 }));

  test("outcomes stand beside delivery and in neither figure", () => {
    expect(scorecard.nodes[0]!.outcomes).toMatchObject({ behind: 1, total: 1 });
    expect(scorecard.averageProgress.leavesDue).toBe(3);
  });

  test("reading (ii): M1 (1 + 0.4) / 2 = 70 %; M2 silent; the goal and the plan on 2 of 3", () => {
    const { value, low, high, leavesKnown, leavesDue } = scorecard.averageProgress;
    expect([percent(value), percent(low), percent(high), leavesKnown, leavesDue]).toEqual(["70.0", "35.0", "85.0", 2, 3]);
  });

  test("who did not report is named once in each reading", () => {
    expect(scorecard.plan.implementation.missing.map(({ indicatorId, agencyId }) => `${indicatorId} ${agencyId}`)).toEqual(["c SBGS"]);
    expect(scorecard.averageProgress.missing).toEqual(scorecard.plan.implementation.missing);
  });

  test("the label says what the figures stand on", () => {
    expect(scorecard.label).toEqual({
      planVersionId: "P-v1", basis: "in_force_on_1_january", rulesVersion: 1, cutOff: null, knownAt: "2021-04-01T09:00:00Z", ceiling: "internal", includesProvisional: false,
    });
  });
});

test("V16 altered by one value: what was 51 / 28 becomes 50 / 29, by the values and by nothing else", () => {
  const ids = Array.from({ length: 79 }, (_, index) => `i${index + 1}`);
  const big = aPlan().with(aNode("G").with(...ids.map((id) => aMeasure(`m-${id}`).ledBy("SBGS").with(toTen(id)))));
  const reported = ids.slice(0, 75).map((id, index) => aValue(id, "2020", index < 51 ? 10 : 9));
  const counts = (given: ValueBuilder[]) => card([big], given).plan.implementation.counts;
  expect(counts(reported)).toMatchObject({ due: 79, achieved: 51, underWay: 28, missing: 4 });
  expect(counts([aValue("i1", "2020", "9.99"), ...reported.slice(1)])).toMatchObject({ due: 79, achieved: 50, underWay: 29, missing: 4 });
});

describe("readings", () => {
  const unverified = [aValue("a", "2020", 10).unverified(), aValue("b", "2020", 4)];
  test("official: a value awaiting verification is missing, and counted apart", () => {
    expect(card([plan], unverified).plan.implementation.counts).toMatchObject({ due: 3, achieved: 0, missing: 2, reported: 2, verified: 1, awaitingVerification: 1 });
  });
  test("including provisional", () => {
    const scorecard = card([plan], unverified, { reading: "including_provisional" });
    expect(scorecard.plan.implementation.counts).toMatchObject({ achieved: 1, missing: 1 });
    expect(scorecard.label.includesProvisional).toBe(true);
  });
});

describe("the ceiling is applied first (rule 18)", () => {
  const secretive = aPlan().with(
    aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("b").access("internal")), aMeasure("M2").access("restricted").ledBy("SBGS").with(toTen("c"))),
  );
  const all = [aValue("a", "2020", 4), aValue("b", "2020", 10), aValue("c", "2020", 10)];
  test.each([["public", 0, 1, 1], ["internal", 1, 2, 1], ["restricted", 2, 3, 2]] as const)("%s: %i of %i in %i measures", (ceiling, achieved, due, measures) => {
    const { plan: { implementation: { counts } }, readings, averageProgress } = card([secretive], all, { ceiling });
    expect([counts.achieved, counts.due, counts.measuresDue, readings.length, averageProgress.leavesDue]).toEqual([achieved, due, measures, due, due]);
  });

  test("below it, a measure whose indicators are all above it is one without indicators, due by its dates", () => {
    const closed = aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a").access("internal"))));
    const measures = (ceiling: "public" | "internal") => card([closed], all, { ceiling }).plan.measures;
    expect([measures("public"), measures("internal")]).toMatchObject([{ due: 1, withoutIndicators: 1 }, { due: 1, withoutIndicators: 0, none: 1 }]);
  });

  test("a value above the ceiling takes its indicator out of the period, and out of every count", () => {
    const { plan: part, readings } = card([secretive], [aValue("a", "2020", 4), aValue("a", "2020", 10).but({ no: 2 }).access("internal")], { ceiling: "public" });
    expect([part.implementation.counts.due, part.measures.due, readings.length]).toEqual([0, 0, 0]);
  });

  test("what is restricted today stays out of the figures of the older plan too", () => {
    const today = secretive.version(2, "2020-07-01").but({}).with();
    const closed = aPlan().version(2, "2020-07-01").with(aNode("G1").with(aMeasure("M1").access("restricted").ledBy("SBGS").with(toTen("a"))));
    expect(card([secretive, closed], all, { ceiling: "public" }).plan.implementation.counts.due).toBe(0);
    expect(card([secretive, today], all, { ceiling: "public" }).plan.implementation.counts.due).toBe(1);
  });
});

describe("basis and the lines beside (rules 10 i and 15)", () => {
  const october = aPlan().version(2, "2020-10-01").with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a")), aMeasure("M9").ledBy("SBGS").with(toTen("z"))));
  const all = [aValue("a", "2020", 10), aValue("z", "2020", 10)];
  test("V19 in small: what is amended away later in the year stays in; the current plan is told beside", () => {
    const { plan: { implementation }, currentPlan } = card([plan, october], all);
    expect([implementation.counts.achieved, implementation.counts.due, currentPlan?.achieved, currentPlan?.over]).toEqual([1, 3, 2, 2]);
  });
  test("the current plan as the basis", () => {
    const { plan: { implementation }, label, nextLine } = card([plan, october], all, { basis: "current" });
    expect([label.planVersionId, implementation.counts.achieved, implementation.counts.due, nextLine.asFirstAdopted.over]).toEqual(["P-v2", 2, 2, 3]);
  });
  test("V27 in small: suspended items leave the denominator, and the next line keeps them", () => {
    const adopted = aPlan().but({ inForceFrom: "2019-06-01" }).with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("a"), toTen("b"), toTen("c"), toTen("dropped"))));
    const inForce = aPlan().version(2, "2019-12-01").with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("a"), toTen("b"), toTen("c"))));
    const { plan: { implementation }, nextLine, sigmaBasis, sigmaPoints } = card([adopted, inForce], all, { disruptions: [suspension("indicator", "c")] });
    expect(implementation.counts).toMatchObject({ achieved: 1, due: 2, excluded: { suspended: 1 } });
    expect([nextLine.withSuspended, nextLine.asFirstAdopted].map(({ achieved, over }) => [achieved, over])).toEqual([[1, 3], [1, 4]]);
    expect(sigmaBasis).toEqual(nextLine.withSuspended);
    expect(roundHalfAway(sigmaPoints!, 2)).toBe("1.92");
  });
  test("a suspended item whose date is ahead is in no denominator and on no list; the day after, it is kept", () => {
    const only = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("a"))));
    const on = (today: string) => {
      const { plan: { implementation: { counts } }, nextLine, sigmaBasis, sigmaPoints, backlog } = card([only], [], { today, disruptions: [suspension("measure", "M")] });
      return { due: counts.due, excluded: counts.excluded, over: [nextLine.withSuspended.over, nextLine.asFirstAdopted.over, sigmaBasis.over], points: sigmaPoints?.toFraction() ?? null, backlog: backlog!.cumulativeDue };
    };
    expect(on("2020-11-25")).toEqual({ due: 0, excluded: { suspended: 1 }, over: [0, 0, 0], points: null, backlog: 0 });
    expect(on("2021-01-01")).toEqual({ due: 0, excluded: { suspended: 1 }, over: [1, 1, 1], points: "0", backlog: 0 });
  });
  test("a plan that is not in force in the period is refused, not read as empty", () => {
    expect(() => card([plan], [], { periodKey: "2019" })).toThrow(DomainError);
  });
});

describe("backlog (rule 21)", () => {
  const year = (periodKey: string, change: Partial<ScorecardInput> = {}) => ({ periodKey, today: `${Number(periodKey) + 1}-04-01`, ...change });
  const oneOf = (...indicators: IndicatorBuilder[]) => aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(...indicators)));
  const line = (scorecard: Scorecard) => {
    const { carriedIn, cleared, dropped, suspended, added, carriedOut, cumulativeAchieved, cumulativeDue } = scorecard.backlog!;
    return { carriedIn, cleared, dropped, suspended, added, carriedOut, cumulative: `${cumulativeAchieved}/${cumulativeDue}` };
  };
  const nothing = { carriedIn: 0, cleared: 0, dropped: 0, suspended: 0, added: 0, carriedOut: 0 };

  test("a stock is cleared when a later value reaches that target; the past year's rate stays", () => {
    const given = [aValue("a", "2020", 6), aValue("a", "2021", 10)];
    expect(line(card([oneOf(toTen("a"))], given))).toEqual({ ...nothing, added: 1, carriedOut: 1, cumulative: "0/1" });
    expect(line(card([oneOf(toTen("a"))], given, year("2021")))).toEqual({ ...nothing, carriedIn: 1, cleared: 1, cumulative: "1/1" });
    expect(card([oneOf(toTen("a"))], given, year("2021")).backlog?.completedLate.map(({ indicatorId, year: of }) => `${indicatorId} of ${of}`)).toEqual(["a of 2020"]);
    expect(percent(card([oneOf(toTen("a"))], given).plan.implementation.rate)).toBe("0.0");
  });

  test("due again next year is a separate item there", () => {
    const given = [aValue("a", "2020", 6), aValue("a", "2021", 8)];
    expect(line(card([oneOf(toTen("a", "2020", "2021"))], given, year("2021")))).toEqual({ ...nothing, carriedIn: 1, added: 1, carriedOut: 2, cumulative: "0/2" });
  });

  test("a flow is cleared when the running total since then reaches the targets' running total", () => {
    const flow = anIndicator("f").flow().owedBy("SBGS").target("2020", 100).target("2021", 100);
    const inTwoYears = (second: number) => line(card([oneOf(flow)], [aValue("f", "2020", 90), aValue("f", "2021", second)], year("2021")));
    expect(inTwoYears(100)).toEqual({ ...nothing, carriedIn: 1, carriedOut: 1, cumulative: "1/2" });
    expect(inTwoYears(110)).toEqual({ ...nothing, carriedIn: 1, cleared: 1, cumulative: "2/2" });
  });

  test("a flow of one year is cleared by what comes later without a target", () => {
    const flow = anIndicator("f").flow().owedBy("SBGS").target("2020", 100);
    expect(line(card([oneOf(flow)], [aValue("f", "2020", 90), aValue("f", "2021", 10)], year("2021")))).toEqual({ ...nothing, carriedIn: 1, cleared: 1, cumulative: "1/1" });
  });

  test("not reported is carried like not achieved; an old value never clears", () => {
    expect(line(card([oneOf(toTen("a"))], [aValue("a", "2019", 10)], year("2021")))).toEqual({ ...nothing, carriedIn: 1, carriedOut: 1, cumulative: "0/1" });
  });

  test("dropped by an amendment, it leaves in the first year that does not have it", () => {
    const amended = aPlan().version(2, "2020-11-01").with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("b", "2021"))));
    expect(line(card([oneOf(toTen("a")), amended], [aValue("b", "2021", 10)], year("2021")))).toEqual({ ...nothing, carriedIn: 1, dropped: 1, cumulative: "1/2" });
  });

  test("suspended on the year's last day, it leaves", () => {
    const given = card([oneOf(toTen("a"))], [aValue("a", "2020", 6)], year("2021", { disruptions: [suspension("measure", "M", "2021-06-01")] }));
    expect(line(given)).toEqual({ ...nothing, carriedIn: 1, suspended: 1, cumulative: "0/1" });
  });

  test("… and does not come back when resumed: it is due by its later targets", () => {
    const pause: DisruptionFact = { ...suspension("measure", "M", "2021-06-01"), to: "2022-03-31" };
    const given = card([oneOf(toTen("a", "2020", "2022"))], [aValue("a", "2020", 6)], year("2022", { disruptions: [pause] }));
    expect(line(given)).toEqual({ ...nothing, added: 1, carriedOut: 1, cumulative: "0/2" });
  });

  test("beside a yearly rate only", () => expect(card([plan], values, { periodKey: "2020-Q4" }).backlog).toBeNull());
});

test("the same facts in any order give the same scorecard", () => {
  const turned = plan.build();
  const reversed = { ...turned, nodes: turned.nodes.toReversed(), measures: turned.measures.toReversed(), indicators: turned.indicators.toReversed() };
  const input = { levelsOf: null, disruptions: [], verdicts: [], periodKey: "2020", today: "2021-04-01", knownAt: "", cutOff: null, ceiling: "internal", basis: "current", reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1 } as const;
  const facts = values.map((value) => value.build());
  const { tree: _one, ...a } = assembleScorecard({ ...input, versions: [turned], values: facts });
  const { tree: _two, ...b } = assembleScorecard({ ...input, versions: [reversed], values: facts.toReversed() });
  expect(b).toEqual(a);
});
