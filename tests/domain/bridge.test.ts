/** The bridge between two figures: what each cause did, in the rule's order, adding up to the printed difference (rule 22). */
import { describe, expect, test } from "vitest";
import { bridgeBetween, type Bridge } from "~/domain/bridge";
import { BRIDGE_FIGURES, type BridgeFigure } from "~/domain/bridge-stands";
import { printedPieces } from "~/domain/bridge-pieces";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { exact, ZERO, type Exact } from "~/domain/exact";
import { printedPercent } from "~/domain/printing";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import { aMeasure, aNode, anIndicator, aPlan, aValue, upTo, type PlanBuilder, type ValueBuilder } from "../support/builders";
import { aVerdict, suspends } from "../support/edition-facts";

const toTen = (id: string, ...years: string[]) => (years.length === 0 ? ["2020"] : years).reduce((each, year) => each.target(year, 10), anIndicator(id).from(0).owedBy("SBGS"));
const reads = (versions: PlanBuilder[], values: ValueBuilder[], change: Partial<ScorecardInput> = {}): ScorecardInput => ({
  versions: versions.map((version) => version.build()), values: values.map((value) => value.build()), levelsOf: null, disruptions: [], verdicts: [],
  periodKey: "2020", today: "2021-04-01", knownAt: "2021-04-01T09:00:00Z", cutOff: null, ceiling: "internal",
  basis: "in_force_on_1_january", reading: "official", policy: COVERAGE_POLICY, rulesVersion: 1, ...change,
});
const bridge = (from: ScorecardInput, to: ScorecardInput, figure: BridgeFigure = "achieved", nodeId: string | null = null): Bridge => {
  const found = bridgeBetween(from, to, { figure, nodeId });
  if (found === null) throw new Error("a figure is over nothing");
  return found;
};
/** "dropped +25.0: b": steps that moved something */
const moved = ({ steps }: Bridge) => steps.filter(({ isMoved }) => isMoved).map(({ step, piece, items }) => `${step} ${piece.startsWith("-") ? "" : "+"}${piece}: ${items.map(({ code }) => code).join(" ")}`);
const ends = ({ from, to }: Bridge) => `${from.printed} → ${to.printed}`;

const plan = aPlan().with(
  aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("b")), aMeasure("M2").ledBy("SBGS").with(toTen("c"))),
  aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e", "2021"))),
);
const [a, b] = [aValue("a", "2020", 10), aValue("b", "2020", 4)];
const start = reads([plan], [a, b]);

describe("one cause at a time: 25.0 % of a, b, c, d", () => {
  const amended = (structure: PlanBuilder) => reads([plan, structure.version(2, "2020-10-01")], [a, b], { basis: "current" });
  test.each<[string, ScorecardInput, string, string[]]>([
    ["nothing differs", start, "25.0 → 25.0", []],
    ["a correction", reads([plan], [a, aValue("b", "2020", 10).but({ no: 2 })]), "25.0 → 50.0", ["corrections +25.0: b"]],
    ["a value no longer verified", reads([plan], [a.unverified(), b]), "25.0 → 0.0", ["corrections -25.0: a"]],
    ["a new report", reads([plan], [a, b, aValue("c", "2020", 10)]), "25.0 → 50.0", ["new_reports +25.0: c"]],
    ["a value of another body", reads([plan], [a, b, aValue("d", "2020", 11).by("SCS")]), "25.0 → 50.0", ["new_reports +25.0: d"]],
    ["a suspension of what was not achieved", reads([plan], [a, b], { disruptions: [suspends("measure", "M2")] }), "25.0 → 33.3", ["interruptions +8.3: c"]],
    ["a suspension of a whole goal", reads([plan], [a, b], { disruptions: [suspends("node", "G1")] }), "25.0 → 0.0", ["interruptions -25.0: a b c"]],
    ["a lower target", amended(aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), anIndicator("b").from(0).owedBy("SBGS").target("2020", 4)), aMeasure("M2").ledBy("SBGS").with(toTen("c"))), aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e", "2021"))))), "25.0 → 50.0", ["retargeted +25.0: b"]],
    ["a target moved to the next year leaves the list", amended(aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("b", "2021")), aMeasure("M2").ledBy("SBGS").with(toTen("c"))), aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e", "2021"))))), "25.0 → 33.3", ["dropped +8.3: b"]],
    ["dropped with what it had achieved, added undone", amended(aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("b")), aMeasure("M4").ledBy("SBGS").with(toTen("f"))), aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"))))), "25.0 → 0.0", ["dropped -25.0: a c", "added +0.0: f"]],
    ["unverified values counted too", reads([plan], [a, b], { reading: "including_provisional" }), "25.0 → 25.0", []],
    ["another year", reads([plan], [a, b, aValue("e", "2021", 10).by("SCS")], { periodKey: "2021", today: "2022-04-01" }), "25.0 → 100.0", ["time +75.0: a b c d e"]],
    ["a goal closed since", reads([plan], [a, b], { levelsOf: aPlan().with(aNode("G2").access("restricted")).build() }), "25.0 → 33.3", ["closed +8.3: d"]],
    ["a lower ceiling", reads([aPlan().with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("b")), aMeasure("M2").access("internal").ledBy("SBGS").with(toTen("c"))), aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e", "2021"))))], [a, b], { ceiling: "public" }), "25.0 → 33.3", ["closed +8.3: c"]],
  ])("%s", (_what, to, printed, steps) => {
    const found = bridge(start, to);
    expect([ends(found), moved(found)]).toEqual([printed, steps]);
  });

  test("a value that waited and has been verified since is a new report; so is one after a reason for having none", () => {
    const then = reads([plan], [a, b, aValue("d", "2020", 11).by("SCS").unverified(), aValue("c", "2020").none("not_reported")]);
    expect(moved(bridge(then, reads([plan], [a, b, aValue("d", "2020", 11).by("SCS"), aValue("c", "2020", 10).but({ no: 2 })])))).toEqual(["new_reports +50.0: c d"]);
  });

  test("a quarter and its year: what was reported for the rest of the year comes with the period", () => {
    const yearly = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(anIndicator("q").but({ frequency: "quarterly" }).from(0).target("2020-Q1", 5).target("2020", 10).owedBy("SBGS"))));
    const [q1, q4] = [aValue("q", "2020-Q1", 5), aValue("q", "2020-Q4", 4)];
    const found = bridge(reads([yearly], [q1], { periodKey: "2020-Q1" }), reads([yearly], [q1, q4]));
    expect([ends(found), moved(found)]).toEqual(["100.0 → 0.0", ["time -100.0: q"]]);
  });

  test("what interrupted the other year alone is told as an interruption", () => {
    const stop = suspends("measure", "M2", { from: "2021-02-24", to: null });
    const both = aPlan().with(aNode("G").with(aMeasure("M1").ledBy("SBGS").with(toTen("a", "2020", "2021")), aMeasure("M2").ledBy("SBGS").with(toTen("c", "2020", "2021"))));
    const [y2020, y2021] = [reads([both], [a], { disruptions: [stop] }), reads([both], [a], { disruptions: [stop], periodKey: "2021", today: "2022-04-01" })];
    expect(moved(bridge(y2020, y2021))).toEqual(["time -50.0: a", "interruptions +0.0: c"]);
  });

  test("the rule's causes are named though they moved nothing, the seldom ones are not", () => {
    expect(bridge(start, start).steps.map(({ step }) => step)).toEqual(["dropped", "added", "done", "interruptions", "rules", "corrections", "new_reports", "verdicts"]);
  });

  test("values awaiting verification, counted in one reading and not in the other", () => {
    const values = [a, b, aValue("c", "2020", 10).unverified()];
    expect(moved(bridge(reads([plan], values), reads([plan], values, { reading: "including_provisional" })))).toEqual(["unverified +25.0: c"]);
    expect(moved(bridge(reads([plan], values, { reading: "including_provisional" }), reads([plan], values)))).toEqual(["unverified -25.0: c"]);
  });

  test("of one goal alone", () => {
    const to = reads([plan], [a, b, aValue("c", "2020", 10), aValue("d", "2020", 10).by("SCS")]);
    expect([ends(bridge(start, to, "achieved", "G1")), moved(bridge(start, to, "achieved", "G1"))]).toEqual(["33.3 → 66.7", ["new_reports +33.4: c"]]);
  });

  test("nothing due at one end: no bridge", () => {
    expect(bridgeBetween(start, reads([plan], [a, b], { disruptions: [suspends("node", "G1"), suspends("node", "G2")] }), { figure: "achieved", nodeId: null })).toBeNull();
  });
});

describe("by measures, verdicts move it", () => {
  const verdicts = [aVerdict("M1", { status: "implemented" }), aVerdict("M2", { status: "partially_implemented" })];
  const judged = reads([plan], [a, b], { verdicts });
  test.each<[BridgeFigure, string, string[]]>([
    ["fully", "33.3 → 33.3", ["verdicts +0.0: M1 M2"]],
    ["fully_or_partly", "66.7 → 33.3", ["verdicts -33.4: M1"]],
  ])("%s", (figure, printed, steps) => {
    const later = reads([plan], [a, b], { verdicts: [aVerdict("M1", { status: "in_progress" }), aVerdict("M2", { status: "implemented" })] });
    const found = bridge(judged, later, figure);
    expect([ends(found), moved(found)]).toEqual([printed, steps]);
  });
});

describe("average progress", () => {
  const withF = aPlan().version(2, "2020-10-01").with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("b"), toTen("f"))));
  test("an addition enters as 0 and then has its share", () => {
    const values = [a, b, aValue("f", "2020", 10)];
    expect(moved(bridge(reads([plan, withF], values), reads([plan, withF], values, { basis: "current" }), "average"))).toEqual(["dropped +0.0: c d", "added -23.3: f", "done +33.3: f"]);
  });

  test.each<[string, ScorecardInput, string, string[]]>([
    ["a correction: M1 (1 + 0.4) / 2 is then (1 + 1) / 2", reads([plan], [a, aValue("b", "2020", 10).but({ no: 2 })]), "70.0 → 100.0", ["corrections +30.0: b"]],
    ["a first value of another goal", reads([plan], [a, b, aValue("d", "2020", 3).by("SCS")]), "70.0 → 50.0", ["new_reports -20.0: d"]],
    ["an addition without a value is missing until it is reported", reads([plan, withF], [a, b, aValue("f", "2020", 10)], { basis: "current" }), "70.0 → 80.0", ["dropped +0.0: c d", "added +0.0: f", "new_reports +10.0: f"]],
    ["weights alone", reads([plan, aPlan().version(2, "2020-10-01").with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a").weighing(1), toTen("b").weighing(3)), aMeasure("M2").ledBy("SBGS").with(toTen("c"))), aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e", "2021"))))], [a, b], { basis: "current" }), "70.0 → 55.0", ["retargeted -15.0: "]],
  ])("%s", (_what, to, printed, steps) => {
    const found = bridge(start, to, "average");
    expect([ends(found), moved(found)]).toEqual([printed, steps]);
  });
});

describe("everything at once", () => {
  const amended = aPlan().version(2, "2020-10-01").with(
    aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), anIndicator("b").from(0).owedBy("SBGS").target("2020", 8)), aMeasure("M4").ledBy("SBGS").with(toTen("f"), toTen("g"))),
    aNode("G2").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e"))),
  );
  const to = reads([plan, amended], [aValue("a", "2020", 3).but({ no: 2 }), aValue("b", "2020", 8).but({ no: 2 }), aValue("d", "2020", 10).by("SCS"), aValue("f", "2020", 10), aValue("e", "2020", 12).by("SCS").unverified()], {
    basis: "current", reading: "including_provisional", disruptions: [suspends("indicator", "g")], rulesVersion: 2, verdicts: [aVerdict("M1", { status: "implemented" }), aVerdict("M3", { agencyId: "SCS", status: "not_implemented" })],
  });
  const from = reads([plan], [a, b], { verdicts: [aVerdict("M1", { status: "partially_implemented" })] });
  test.each(BRIDGE_FIGURES)("%s: the pieces add up to the difference of the printed figures, and each end is the figure of its scorecard", (figure) => {
    const found = bridge(from, to, figure);
    const sum = found.steps.reduce((total, { piece }) => total.add(exact(piece)), ZERO);
    expect(sum.equals(exact(found.to.printed).sub(exact(found.from.printed)))).toBe(true);
    expect(found.steps.at(-1)?.printedAfter).toBe(found.to.printed);
    for (const [end, input] of [[found.from, from], [found.to, to]] as const) {
      const { plan: { implementation: { rate, coverage }, verdicts }, averageProgress } = assembleScorecard(input);
      const figures: Record<BridgeFigure, Exact | null> = { achieved: rate, coverage, fully: verdicts.fully.rate, fully_or_partly: verdicts.fullyOrPartly.rate, average: averageProgress.value };
      expect([end.printed, end.exact.toFraction()]).toEqual([figures[figure] && printedPercent(figures[figure]), figures[figure]?.toFraction()]);
    }
  });

  test("each cause in the rule's order, with what it moved", () => {
    expect(moved(bridge(from, to))).toEqual([
      "dropped +8.4: c", "added -16.7: e f g", "interruptions +3.3: g", "corrections +0.0: a b", "new_reports +40.0: d f", "unverified +20.0: e",
    ]);
  });

  test("back again: the same ends the other way round", () => {
    expect(ends(bridge(to, from))).toBe("80.0 → 25.0");
  });
});

describe("what has been closed since the older reading was made", () => {
  /** d was open and is closed by a later version; it has been corrected and judged since. */
  const closed = aPlan().version(3, "2021-02-01").with(aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(toTen("a"), toTen("b")), aMeasure("M2").ledBy("SBGS").with(toTen("c"))), aNode("G2").access("restricted").with(aMeasure("M3").ledBy("SCS").with(toTen("d"), toTen("e", "2021"))));
  const then = reads([plan], [a, b, aValue("d", "2020", 5).by("SCS")], { ceiling: "public", verdicts: [aVerdict("M3", { agencyId: "SCS", status: "not_started" })] });
  const now = reads([plan, closed], [a, b, aValue("d", "2020", 14).by("SCS").but({ no: 2 })], { ceiling: "public", today: "2021-06-01", verdicts: [aVerdict("M3", { agencyId: "SCS", status: "implemented" })] });
  const said = (found: Bridge) => found.steps.flatMap(({ step, items }) => items.filter(({ code }) => code === "d" || code === "M3").map(({ was, is }) => `${step}: ${was ? (was.status ?? was.reading?.achieved) : "-"} → ${is ? (is.status ?? is.reading?.achieved) : "-"}`));

  test("from then to now it leaves first, with what it had then", () => {
    expect(said(bridge(then, now))).toEqual(["closed: not_achieved → -"]);
    expect(said(bridge(then, now, "fully"))).toEqual(["closed: not_started → -"]);
  });
  test("from now to then it comes last, with what it had then: nothing of what was reported or judged of it since", () => {
    expect(said(bridge(now, then))).toEqual(["opened: - → not_achieved"]);
    expect(said(bridge(now, then, "fully"))).toEqual(["opened: - → not_started"]);
  });
  test("a value closed by its own level leaves by access, not as a correction", () => {
    const hidden = reads([plan], [a, b.but({ no: 2 }).access("restricted")], { ceiling: "public" });
    expect(moved(bridge(reads([plan], [a, b], { ceiling: "public" }), hidden))).toEqual(["closed +8.3: b"]);
  });
});

describe("printed pieces", () => {
  const shares = (...thousandths: number[]) => thousandths.map((each) => exact(each).div(exact(3000)));
  test.each<[string, Exact[], string, string, string[]]>([
    ["floored and topped up by the largest remainder", shares(100, -20, 20), "50.0", "53.3", ["3.3", "-0.7", "0.7"]],
    ["ties go to the earlier", shares(1, 1, 1), "50.0", "50.1", ["0.1", "0.0", "0.0"]],
    ["what did not move takes no part", [ZERO, ...shares(1), ZERO], "50.0", "50.1", ["0.0", "0.1", "0.0"]],
    ["a figure that stands one digit off, taken back from the smallest remainder", shares(3, 4), "50.0", "50.0", ["0.0", "0.0"]],
    ["more to give than there are steps", shares(2), "99.9", "100.0", ["0.1"]],
    ["falls are floored too", shares(-1, -1), "50.1", "50.0", ["0.0", "-0.1"]],
    ["nothing moved", [ZERO, ZERO], "50.0", "50.0", ["0.0", "0.0"]],
    ["a rise is never printed as a fall: the digit is taken back where there is one", [exact("0.00105"), exact("0.00005")], "99.9", "99.9", ["0.0", "0.0"]],
  ])("%s", (_what, pieces, from, to, expected) => expect(printedPieces(pieces, from, to)).toEqual(expected));

  test("whatever the pieces, they add up to the printed difference", () => {
    for (const over of upTo(40)) {
      const counts = upTo(over).map((count) => exact(count).div(exact(over)));
      const pieces = counts.map((each, index) => each.sub(counts[index - 1] ?? ZERO));
      const printed = printedPieces(pieces, "0.0", "100.0").reduce((total, piece) => total.add(exact(piece)), ZERO);
      expect(printed.equals(exact("100.0")), `over ${over}`).toBe(true);
    }
  });
});
