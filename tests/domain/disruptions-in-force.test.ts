/** Interruptions that hold on a day, once each, within what the reader's tree holds. */
import { expect, test } from "vitest";
import { disruptionsInForce } from "~/domain/disruptions-in-force";
import type { DisruptionFact } from "~/domain/facts";
import { buildTree } from "~/domain/structure";
import { aMeasure, aNode, anIndicator, aPlan } from "../support/builders";
import { suspends } from "../support/edition-facts";

const tree = buildTree(
  aPlan().with(
    aNode("G1").with(aMeasure("M1").ledBy("SBGS").with(anIndicator("a")), aMeasure("M2").ledBy("SCS").with(anIndicator("b"))),
    aNode("G2").with(aMeasure("M3").ledBy("SBGS").with(anIndicator("c"))),
  ).build(),
);
/** From March on, without an end. */
const stop = (scopeKind: DisruptionFact["scopeKind"], scopeId: string, but: Partial<DisruptionFact> = {}) => suspends(scopeKind, scopeId, { to: null, ...but });
const found = (...disruptions: DisruptionFact[]) => disruptionsInForce(disruptions, tree, "2020-12-31").map(({ id, measures, indicators }) => `${id}: ${measures} measures, ${indicators} indicators`);

test.each<[string, DisruptionFact[], string[]]>([
  ["a measure", [stop("measure", "M1")], ["stop M1: 1 measures, 0 indicators"]],
  ["a goal reaches what is below it", [stop("node", "G1")], ["stop G1: 2 measures, 0 indicators"]],
  ["a body, where it executes something", [stop("agency", "SBGS")], ["stop SBGS: 2 measures, 0 indicators"]],
  ["a body that executes nothing here", [stop("agency", "MFA")], []],
  ["an indicator of a measure that goes on", [stop("indicator", "a")], ["stop a: 0 measures, 1 indicators"]],
  ["several scopes of one are one; an indicator below a stopped measure is not counted again",
    [stop("measure", "M1", { id: "war" }), stop("measure", "M3", { id: "war" }), stop("indicator", "a", { id: "war" }), stop("indicator", "b", { id: "war" })],
    ["war: 2 measures, 1 indicators"]],
  ["what the tree does not hold is not there: it lies above the ceiling", [stop("measure", "SECRET"), stop("node", "HIDDEN"), stop("indicator", "closed")], []],
  ["of one that reaches both, only what is seen", [stop("measure", "SECRET", { id: "both" }), stop("measure", "M2", { id: "both" })], ["both: 1 measures, 0 indicators"]],
  ["over before the day, or not begun", [stop("measure", "M1", { to: "2020-12-30" }), stop("measure", "M2", { from: "2021-01-01" })], []],
  ["the last day still counts", [stop("measure", "M1", { to: "2020-12-31" })], ["stop M1: 1 measures, 0 indicators"]],
  ["a break of a series is over the day it happens", [stop("indicator", "a", { effect: "break" }), stop("measure", "M1", { effect: "target" })], []],
  ["a territory is told without a count", [stop("territory", "T")], ["stop T: 0 measures, 0 indicators"]],
  ["the latest first", [stop("measure", "M1", { from: "2020-01-01" }), stop("measure", "M2", { from: "2020-06-01" })], ["stop M2: 1 measures, 0 indicators", "stop M1: 1 measures, 0 indicators"]],
])("%s", (_, disruptions, expected) => expect(found(...disruptions)).toEqual(expected));
