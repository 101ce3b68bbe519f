/** How shares are written out, and what stands in a figure's place when there is none. */
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { ONE, ZERO, exact, ratio } from "~/domain/exact";
import { countImplementation } from "~/domain/implementation";
import { rollup, type RollupInput } from "~/domain/rollup";
import { averageFigure, implementationFigure, unroundedShare, weightText } from "~/features/scorecard/figures";
import { aReading, anIndicator, upTo, type ReadingBuilder } from "../../support/builders";
import { branch, leaf, missingLeaf, notYetDueLeaf, suspendedLeaf } from "../../support/rollup-trees";

describe("a share as it stands in a division: cut after five digits, never rounded", () => {
  test.each<[string, number, number, string, boolean]>([
    ["51 of 79 goes on", 51, 79, "0.64556", true],
    ["a half is whole", 1, 2, "0.5", false],
    ["five digits are shown whole", 3, 32, "0.09375", false],
    ["six are not", 1, 64, "0.01562", true],
    ["two thirds are not rounded up", 2, 3, "0.66666", true],
    ["less than one keeps its leading noughts", 1, 300, "0.00333", true],
    ["over one", 4, 3, "1.33333", true],
    ["below zero is cut towards zero", -1, 3, "-0.33333", true],
    ["nothing", 0, 79, "0", false],
    ["all", 79, 79, "1", false],
  ])("%s", (_, part, whole, decimal, goesOn) => expect(unroundedShare(ratio(part, whole) ?? ZERO)).toEqual({ decimal, goesOn }));

  test.each([["0.5", exact("0.5")], ["0.3333", ratio(1, 3)], ["0.0625", exact("0.0625")], ["1", ONE]])("a weight: %s", (text, weight) => expect(weightText(weight ?? ZERO)).toBe(text));
});

describe("reading (i): what is shown, and what stands in its place", () => {
  const read = (...readings: ReadingBuilder[]) =>
    implementationFigure(countImplementation(readings.map((each) => each.build()), new Map(readings.map(({ reading }) => [reading.indicatorId, anIndicator(reading.indicatorId).fact])), 0, COVERAGE_POLICY));
  const of = (count: number, make: (reading: ReadingBuilder) => ReadingBuilder, name: string) => upTo(count).map((no) => make(aReading(`${name}${no}`)));
  const done = (count: number) => of(count, (reading) => reading.achieved(), "done");
  const silent = (count: number) => of(count, (reading) => reading.unreported(), "silent");

  test.each<[string, ReadingBuilder[], object]>([
    ["four of five reported: final", [...done(4), ...silent(1)], { state: "final", value: "80.0", low: "80.0", high: "100.0", coverage: "80.0", reported: 4, due: 5, achieved: 4 }],
    ["half reported: preliminary", [...done(1), ...silent(1)], { state: "preliminary", value: "50.0", low: "50.0", high: "100.0" }],
    ["1 of 30 reported: withheld, the interval stands instead", [...done(1), ...silent(29)], { state: "withheld", value: null, low: "3.3", high: "100.0", coverage: "3.3", reported: 1, due: 30 }],
    ["nobody reported: no data, never 0", silent(30), { state: "no_data", due: 30 }],
    ["nothing due yet", of(2, (reading) => reading.notYetDue(), "ahead"), { state: "not_yet_due", due: 0 }],
    ["all suspended", of(2, (reading) => reading.excluded("suspended"), "stopped"), { state: "suspended", due: 0 }],
    ["nothing at all: nothing is due, which is not a lack of data", [], { state: "nothing_due", due: 0 }],
  ])("%s", (_, readings, expected) => expect(read(...readings)).toMatchObject(expected));
});

describe("reading (ii)", () => {
  const read = (...children: RollupInput[]) => averageFigure(rollup(branch("plan", children), COVERAGE_POLICY));
  test.each<[string, RollupInput[], object]>([
    ["V13: 90, missing, missing: withheld, 30.0–96.7 on 1 of 3", [leaf("a", "0.9"), missingLeaf("b"), missingLeaf("c")], { state: "withheld", value: null, low: "30.0", high: "96.7", reported: 1, due: 3, achieved: null }],
    ["all known", [leaf("a", "0.5"), leaf("b", "1")], { state: "final", value: "75.0", low: "75.0", high: "75.0" }],
    ["nobody reported", [missingLeaf("a")], { state: "no_data", due: 1 }],
    ["not yet due", [notYetDueLeaf("a")], { state: "not_yet_due", due: 0 }],
    ["suspended", [suspendedLeaf("a")], { state: "suspended", due: 0 }],
  ])("%s", (_, children, expected) => expect(read(...children)).toMatchObject(expected));
});
