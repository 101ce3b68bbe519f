/** The scorecard on a real database with the demonstration in it: the published figures of 2020, how they are written out, what changes them. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { printedParts, printedPercent, printedPoints } from "~/domain/printing";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { scorecardPage } from "~/features/scorecard/scorecard-page";
import { measuresTable, outcomesTable } from "~/features/scorecard/goal-tables";
import { goalsOf } from "~/features/scorecard/scorecard-tables";
import { inTransaction } from "~db/transaction.server";
import { accountId } from "../../../seeds/demo/accounts";
import { NOW, PAST, RUNNING, SUPPORT, en, person, uk, useDemoScorecards } from "../../support/demo-scorecard";

const { database, ask } = useDemoScorecards();

describe("2020, as leadership reads it", () => {
  test("46 measures and 79 indicators due, 51 achieved, 28 under way, 75 with a value: 64.6 %, 64.6–69.6 % (V16)", async () => {
    const { scorecard } = await ask("leadership", PAST, "2020");
    const { counts, rate, low, high, coverageState } = scorecard.plan.implementation;
    expect(counts).toMatchObject({ measuresDue: 46, due: 79, achieved: 51, underWay: 28, reported: 75, verified: 75, missing: 4 });
    expect([rate, low, high].map((share) => printedPercent(share!))).toEqual(["64.6", "64.6", "69.6"]);
    expect(printedParts([counts.achieved, counts.underWay], 1)?.map(({ text }) => text)).toEqual(["64.6", "35.4"]);
    expect(coverageState).toBe("final");
  });

  test("goals 12/17, 7/14, 6/11, 10/13, 10/14, 6/10; measures 20 all, 15 some, 11 none (V25)", async () => {
    const answer = await ask("leadership", PAST, "2020");
    expect(goalsOf(answer).map(({ implementation: { counts } }) => `${counts.achieved}/${counts.due}`)).toEqual(["12/17", "7/14", "6/11", "10/13", "10/14", "6/10"]);
    expect(answer.scorecard.plan.measures).toEqual({ all: 20, some: 15, none: 11, withoutIndicators: 0, due: 46 });
  });

  test("the files of measures and outcomes add up to the page", async () => {
    const past = measuresTable(await ask("leadership", PAST, "2020"), en);
    const of = (result: string) => past.rows.filter((row) => row.state === "due" && row.result === result).length;
    expect([of("all"), of("some"), of("none")]).toEqual([20, 15, 11]);
    const { rows, total } = outcomesTable(await ask("leadership", RUNNING, "2026"), en);
    const column = (key: string) => rows.reduce((sum, row) => sum + Number(row[key]), 0);
    for (const key of ["met", "on_track", "behind", "regressing", "no_data", "total"]) expect(String(column(key))).toBe(total?.[key]);
  });

  test("28 go into the backlog; SIGMA 9.13 for 51/79 (V18)", async () => {
    const { scorecard } = await ask("leadership", PAST, "2020");
    expect(scorecard.backlog).toMatchObject({ carriedIn: 0, added: 28, carriedOut: 28, cumulativeAchieved: 51, cumulativeDue: 79 });
    expect([printedPoints(scorecard.sigmaPoints!), scorecard.sigmaBasis.achieved, scorecard.sigmaBasis.over]).toEqual(["9.13", 51, 79]);
  });

  test("takes two questions to the database, whatever the size of the plan", async () => {
    for (const [planCode, periodKey] of [[PAST, "2020"], [RUNNING, "2026"]] as const) {
      let asked = 0;
      const counting = database.db.withPlugin({
        transformQuery: ({ node }) => { asked += 1; return node; },
        transformResult: ({ result }) => Promise.resolve(result),
      });
      await getScorecard(counting, person("leadership"), NOW, { planCode, periodKey });
      expect(asked).toBe(2);
    }
  });

  test("no stored flag says what is achieved: there is no such column", async () => {
    const columns = await sql<{ name: string }>`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name like '%achieved%'`.execute(database.db);
    expect(columns.rows).toEqual([]);
  });
});

describe("what a person opens to see where the figure comes from", () => {
  const card = async (words: typeof uk) => {
    const { equation, result, items } = scorecardPage(await ask("leadership", PAST, "2020"), words).headline.formula;
    return { division: `${equation} ${result}`.replaceAll("\u00a0", " "), items: items.map(({ label, value }) => `${label}: ${value}`.replaceAll("\u00a0", " ")) };
  };
  test("in Ukrainian", async () => {
    expect(await card(uk)).toEqual({
      division: "51 досягнуто ÷ 79 зі строком за 2020 рік = 0,64556… = 64,6 %",
      items: [
        "Нижня межа: лише те, що відомо: 64,6 %",
        "Верхня межа: (51 + 4 без значення) ÷ 79 = 69,6 %",
        "Без значення: 1.1.1.3.2 Держмитслужба: не подано · 3.2.1.1.1 ДПСУ: не подано · 4.2.1.2.2 МВС: не подано · 6.1.2.2.1 ДПСУ: не подано",
        "Охоплення: значення є у 75 із 79 (94,9 %); подано 75 із 79; перевірено 75 із 79",
        "Виключено: у цьому періоді строку немає: 18; зупинених немає",
        "Етапи: 4 досягнуті індикатори ще не на останньому етапі",
        "Ваги: не застосовуються: це частка, а не середнє",
        "Округлення: один раз, до 0,1",
        "План і правила: редакція 1 (01.01.2020) · правила, версія 1 · дані на 25.11.2026, 03:33 за Києвом · Рівень: для суб’єктів ІУК · Лише перевірені значення",
      ],
    });
  });
  test("in English", async () => {
    expect(await card(en)).toEqual({
      division: "51 achieved ÷ 79 due for 2020 = 0.64556… = 64.6%",
      items: [
        "Lower bound: only what is known: 64.6%",
        "Upper bound: (51 + 4 without a value) ÷ 79 = 69.6%",
        "No value: 1.1.1.3.2 SCS: not reported · 3.2.1.1.1 SBGS: not reported · 4.2.1.2.2 MIA: not reported · 6.1.2.2.1 SBGS: not reported",
        "Coverage: 75 of 79 have a value (94.9%); reported 75 of 79; verified 75 of 79",
        "Excluded: not due in this period: 18; none suspended",
        "Stages: 4 achieved indicators are not at their last stage yet",
        "Weights: none: this is a rate, not an average",
        "Rounding: once, to 0.1",
        "Plan and rules: version 1 (1 January 2020) · rules version 1 · data as of 25 November 2026, 03:33 Kyiv time · Level: IBM bodies · Verified values only",
      ],
    });
  });
});

describe("the support programme: published values without baselines", () => {
  test("an open-ended plan has no implementation rate where nothing falls due", async () => {
    const { scorecard } = await ask("leadership", SUPPORT, "2026");
    expect(scorecard.plan.implementation).toMatchObject({ rate: null, coverageState: "no_data", counts: { due: 0 } });
    expect([scorecard.sigmaPoints, scorecard.averageProgress.value]).toEqual([null, null]);
  });

  test("80 of 112 is attainment, counted as not achieved in its year and kept out of every average", async () => {
    const answer = await ask("leadership", SUPPORT, "2023");
    const { scorecard } = answer;
    const { id } = [...scorecard.tree.indicatorById.values()].find(({ code }) => code === "C2.1.1")!;
    const reading = scorecard.readings.find(({ indicatorId }) => indicatorId === id)!;
    expect([printedPercent(reading.progress.attainment!), reading.progress.notComputable, reading.achieved, reading.share]).toEqual(["71.4", "no_baseline", "not_achieved", null]);
    expect(scorecard.plan.implementation.counts).toMatchObject({ due: 1, achieved: 0 });
    for (const average of [scorecard.averageProgress, scorecard.averageProgressToEnd]) expect([average.value, average.leavesKnown]).toEqual([null, 0]);
  });

  test("targets of no period are held against the latest value: 500 of 500, 1 of 3", async () => {
    const { scorecard } = await ask("leadership", SUPPORT, "2026");
    const attained = scorecard.readings.flatMap(({ indicatorId, progress, due }) =>
      progress.attainment === null ? [] : [`${scorecard.tree.indicatorById.get(indicatorId)?.code} ${printedPercent(progress.attainment)} ${due}`]);
    expect(attained.sort()).toEqual(["C1.2.2 100.0 not_due", "C2.2.1 33.3 not_due", "C2.2.2 0.0 not_due"]);
  });
});

test("one value corrected and verified: 50 achieved, 29 under way, everywhere at once", async () => {
  const before = await ask("leadership", PAST, "2020");
  const achieved = before.scorecard.readings.find((reading) => reading.achieved === "achieved" && reading.actual.content?.kind === "number")!;
  const measurementId = achieved.actual.measurementIds[0]!;
  const at = "2026-11-25T01:00:00.000Z";
  await inTransaction(database.db, { actorId: accountId("focal.mia"), action: "correct_value", now: at }, async (trx) => {
    await trx.insertInto("measurement_version").values({
      measurement_id: measurementId, no: 2, base_no: 1, kind: "number", value: "0", author_id: accountId("focal.mia"), idem_key: "corrected to zero", recorded_at: at,
    }).execute();
    await trx.insertInto("verification").values({ measurement_id: measurementId, no: 2, seq: 1, decision: "accepted", by_id: accountId("evaluator.scmu"), recorded_at: at }).execute();
  });
  const page = scorecardPage(await ask("leadership", PAST, "2020"), en);
  expect(page.headline.counts).toEqual({ achieved: 50, missing: 4, known: 25, reported: 75, due: 79 });
  expect(page.headline.formula).toMatchObject({ equation: "50 achieved ÷ 79 due for 2020 = 0.63291… =", result: "63.3%" });
  expect(page.totals.map(({ value }) => value)).toEqual(["46", "79", "50", "29"]);
  expect([page.backlog?.line.notAchieved, page.sigma]).toEqual([29, "8.84 points of 15 for the rate 50/79"]);
  const earlier = await ask("leadership", PAST, "2020", {}, "2026-11-25T00:59:00.000Z");
  // known earlier, read as it was then (rule 19)
  expect(earlier.scorecard.plan.implementation.counts.achieved).toBe(51);
});
