/** Tables, files, ceilings and refusals of the scorecard, on a real database with the demonstration in it. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { PartScore } from "~/domain/part-scores";
import { cellOf, type ReportRow, type ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { scorecardPage } from "~/features/scorecard/scorecard-page";
import { goalsTable, indicatorsTable } from "~/features/scorecard/scorecard-tables";
import { PAST, RUNNING, SUPPORT, en, everyTable, refusal, uk, useDemoScorecards } from "../../support/demo-scorecard";

const { database, ask } = useDemoScorecards();

describe("counts of every table add up to its total", () => {
  const counted = ["achieved", "under_way", "due", "missing", "reported", "verified", "awaiting", "not_yet_due", "suspended", "measures"];
  const number = (row: ReportRow, key: string) => Number(cellOf(row, key).value);
  test.each([[PAST, "2020"], [PAST, "2022"], [RUNNING, "2026"], [RUNNING, "2026-Q3"], [SUPPORT, "2023"]])("%s %s: goals", async (planCode, periodKey) => {
    const { rows, total } = goalsTable(await ask("leadership", planCode, periodKey), uk);
    for (const key of counted) expect(rows.reduce((sum, row) => sum + number(row, key), 0), key).toBe(number(total!, key));
    expect(number(total!, "achieved") + number(total!, "under_way")).toBe(number(total!, "due"));
  });

  test("levels of the tree, and the leaves of the average", async () => {
    const { scorecard } = await ask("leadership", PAST, "2020");
    const sumOf = (parts: PartScore[]) => parts.reduce((sum, { implementation: { counts } }) => sum + counts.due, 0);
    for (const depth of new Set(scorecard.nodes.map((node) => node.depth))) expect(sumOf(scorecard.nodes.filter((node) => node.depth === depth)), `depth ${depth}`).toBe(79);
    const { averageProgress } = scorecard;
    expect(averageProgress.children.reduce((sum, child) => sum + child.leavesDue, 0)).toBe(averageProgress.leavesDue);
    expect(averageProgress.leavesDue + Object.values(averageProgress.excluded).reduce((a, b) => a + b, 0)).toBe(79);
  });

  test("the list behind the figure has as many lines as the figure says", async () => {
    const answer = await ask("leadership", PAST, "2020");
    const lines = (state: Parameters<typeof indicatorsTable>[1]["state"], node: string | null = null) => indicatorsTable(answer, { state, node, kind: "delivery" }, uk).rows.length;
    expect([lines("due"), lines("achieved"), lines("under_way"), lines("not_reported"), lines(null)]).toEqual([79, 51, 24, 4, 79]);
    expect(["1", "2", "3", "4", "5", "6"].map((goal) => lines("due", goal))).toEqual([17, 14, 11, 13, 14, 10]);
  });

  test("part of 2022 is suspended: 61 due, 73 with what is suspended kept, and no rate as nobody reported", async () => {
    const { scorecard } = await ask("leadership", PAST, "2022");
    const { counts, coverageState } = scorecard.plan.implementation;
    expect([counts.due, counts.excluded, counts.suspendedDue, scorecard.nextLine.withSuspended.over, coverageState]).toEqual([61, { suspended: 12 }, 12, 73, "no_data"]);
  });
});

describe("files", () => {
  /** rows of a file by heading; quoted commas do not occur in the columns looked at */
  const lines = (table: ReportTable) => toCsv(table, "rows").slice(1).trimEnd().split("\r\n");
  test("goals: plain decimals with a dot, totals left out, labels on every line", async () => {
    const csv = lines(goalsTable(await ask("leadership", PAST, "2020"), en));
    expect(csv[0]).toBe("Code,Goal,\"Rate, %\",\"Lower bound, %\",\"Upper bound, %\",\"Coverage, %\",State,Achieved,Under way,Indicators,No value,Reported,Verified,Awaiting verification,Not yet due,Suspended,Measures,Implemented,Fully or partly implemented,Not yet evaluated,Outcomes met,Outcomes,Plan,Plan version,Period read,Basis,Values,Rules version,Known at,Access level,rows");
    expect(csv[1]).toMatch(/^1,[^,]+,70\.6,70\.6,76\.5,94\.1,final,12,5,17,1,16,16,0,0,0,10,0,1,0,0,0,IBM-ILLUSTR-2020-2022,1 \(2020-01-01\),2020,/);
    expect(csv).toHaveLength(7);
    expect(csv.slice(1).every((line) => line.endsWith(",6"))).toBe(true);
  });

  test("C04, C11: figures as they were reported, to the last digit; 0 is 0, what is not there is blank with its reason", async () => {
    const answer = await ask("leadership", PAST, "2020");
    const table = indicatorsTable(answer, { state: "any", node: null, kind: "all" }, en);
    const stored = await sql<{ code: string; value: string }>`select iv.code_printed as code, trim_scale(v.value)::text as value
      from measurement_version v join measurement m on m.id = v.measurement_id and m.period_key = '2020'
      join indicator_version iv on iv.indicator_id = m.indicator_id join plan_version pv on pv.id = iv.plan_version_id
      join plan p on p.id = pv.plan_id where p.code = ${PAST} and v.kind = 'number' and v.no = 1`.execute(database.db);
    const inFile = new Map(table.rows.map((row) => [cellOf(row, "code").value, cellOf(row, "value").value]));
    expect(stored.rows.length).toBeGreaterThan(20);
    for (const { code, value } of stored.rows) expect(inFile.get(code), code).toBe(value);
    expect(stored.rows.map(({ value }) => value)).toContain("0");
    const blank = table.rows.filter((row) => cellOf(row, "value").value === null && cellOf(row, "result").value === "not_reported");
    expect(blank.map((row) => cellOf(row, "reason").value)).toEqual(["not_reported", "not_reported", "not_reported", "not_reported"]);
    expect(lines(table).some((line) => /\d[eE][+-]?\d/.test(line.split(",").slice(3, 5).join()))).toBe(false);
  });

  test("every table can be written as a file, in both languages, at every ceiling", async () => {
    for (const login of ["reader", "leadership", "evaluator.mia"]) {
      for (const [planCode, periodKey] of [[PAST, "2020"], [RUNNING, "2026"], [RUNNING, "2026-Q3"], [SUPPORT, "2023"]] as const) {
        const answer = await ask(login, planCode, periodKey);
        for (const words of [uk, en]) for (const table of everyTable(answer, words)) expect(lines(table).length).toBe(Math.max(table.rows.length, 1) + 1);
      }
    }
  });
});

describe("the ceiling comes first (rule 18)", () => {
  const trees = async (periodKey: string) => {
    const [open, internal, full] = await Promise.all(["reader", "leadership", "evaluator.mia"].map((login) => ask(login, RUNNING, periodKey)));
    return { open: open!, internal: internal!, full: full! };
  };
  const codes = ({ scorecard: { tree } }: ScorecardAnswer) => [...tree.measureById.values()].map(({ fact }) => fact.code).concat([...tree.indicatorById.values()].map(({ code }) => code));

  test("reader, leadership and a cleared evaluator see three different plans", async () => {
    const { open, internal, full } = await trees("2026");
    expect([open, internal, full].map(({ scorecard }) => scorecard.label.ceiling)).toEqual(["public", "internal", "restricted"]);
    expect(new Set([open, internal, full].map((answer) => codes(answer).length)).size).toBe(3);
    for (const code of codes(open)) expect(codes(internal)).toContain(code);
    for (const code of codes(internal)) expect(codes(full)).toContain(code);
    expect(codes(full)).toEqual(expect.arrayContaining(["SO2.M4", "SO2.M4.I1"]));
    expect(codes(internal)).not.toEqual(expect.arrayContaining(["SO2.M4"]));
  });

  test.each(["2026", "2026-Q3"])("%s: nothing above the ceiling stands in any cell of any table, or anywhere on the page", async (periodKey) => {
    const { open, internal, full } = await trees(periodKey);
    for (const seen of [open, internal]) {
      const hidden = codes(full).filter((code) => !codes(seen).includes(code));
      const titles = [...full.scorecard.tree.measureById.values()].filter(({ fact }) => hidden.includes(fact.code)).map(({ fact }) => fact.title.uk!)
        .concat([...full.scorecard.tree.indicatorById.values()].filter(({ code }) => hidden.includes(code)).map(({ name }) => name.uk!));
      const everything = JSON.stringify([everyTable(seen), scorecardPage(seen, uk)]);
      expect(hidden.length).toBeGreaterThan(3);
      expect(hidden.filter((code) => new RegExp(`${code.replaceAll(".", "\\.")}(?![.\\d])`).test(everything))).toEqual([]);
      expect(titles.filter((title) => everything.includes(title))).toEqual([]);
    }
  });

  test("no figure counts what is above it: the cleared reader's counts are larger", async () => {
    const { open, internal, full } = await trees("2026");
    const notYetDue = [open, internal, full].map(({ scorecard }) => scorecard.plan.implementation.counts.notYetDue);
    expect(notYetDue).toEqual([...new Set(notYetDue)].sort((a, b) => a - b));
  });
});

describe("who may ask for what", () => {
  test.each([[PAST, "2019"], [PAST, "2023"], [RUNNING, "2031"], [RUNNING, "9998"], [SUPPORT, "2027"], [SUPPORT, "9998-12"]])("%s has no scorecard of %s, however far", async (planCode, periodKey) => {
    expect(await refusal(ask("leadership", planCode, periodKey))).toBe("no_plan_version");
  });

  test("values not yet verified: leadership may add them to the figure, a body's own person may not", async () => {
    const { scorecard } = await ask("leadership", RUNNING, "2026-Q3", { reading: "including_provisional" });
    const official = await ask("leadership", RUNNING, "2026-Q3");
    expect(scorecard.label.includesProvisional).toBe(true);
    expect(scorecard.averageProgress.leavesKnown).toBeGreaterThan(official.scorecard.averageProgress.leavesKnown);
    for (const login of ["focal.sbgs", "reader"]) expect(await refusal(ask(login, RUNNING, "2026-Q3", { reading: "including_provisional" }))).toBe("role_lacks_action");
  });

  test("a returned version counts in neither reading (rule 9)", async () => {
    const returned = await sql<{ id: string }>`select m.id from measurement m join indicator i on i.id = m.indicator_id join plan p on p.id = i.plan_id
      where p.code = ${RUNNING} and m.period_key = '2026-Q3' and 'returned' = (select d.decision from verification d where d.measurement_id = m.id order by d.no desc, d.seq desc limit 1)
        and not exists (select from verification d where d.measurement_id = m.id and d.decision = 'accepted')`.execute(database.db);
    expect(returned.rows.length).toBeGreaterThan(0);
    for (const reading of ["official", "including_provisional"] as const) {
      const counted = (await ask("coordinator", RUNNING, "2026-Q3", { reading })).scorecard.readings.flatMap(({ actual }) => actual.measurementIds);
      expect(returned.rows.filter(({ id }) => counted.includes(id))).toEqual([]);
    }
  });

  test.each<[string, string, string, string, string]>([
    ["a plan that is not there", "leadership", "NONE", "2020", "not_found"],
    ["a period that is none", "leadership", PAST, "2020-Q5", "not_found"],
    ["a period before the plan", "leadership", PAST, "2019", "no_plan_version"],
    ["nobody's reading: the security administrator reads no plan", "security", PAST, "2020", "not_found"],
  ])("%s", async (_, login, planCode, periodKey, code) => expect(await refusal(ask(login, planCode, periodKey))).toBe(code));
});
