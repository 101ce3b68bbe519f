/** Bodies by goals: each indicator once, so that rows and columns add up; tones by the bands of the printed figure. */
import { describe, expect, test } from "vitest";
import { agencyGoals, toneOf, type CellTone, type GoalCell } from "~/domain/agency-goals";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { buildTree } from "~/domain/structure";
import { aMeasure, aNode, anIndicator, aPlan, aReading } from "../support/builders";

const tree = buildTree(
  aPlan().with(
    aNode("S").role("group").with(
      aNode("G1").with(
        aNode("T1").role("objective").with(aMeasure("M1").ledBy("SBGS").together("SCS").with(anIndicator("a"), anIndicator("b").owedBy("SCS"), anIndicator("each").owedBy("NPU", "SCS"))),
        anIndicator("effect").outcome().owedBy("SBGS"),
      ),
      aNode("G2").with(aMeasure("M2").ledBy("SCS").with(anIndicator("c"), anIndicator("about").context())),
    ),
    aNode("X").role("group").with(aMeasure("M3").with(anIndicator("d"))),
  ).build(),
);
const cell = ({ well, of, missing }: GoalCell) => (of === 0 ? "·" : `${well}/${of}${missing > 0 ? ` -${missing}` : ""}`);
const lines = ({ rows, totals, total }: ReturnType<typeof agencyGoals>) => [
  ...rows.map(({ agencyId, cells, total: all }) => `${agencyId ?? "nobody"}: ${[...cells, all].map(cell).join(" ")}`), `all: ${[...totals, total].map(cell).join(" ")}`,
];

describe("by results", () => {
  const readings = [
    aReading("a").achieved(), aReading("b").notAchieved(), aReading("each"), aReading("c").notAssessable(), aReading("d").achieved(),
    aReading("effect").achieved(), aReading("about").excluded("context"),
  ].map((each) => each.build());
  const map = agencyGoals(tree, readings, ["G1", "G2"], "results");

  test("for the responsible body, else the lead; one of several reporters is the lead's; outcomes and context nowhere", () => {
    expect(lines(map)).toEqual(["SBGS: 1/2 -1 · · 1/2 -1", "SCS: 0/1 0/1 -1 · 0/2 -1", "nobody: · · 1/1 1/1", "all: 1/3 -1 0/1 -1 1/1 2/5 -2"]);
  });

  test("a column of what hangs beside the goals stands there only when something does", () => {
    expect(map.goalIds).toEqual(["G1", "G2", null]);
    expect(agencyGoals(tree, readings.slice(0, 4), ["G1", "G2"], "results").goalIds).toEqual(["G1", "G2"]);
  });

  test("every row and column adds up to the whole", () => {
    for (const key of ["well", "of", "missing"] as const) {
      const sum = (cells: readonly GoalCell[]) => cells.reduce((total, each) => total + each[key], 0);
      expect(sum(map.totals)).toBe(map.total[key]);
      expect(sum(map.rows.map(({ total }) => total))).toBe(map.total[key]);
    }
  });

  test("suspended, and what is not due, leave it", () => {
    const left = [aReading("a").excluded("suspended"), aReading("b").notYetDue(), aReading("c").achieved()].map((each) => each.build());
    expect(lines(agencyGoals(tree, left, ["G1", "G2"], "results"))).toEqual(["SCS: · 1/1 1/1", "all: · 1/1 1/1"]);
  });
});

test("by pace while the year runs: on track of those with a pace, what is silent counted against its body, what has no pace yet left out", () => {
  const readings = [
    aReading("a").notAchieved().pace("on_track").but({ due: "not_yet_due" }), aReading("b").notAchieved().pace("at_risk").but({ due: "not_yet_due" }),
    aReading("each").notYetDue().but({ averageDue: "due" }), aReading("c").notYetDue(), aReading("d").awaiting().but({ due: "not_yet_due" }),
  ].map((each) => each.build());
  expect(lines(agencyGoals(tree, readings, ["G1", "G2"], "pace"))).toEqual(["SBGS: 1/2 -1 · 1/2 -1", "SCS: 0/1 · 0/1", "all: 1/3 -1 · 1/3 -1"]);
});

test.each<[string, GoalCell, CellTone]>([
  ["nothing due", { well: 0, of: 0, missing: 0 }, "empty"],
  ["none of four: the first band, not nothing", { well: 0, of: 4, missing: 0 }, 0],
  ["a quarter begins the second", { well: 1, of: 4, missing: 0 }, 1],
  ["a half the third", { well: 1, of: 2, missing: 0 }, 2],
  ["chosen from the printed figure: 74.95 prints 75.0", { well: 1499, of: 2000, missing: 0 }, 3],
  ["and 74.94 prints 74.9", { well: 7494, of: 10000, missing: 0 }, 2],
  ["all", { well: 3, of: 3, missing: 0 }, 3],
  ["half reported is enough", { well: 1, of: 2, missing: 1 }, 2],
  ["less is thin, whatever the rest says", { well: 1, of: 3, missing: 2 }, "thin"],
  ["nobody reported", { well: 0, of: 2, missing: 2 }, "thin"],
])("tone: %s", (_, counted, tone) => expect(toneOf(counted, COVERAGE_POLICY)).toBe(tone));
