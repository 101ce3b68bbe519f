/** The pieces of the bench, without load and without timing: figures from rounds, tables, and where they are written. */
import { describe, expect, it } from "vitest";
import { median, percentile, printed } from "../../bench/numbers";
import { BenchMisuse, readOptions } from "../../bench/options";
import { markdownTable, memoryTable, ratesTable, sharesTable } from "../../bench/tables";
import { type PagesReport, PROMISES, ratesOf, type Rounds, sharesOf } from "../../bench/targets";
import { between } from "../../bench/write-docs";
import { benchServer } from "~/env.server";

describe("figures", () => {
  it.each([
    ["median of five", median([5, 1, 4, 2, 3]), 3],
    ["median of two: one that was measured", median([1, 9]), 1],
    ["99 % of a hundred", percentile(Array.from({ length: 100 }, (_, index) => index + 1), 99), 99],
    ["99 % of three: the slowest", percentile([1, 2, 30], 99), 30],
    ["of none", percentile([], 50), Number.NaN],
  ])("%s", (_what, figure, expected) => expect(figure).toBe(expected));

  it.each([[9260.4, "9,260"], [123.4, "123"], [45.67, "45.7"], [0.4321, "0.43"], [1_234_567, "1,234,567"], [Number.NaN, "–"]])("%d is printed %s", (value, text) => expect(printed(value)).toBe(text));
});

const load = (perSecond: number, middle = 1, p99 = 2) => ({ perSecond, median: middle, p99 });
const rounds: Rounds = new Map([
  ["bare", [load(1000), load(2000), load(4000)]],
  ["scorecard", [load(50, 4, 12), load(400, 5, 40), load(200, 4, 8)]],
  ["scorecard as a bare page", [load(100), load(100), load(1000)]],
]);

describe("shares", () => {
  it("are taken round by round, and the middle one counts", () => {
    // 5 %, 20 % and 5 % of the bare server; 50 %, 400 % and 20 % of the equal page
    expect(sharesOf(rounds).map(({ of, against, share, isKept }) => [of, against, share, isKept])).toEqual([
      ["scorecard", "bare", 0.05, true], ["scorecard", "scorecard as a bare page", 0.5, true],
    ]);
  });

  it("below what is promised are said to be", () => {
    const slow = new Map([...rounds, ["scorecard", [load(40), load(40), load(40)]] as const]);
    expect(sharesOf(slow).map(({ isKept }) => isKept)).toEqual([false, false]);
  });

  it("promise what was agreed", () => {
    expect(PROMISES.map(({ of, against, least, aim }) => `${of} / ${against}: ${least}${aim ? `, ${aim}` : ""}`)).toEqual([
      "scorecard / bare: 0.05, 0.1", "scorecard / scorecard as a bare page: 0.5", "overview / bare: 0.05, 0.1", "overview / overview as a bare page: 0.5",
      "public page / bare: 0.5", "health / bare health: 0.25",
    ]);
  });
});

describe("tables", () => {
  const report: PagesReport = {
    machine: { processor: "P", cores: 2, memoryGb: 4, system: "Linux", node: "v20", postgresql: "15", on: "2026-11-25" },
    rounds: 3, seconds: 5, clients: 10, bytes: { bare: 10, scorecard: 2000 }, rates: ratesOf(rounds), shares: sharesOf(rounds),
    memory: [{ where: "postgresql", readyMs: 540, after: 249, peak: 251, most: 250 }, { where: "embedded", readyMs: 900, after: 450, peak: 460, most: 450 }],
  };
  const cells = (table: string) => table.split("\n").slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

  it("hold the middle round of each target, its extremes, its tail and whether that is within its promise", () => {
    expect(cells(ratesTable(report))).toEqual([
      ["bare", "2,000", "1,000–4,000", "1.00", "2.00", "2.00", "10"],
      ["scorecard", "200", "50.0–400", "4.00", "12.0", "3.00 (at most 5: kept)", "2000"],
      ["scorecard as a bare page", "100", "100–1,000", "1.00", "2.00", "2.00", ""],
    ]);
  });

  it("say what was promised and whether it was kept", () => {
    expect(cells(sharesTable(report))[0]).toEqual(["scorecard", "bare", "5.00 %", "at least 5.00 %, aim 10.0 %", "kept"]);
    expect(cells(memoryTable(report)).map((row) => [row[1], row[2], row[5]])).toEqual([["0.54", "249", "kept"], ["0.90", "450", "not kept"]]);
  });

  it("have even columns", () => {
    const lines = markdownTable(["a", "long title"], [["longer name", "1"], ["b", "22"]]).split("\n");
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

describe("a page's place for figures", () => {
  const page = "Before.\n<!-- bench:rates -->\nold\n<!-- /bench:rates -->\nAfter.\n";
  it("is filled, and what people wrote around it stays", () => {
    expect(between(page, "rates", "new\ntable")).toBe("Before.\n<!-- bench:rates -->\nnew\ntable\n<!-- /bench:rates -->\nAfter.\n");
  });
  it("must be there", () => expect(() => between(page, "shares", "x")).toThrow("no place for shares"));
});

describe("what the bench is asked for", () => {
  it("is the whole, written down, unless something is said", () => {
    expect(readOptions([])).toEqual({ what: "pages", rounds: 5, seconds: 5, scale: 1, writes: true });
    expect(readOptions(["large"])).toMatchObject({ what: "large", writes: true });
  });

  it.each([[["--rounds", "1"]], [["--seconds", "0.5"]], [["large", "--scale", "0.1"]], [["--dry"]]])("%j is not written into a page", (args) => {
    expect(readOptions(args).writes).toBe(false);
  });

  it.each([[["small"]], [["pages", "large"]], [["--rounds", "0"]], [["--rounds", "x"]], [["--scale", "2"]], [["--nothing"]]])("%j is not understood", (args) => {
    expect(() => readOptions(args)).toThrow(BenchMisuse);
  });

  it("is made on the server named for the program or for its tests", () => {
    expect(benchServer({ DATABASE_URL: "postgres://a", TEST_DATABASE_URL: "postgres://b" })).toBe("postgres://a");
    expect(benchServer({ DATABASE_URL: "", TEST_DATABASE_URL: "postgres://b" })).toBe("postgres://b");
    expect(benchServer({})).toBeUndefined();
  });
});
