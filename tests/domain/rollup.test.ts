/** Average progress: the edges of rule 11, and what must hold for any tree. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { exact, isAtMost, roundHalfAway, type Exact } from "~/domain/exact";
import { rollup, type RollupInput, type RollupLeaf } from "~/domain/rollup";
import type { RollupResult } from "~/domain/reading";
import { branch, leaf, missingLeaf, notYetDueLeaf, suspendedLeaf } from "../support/rollup-trees";

const of = (input: RollupInput) => rollup(input, COVERAGE_POLICY);
const percent = (share: Exact | null) => (share === null ? null : roundHalfAway(share.mul(exact(100)), 1));

describe("edges", () => {
  test.each<[string, RollupInput, (string | null)[], string]>([
    // value, low, high, coverage
    ["a suspended leaf takes no weight", branch("g", [leaf("a", "0.4"), suspendedLeaf("b")]), ["40.0", "40.0", "40.0", "100.0"], "final"],
    ["a leaf not yet due takes no weight", branch("g", [leaf("a", "0.4"), notYetDueLeaf("b")]), ["40.0", "40.0", "40.0", "100.0"], "final"],
    ["a node without a due leaf leaves its parent", branch("p", [branch("g", [suspendedLeaf("b")]), branch("h", [leaf("a", "1")])]), ["100.0", "100.0", "100.0", "100.0"], "final"],
    ["nothing due: no figure at all", branch("g", [suspendedLeaf("a")]), [null, null, null, null], "no_data"],
    ["nothing reported: no value, never 0", branch("g", [missingLeaf("a"), missingLeaf("b")]), [null, "0.0", "100.0", "0.0"], "no_data"],
    ["a reported zero is a value", branch("g", [leaf("a", "0")]), ["0.0", "0.0", "0.0", "100.0"], "final"],
    ["coverage of exactly 50 % is preliminary", branch("g", [leaf("a", "1"), missingLeaf("b")]), ["100.0", "50.0", "100.0", "50.0"], "preliminary"],
    ["coverage of exactly 80 % is final", branch("g", [leaf("a", "1", "0.8"), missingLeaf("b", "0.2")]), ["100.0", "80.0", "100.0", "80.0"], "final"],
    ["79.99 % prints as 80.0 and is preliminary", branch("g", [leaf("a", "1", "0.7999"), missingLeaf("b", "0.2001")]), ["100.0", "80.0", "100.0", "80.0"], "preliminary"],
    ["the blank weight of a leaf that is not due is no error", branch("g", [leaf("a", "0.2", "1"), leaf("b", "0.8", "1"), suspendedLeaf("c")]), ["50.0", "50.0", "50.0", "100.0"], "final"],
    ["weights only on what is not due: equal among the rest", branch("g", [leaf("a", "0.2"), leaf("b", "0.8"), suspendedLeaf("c", "5")]), ["50.0", "50.0", "50.0", "100.0"], "final"],
    ["the known children weigh nothing", branch("g", [leaf("a", "1", "0"), missingLeaf("b", "1")]), [null, "0.0", "100.0", "0.0"], "no_data"],
  ])("%s", (_, input, expected, state) => {
    const result = of(input);
    expect([percent(result.value), percent(result.low), percent(result.high), percent(result.coverage)]).toEqual(expected);
    expect(result.coverageState).toBe(state);
    expect(result.error).toBeNull();
  });

  test.each<[string, RollupInput, RollupResult["error"]]>([
    ["weights that sum to 0", branch("g", [leaf("a", "1", "0"), leaf("b", "1", "0")]), { code: "weights_sum_to_zero", childIds: ["a", "b"] }],
    ["a weight below 0", branch("g", [leaf("a", "1", "2"), leaf("b", "1", "-1")]), { code: "weight_negative", childIds: ["b"] }],
    ["a missing leaf without a weight among weighted ones", branch("g", [leaf("a", "1", "2"), missingLeaf("b")]), { code: "weight_missing", childIds: ["b"] }],
  ])("error: %s", (_, input, error) => {
    const result = of(input);
    expect([result.value, result.error, result.leavesDue]).toEqual([null, error, 2]);
  });

  test("C07: (50, .6), (100, .8) is 78.6 %; the parent's weights are printed normalised", () => {
    const result = of(branch("g", [leaf("a", "0.5", "0.6"), leaf("b", "1", "0.8"), missingLeaf("c", "0.6")]));
    expect(result.children.map(({ weight }) => weight?.toFraction() ?? null)).toEqual(["3/7", "4/7", null]);
  });

  test("full precision between levels: thirds of thirds add up to one", () => {
    const third = (id: string) => branch(id, [leaf(`${id}1`, "1"), leaf(`${id}2`, "0"), leaf(`${id}3`, "0")]);
    const { value } = of(branch("p", [third("a"), third("b"), third("c")]));
    expect(value?.toFraction()).toBe("1/3");
  });
});

describe("for any tree", () => {
  const weight = fc.integer({ min: 1, max: 20 });
  const leafArbitrary: fc.Arbitrary<RollupLeaf> = fc.oneof(
    fc.integer({ min: 0, max: 7 }).map((n): RollupLeaf => ({ state: "known", share: exact(n).div(exact(7)), reported: true, verified: n % 2 === 0, missing: [] })),
    fc.constant<RollupLeaf>({ state: "missing", reported: false, verified: false, missing: [] }),
    fc.constant<RollupLeaf>({ state: "excluded", exclusion: "suspended" }),
    fc.constant<RollupLeaf>({ state: "not_yet_due" }),
  );
  const { tree } = fc.letrec<{ tree: RollupInput; node: RollupInput; leaf: RollupInput }>((tie) => ({
    leaf: fc.record({ id: fc.uuid(), kind: fc.constant("indicator" as const), weight: weight.map((n) => exact(n)), leaf: leafArbitrary, children: fc.constant([]) }),
    node: fc.record({
      id: fc.uuid(), kind: fc.constant("node" as const), weight: weight.map((n) => exact(n)), leaf: fc.constant(null),
      children: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
    }),
    tree: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("node")),
  }));
  const root = fc.array(tree, { minLength: 1, maxLength: 4 }).map((children) => branch("root", children));
  const figures = ({ value, low, high, coverage }: RollupResult) => [value, low, high, coverage].map((each) => each?.toFraction() ?? null);
  const everyNode = (result: RollupResult): RollupResult[] => [result, ...result.children.flatMap(everyNode)];

  const changed = (input: RollupInput, change: (children: RollupInput[]) => RollupInput[]): RollupInput => ({
    ...input, children: change(input.children.map((child) => changed(child, change))),
  });

  test("the order of children does not matter", () => {
    fc.assert(fc.property(root, (input) => {
      expect(figures(of(changed(input, (children) => [...children].reverse())))).toEqual(figures(of(input)));
    }));
  });

  test("the value lies within low and high, and all shares within 0 and 1", () => {
    fc.assert(fc.property(root, (input) => {
      for (const { value, low, high, coverage } of everyNode(of(input))) {
        if (low === null || high === null || coverage === null) continue;
        expect(isAtMost(exact(0), low) && isAtMost(low, high) && isAtMost(high, exact(1)) && isAtMost(coverage, exact(1))).toBe(true);
        if (value !== null) expect(isAtMost(low, value) && isAtMost(value, high)).toBe(true);
      }
    }));
  });

  test("scaling the weights of siblings changes nothing", () => {
    fc.assert(fc.property(root, fc.integer({ min: 2, max: 9 }), (input, factor) => {
      const scaled = changed(input, (children) => children.map((child) => ({ ...child, weight: child.weight?.mul(exact(factor)) ?? null })));
      expect(figures(of(scaled))).toEqual(figures(of(input)));
    }));
  });

  test("counts add up at every level", () => {
    fc.assert(fc.property(root, (input) => {
      for (const node of everyNode(of(input)).filter(({ children }) => children.length > 0)) {
        const total = (pick: (result: RollupResult) => number) => node.children.reduce((count, child) => count + pick(child), 0);
        expect([node.leavesDue, node.leavesKnown, node.leavesVerified, node.notYetDue, node.excluded.suspended ?? 0]).toEqual([
          total((child) => child.leavesDue), total((child) => child.leavesKnown), total((child) => child.leavesVerified),
          total((child) => child.notYetDue), total((child) => child.excluded.suspended ?? 0),
        ]);
        expect(node.leavesVerified <= node.leavesReported && node.leavesKnown <= node.leavesDue).toBe(true);
      }
    }));
  });
});
