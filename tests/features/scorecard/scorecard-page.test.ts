/** The page in words, on plans small enough to count on one's fingers. */
import { describe, expect, test } from "vitest";
import type { DisruptionFact } from "~/domain/facts";
import { scorecardPage } from "~/features/scorecard/scorecard-page";
import { averageTable, goalsTable, indicatorsTable } from "~/features/scorecard/scorecard-tables";
import { cellOf } from "~/features/report/report-table";
import { aMeasure, aNode, anIndicator, aPlan, aValue, upTo } from "../../support/builders";
import { wordsOf } from "~/i18n/translate";
import { anAnswer } from "../../support/scorecard-answer";

const uk = wordsOf("uk");
const en = wordsOf("en");
const toTen = (id: string) => anIndicator(id).from(0).target("2020", 10).owedBy("SBGS");
const thirty = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(...upTo(30).map((no) => toTen(`i${no}`)))));
const pageOf = (reported: number, words = en) => scorecardPage(anAnswer(thirty, upTo(reported).map((no) => aValue(`i${no}`, "2020", 10))), words);

describe("1 of 30 reported", () => {
  const page = pageOf(1);
  test("the headline is withheld", () => expect(page.headline.figure).toMatchObject({ state: "withheld", value: null, low: "3.3", high: "100.0" }));
  test("and no other percentage of the same numerator gives it away", () => {
    expect(page.headline).toMatchObject({ achievedLine: "1\u00a0of\u00a030 indicators achieved", underWayLine: "another 29 are under way, 29 of them without a verified value" });
    expect(page.nextLines).toEqual([
      "Over the plan in force, suspended items kept: 1\u00a0of\u00a030", "Over the plan as first adopted: 1\u00a0of\u00a030", "Over the plan now in force: 1\u00a0of\u00a030",
    ]);
    expect([page.sigma, ...page.measures.map(({ percent }) => percent)]).toEqual([null, "", "", ""]);
    expect(page.headline.formula).toMatchObject({ equation: "1 achieved ÷ 30 due for 2020 =", result: "figure withheld" });
  });
  test("nor does a file", () => {
    const { rows, total } = goalsTable(anAnswer(thirty, [aValue("i1", "2020", 10)]), en);
    for (const row of [rows[0], total]) expect(row).toMatchObject({ rate: null, low: "3.3", high: "100.0", coverage: "3.3", state: "withheld", achieved: "1", due: "30" });
    expect(averageTable(anAnswer(thirty, [aValue("i1", "2020", 10)]), en).rows[0]).toMatchObject({ value: null, state: "withheld" });
  });
});

test("nobody reported: no data on the page and in the file, never 0 %", () => {
  const page = pageOf(0, uk);
  expect(page.headline).toMatchObject({ figure: { state: "no_data", due: 30 }, formula: { equation: "0 досягнуто ÷ 30 зі строком за 2020\u00a0рік =", result: "немає даних" } });
  expect(JSON.stringify([page.headline.underWayLine, page.nextLines, page.sigma])).not.toContain("%");
  expect(goalsTable(anAnswer(thirty, []), uk).total).toMatchObject({ rate: null, state: "no_data", missing: "30" });
});

test("half reported: the rate is there again, and told as preliminary", () => {
  const page = pageOf(15);
  expect(page.headline.figure).toMatchObject({ state: "preliminary", value: "50.0" });
  expect(page.headline.underWayLine).toBe("another 15 are under way (50.0%), 15 of them without a verified value");
  expect(page.sigma).toBe("5.77 points of 15 for the rate 15/30");
  expect(page.sigmaFormula).toMatchObject({ equation: "(0.5 − 25%) ÷ (90% − 25%) × 15 =", result: "5.77" });
  // outside the scale nothing is divided
  const of = (achieved: number) => scorecardPage(anAnswer(thirty, upTo(30).map((no) => aValue(`i${no}`, "2020", no <= achieved ? 10 : 1))), en).sigmaFormula;
  expect([of(3), of(27), of(30)]).toMatchObject([{ equation: "0.1 < 25% →", result: "0.00" }, { equation: "0.9 ≥ 90% →", result: "15.00" }, { equation: "1 ≥ 90% →", result: "15.00" }]);
});

test("C09: of 79 due 51 achieved and 28 under way, both shares from one split", () => {
  const plan = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(...upTo(79).map((no) => toTen(`i${no}`)))));
  const page = scorecardPage(anAnswer(plan, upTo(75).map((no) => aValue(`i${no}`, "2020", no <= 51 ? 10 : 9))), uk);
  expect(page.headline).toMatchObject({
    figure: { state: "final", value: "64.6", low: "64.6", high: "69.6" },
    achievedLine: "51\u00a0із\u00a079 індикаторів досягнуто",
    underWayLine: "ще 28 виконуються (35,4\u00a0%), із них 4 без перевіреного значення",
    counts: { achieved: 51, missing: 4, known: 24, reported: 75, due: 79 },
  });
});

describe("why there is no value", () => {
  const three = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("sent"), toTen("silent"), toTen("lost"))));
  const values = [aValue("sent", "2020", 10).unverified(), aValue("lost", "2020").none("lost")];
  const missing = (answer: ReturnType<typeof anAnswer>, words = en) => scorecardPage(answer, words).headline.formula.items.find(({ label }) => label === words.t("formula.missing"))?.value;
  test("what was sent and waits is not told as not reported", () => {
    expect(missing(anAnswer(three, values))).toBe("sent SBGS: awaits verification · silent SBGS: not reported · lost SBGS: lost");
    expect(missing(anAnswer(three, values), uk)).toBe("sent ДПСУ: чекає перевірки · silent ДПСУ: не подано · lost ДПСУ: втрачено");
  });
  test("including provisional it counts, and is named no more", () => {
    expect(missing(anAnswer(three, values, { reading: "including_provisional" }))).toBe("silent SBGS: not reported · lost SBGS: lost");
  });
  test("the list behind the figure has the same reasons, as codes for a file", () => {
    const { rows } = indicatorsTable(anAnswer(three, values), { state: "due", node: null, kind: "delivery" }, en);
    expect(rows.map((row) => [cellOf(row, "code").value, cellOf(row, "value").value, cellOf(row, "reason").value, cellOf(row, "verified").value])).toEqual([
      ["sent", null, "awaiting_verification", "P"], ["silent", null, "not_reported", null], ["lost", null, "lost", null],
    ]);
    expect(cellOf(rows[0] ?? {}, "result")).toMatchObject({ shown: "Awaiting verification", detail: undefined });
  });
});

describe("suspended while the year runs", () => {
  const pause: DisruptionFact = { id: "d", from: "2020-03-01", to: null, what: { uk: null, en: null }, legalBasis: null, scopeKind: "indicator", scopeId: "i1", effect: "pause" };
  const two = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("i1"), toTen("i2"))));
  const lines = (today: string) => scorecardPage(anAnswer(two, [aValue("i2", "2020", 10)], { today, disruptions: [pause] }), en).nextLines;
  test("nothing is due: nothing is kept", () => expect(lines("2020-11-25")[0]).toBe("Over the plan in force, suspended items kept: nothing due"));
  test("the year over, it is kept", () => expect(lines("2021-01-01")[0]).toBe("Over the plan in force, suspended items kept: 1\u00a0of\u00a02, 50.0%"));
});

test("an average over some of what is due says over how many", () => {
  const mixed = aPlan().with(aNode("G").with(aMeasure("M").ledBy("SBGS").with(toTen("based"), anIndicator("bare").target("2020", 10).owedBy("SBGS"))));
  const page = scorecardPage(anAnswer(mixed, [aValue("based", "2020", 5), aValue("bare", "2020", 5)]), en);
  expect(page.average).toMatchObject({ figure: { value: "50.0" }, partOf: "a mean over 1\u00a0of\u00a02 indicators due only; 1 indicator has no baseline or no progress by rule" });
});
