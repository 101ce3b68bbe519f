/**
 * Golden vectors of the calculation rules for many indicators: what must come out, whatever else changes.
 * Figures are printed with one decimal, as the rules' own table prints them.
 */
import { describe, expect, test } from "vitest";
import { backlogOfYear, type BacklogItem } from "~/domain/backlog";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { exact, roundHalfAway, type Exact } from "~/domain/exact";
import { countImplementation, dueWithSuspended, rateOver } from "~/domain/implementation";
import { jointStatus } from "~/domain/joint-status";
import { countMeasures, readMeasure } from "~/domain/measures-due";
import { printedParts } from "~/domain/printing";
import { rollup } from "~/domain/rollup";
import { buildTree } from "~/domain/structure";
import { countVerdicts } from "~/domain/verdict-counts";
import { aMeasure, aNode, aPlan, aReading, anIndicator, judged, upTo, type ReadingBuilder } from "../support/builders";
import { branch, leaf, missingLeaf } from "../support/rollup-trees";

const percent = (share: Exact | null) => (share === null ? null : roundHalfAway(share.mul(exact(100)), 1));
const interval = (of: { low: Exact | null; high: Exact | null }) => `${percent(of.low)}–${percent(of.high)}`;

const implementation = (readings: ReadingBuilder[], measuresDue = 0) => {
  const indicators = new Map(readings.map(({ reading }) => [reading.indicatorId, anIndicator(reading.indicatorId).fact]));
  return countImplementation(readings.map((each) => each.build()), indicators, measuresDue, COVERAGE_POLICY);
};
const many = (count: number, make: (id: string) => ReadingBuilder, prefix: string) => upTo(count).map((no) => make(`${prefix}${no}`));

describe("average progress (rule 11)", () => {
  test("V12: weights .6 and .8 with 50 and 100 → 78.6 %, exactly 550/7 per cent", () => {
    const result = rollup(branch("goal", [leaf("a", "0.5", "0.6"), leaf("b", "1", "0.8")]), COVERAGE_POLICY);
    expect(percent(result.value)).toBe("78.6");
    expect(result.value!.mul(exact(100)).toFraction()).toBe("550/7");
  });

  test("V13: 90, missing, missing → 90.0 % on 1 of 3, interval 30.0–96.7, headline withheld", () => {
    const result = rollup(branch("goal", [leaf("a", "0.9"), missingLeaf("b"), missingLeaf("c")]), COVERAGE_POLICY);
    expect([percent(result.value), result.leavesKnown, result.leavesDue, interval(result), result.coverageState])
      .toEqual(["90.0", 1, 3, "30.0–96.7", "withheld"]);
    expect(result.missing.map(({ indicatorId }) => indicatorId)).toEqual(["b", "c"]);
  });

  test("V21: goal A {0.9, missing, missing}, goal B {0.5 ×3} → A 90.0 withheld; plan 70.0 on 4 of 6, interval 40.0–73.3", () => {
    const plan = rollup(
      branch("plan", [
        branch("A", [leaf("a1", "0.9"), missingLeaf("a2"), missingLeaf("a3")]),
        branch("B", [leaf("b1", "0.5"), leaf("b2", "0.5"), leaf("b3", "0.5")]),
      ]),
      COVERAGE_POLICY,
    );
    const [a] = plan.children;
    expect([percent(a!.value), a!.coverageState]).toEqual(["90.0", "withheld"]);
    expect([percent(plan.value), plan.leavesKnown, plan.leavesDue, interval(plan), plan.coverageState])
      .toEqual(["70.0", 4, 6, "40.0–73.3", "preliminary"]);
  });

  test("V36: weights .9 (1 of 1 at 50 %) and .1 (0 of 9) → 50.0 %, coverage 90.0 % (1 of 10 leaves), interval 45.0–55.0", () => {
    const silent = upTo(9).map((no) => missingLeaf(`s${no}`));
    const result = rollup(branch("plan", [branch("A", [leaf("a", "0.5")], "0.9"), branch("B", silent, "0.1")]), COVERAGE_POLICY);
    expect([percent(result.value), percent(result.coverage), result.leavesKnown, result.leavesDue, interval(result), result.coverageState])
      .toEqual(["50.0", "90.0", 1, 10, "45.0–55.0", "final"]);
  });

  test("V38: 50 (weight .5) and 100 (weight blank) → error naming the second child, no value; the parent counts it as missing", () => {
    const broken = branch("goal", [leaf("first", "0.5", "0.5"), leaf("second", "1")]);
    const plan = rollup(branch("plan", [broken, branch("sound", [leaf("third", "0.4")])]), COVERAGE_POLICY);
    const [goal] = plan.children;
    expect([goal!.value, goal!.error]).toEqual([null, { code: "weight_missing", childIds: ["second"] }]);
    expect([percent(plan.value), interval(plan), percent(plan.coverage), plan.leavesDue]).toEqual(["40.0", "20.0–70.0", "50.0", 3]);
  });
});

describe("implementation by achieved indicators (rule 10 i)", () => {
  const year2020 = [
    ...many(51, (id) => aReading(id).achieved(), "done"),
    ...many(24, (id) => aReading(id).notAchieved(), "short"),
    ...many(4, (id) => aReading(id).unreported(), "silent"),
  ];

  test("V16: 51 of 79 due, 75 reported and verified → 64.6 / 35.4 %, interval 64.6–69.6", () => {
    const { counts, rate, ...rest } = implementation(year2020);
    expect(counts).toMatchObject({ due: 79, achieved: 51, underWay: 28, missing: 4, reported: 75, verified: 75 });
    expect([percent(rate), percent(rateOver(counts.underWay, counts.due).rate), interval(rest), rest.coverageState])
      .toEqual(["64.6", "35.4", "64.6–69.6", "final"]);
  });

  test("V17 and C09: 29 measures: 2 full, 1 partial, 6 in progress, 20 not started → fully 6.9 %, with partial 10.3 %", () => {
    const times = <T>(count: number, status: T) => Array<T>(count).fill(status);
    const verdicts = [...times(2, "implemented" as const), ...times(1, "partially_implemented" as const), ...times(6, "in_progress" as const), ...times(20, "not_started" as const)];
    const { fully, fullyOrPartly, due, byStatus } = countVerdicts(verdicts.map((status) => judged(status)), COVERAGE_POLICY);
    expect([`${percent(fully.rate)} % (${fully.achieved}/${fully.over})`, `${percent(fullyOrPartly.rate)} % (${fullyOrPartly.achieved}/${fullyOrPartly.over})`]).toEqual(["6.9 % (2/29)", "10.3 % (3/29)"]);
    const parts = Object.values(byStatus);
    expect(parts.reduce((total, part) => total + part, 0)).toBe(due);
    expect(printedParts(parts, 0)?.map(({ text }) => text)).toEqual(["7", "3", "21", "69"]);
    expect(printedParts(parts, 1)?.map(({ text }) => text)).toEqual(["6.9", "3.4", "20.7", "69.0"]);
  });

  test("V19: 100 due on 1 January, 40 undone dropped and 5 added in October, done 48 + 3 → 48.0 %; current 51/65 = 78.5 %", () => {
    const done = many(48, (id) => aReading(id).achieved(), "done");
    const onFirstJanuary = implementation([...done, ...many(52, (id) => aReading(id).unreported(), "undone")]);
    const current = implementation([
      ...done,
      ...many(12, (id) => aReading(id).unreported(), "undone"),
      ...many(3, (id) => aReading(id).achieved(), "added"),
      ...many(2, (id) => aReading(id).unreported(), "added-undone"),
    ]);
    expect([percent(onFirstJanuary.rate), percent(current.rate), current.counts.due]).toEqual(["48.0", "78.5", 65]);
  });

  test("V27: 70 due, 42 achieved, 8 silent, 20 suspended, 10 dropped → 60.0 % of due, 46.7 % with suspended, 42.0 % as adopted", () => {
    const inForce = implementation([
      ...many(42, (id) => aReading(id).achieved(), "done"),
      ...many(20, (id) => aReading(id).notAchieved(), "short"),
      ...many(8, (id) => aReading(id).unreported(), "silent"),
      ...many(20, (id) => aReading(id).excluded("suspended"), "suspended"),
    ]);
    const { achieved } = inForce.counts;
    const asAdopted = implementation([
      ...many(80, (id) => aReading(id).unreported(), "any"),
      ...many(20, (id) => aReading(id).excluded("suspended"), "suspended"),
    ]);
    expect([
      percent(inForce.rate),
      percent(rateOver(achieved, dueWithSuspended(inForce.counts)).rate),
      percent(rateOver(achieved, dueWithSuspended(asAdopted.counts)).rate),
    ]).toEqual(["60.0", "46.7", "42.0"]);
  });

  test("V25: the plan's 46 measures by their 79 indicators → 20 all, 15 some, 11 none", () => {
    const measures = [
      ...upTo(20).map((no) => ({ id: `all${no}`, achieved: 1, due: 1 })),
      ...upTo(15).map((no) => ({ id: `some${no}`, achieved: 1, due: 2 })),
      ...upTo(11).map((no) => ({ id: `none${no}`, achieved: 0, due: 1 })),
    ];
    const plan = aPlan().with(
      aNode("G").with(...measures.map(({ id, due }) => aMeasure(id).with(...upTo(due).map((no) => anIndicator(`${id}.${no}`))))),
    );
    const tree = buildTree(plan.build());
    const readings = new Map(
      measures.flatMap(({ id, achieved, due }) =>
        upTo(due).map((no) => [`${id}.${no}`, (no <= achieved ? aReading(`${id}.${no}`).achieved() : aReading(`${id}.${no}`).notAchieved()).build()] as const),
      ),
    );
    const period = { startsOn: "2020-01-01", endsOn: "2020-12-31" };
    const counted = countMeasures([...tree.measureById.values()].map((measure) => readMeasure(measure, readings, tree, period, { suspended: false })));
    expect(counted).toEqual({ all: 20, some: 15, none: 11, withoutIndicators: 0, due: 46 });
  });
});

test("V26: 51/79 in 2020; in 2021 40 of 60 newly due and 15 of the 28 left over", () => {
  const items = (count: number, year: number, achievedInYear: boolean, left: BacklogItem["left"] = null): BacklogItem[] =>
    upTo(count).map((no) => ({ indicatorId: `${year}-${achievedInYear}-${left?.how ?? "open"}-${no}`, year, achievedInYear, left }));
  const line = backlogOfYear(
    [...items(51, 2020, true), ...items(15, 2020, false, { year: 2021, how: "cleared" }), ...items(13, 2020, false), ...items(40, 2021, true), ...items(20, 2021, false)],
    2021,
  );
  expect([percent(line.rate), percent(line.clearedRate), line.carriedIn, line.carriedIn - line.cleared, line.carriedOut])
    .toEqual(["66.7", "53.6", 28, 13, 33]);
  expect([line.cumulativeAchieved, line.cumulativeDue, percent(line.cumulativeRate)]).toEqual([106, 139, "76.3"]);
});

test("V35: after the date, obliged {not_implemented, in_progress} / {implemented, cannot_be_assessed}", () => {
  const bodies = (a: "not_implemented" | "implemented", b: "in_progress" | "cannot_be_assessed") =>
    jointStatus("by_executors", [
      { agencyId: "SBGS", role: "lead", byConsent: false, status: a },
      { agencyId: "SCS", role: "co", byConsent: false, status: b },
    ], true);
  expect(bodies("not_implemented", "in_progress").status).toBe("not_implemented");
  expect(bodies("implemented", "cannot_be_assessed").status).toBe("partially_implemented");
  expect(bodies("implemented", "cannot_be_assessed").notAssessed).toEqual(["SCS"]);
});
