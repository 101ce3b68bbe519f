/** What rates rest on, as the scorecard tells it: parts of a withheld rate are counts alone, and drafts are told to whom they concern. */
import { describe, expect, test } from "vitest";
import type { MeasureStatus, VerdictFact } from "~/domain/facts";
import { evidenceTable } from "~/features/scorecard/evidence-table";
import { evidenceOf } from "~/features/scorecard/scorecard-evidence";
import { wordsOf } from "~/i18n/translate";
import { aMeasure, aNode, anIndicator, aPlan, aValue } from "../../support/builders";
import { anAnswer } from "../../support/scorecard-answer";

const words = wordsOf("en");
const codes = ["M1", "M2", "M3"] as const;
const plan = aPlan().with(aNode("G").with(...codes.map((code) => aMeasure(code).ledBy("SBGS").dueBy("2020-12-31").with(anIndicator(`${code}.I`).from(0).target("2020", 10).owedBy("SBGS")))));
const values = codes.map((code) => aValue(`${code}.I`, "2020", 10));

const verdict = (measureId: string, status: MeasureStatus, but: Partial<VerdictFact> = {}): VerdictFact =>
  ({ id: `${measureId} ${status}`, measureId, agencyId: "SBGS", periodKey: "2020", stage: "final", status, suggested: status, grade: "document_seen", amendedOn: null, evaluatorId: "E", ...but });
const evidence = (verdicts: VerdictFact[], showsDrafts = false) => evidenceOf(anAnswer(plan, values, { verdicts }), showsDrafts, words);
const percentsOf = (verdicts: VerdictFact[], title: string) => evidence(verdicts).splits.find((split) => split.title.startsWith(title))?.parts.map(({ percent }) => percent);

describe("verdicts on one of three measures due: too few for a rate (rule 11)", () => {
  const one = [verdict("M1", "implemented")];
  test("its parts are counts without a percentage", () => expect(percentsOf(one, "Implemented measures: 1")).toEqual(["", "", ""]));
  test("the rate of indicators, which is known, keeps its own", () => expect(percentsOf(one, "Achieved indicators: 3")).toEqual(["33.3%", "0.0%", "66.7%"]));
});

test("all judged: the parts add up to the rate, not to a hundred", () => {
  const all = [verdict("M1", "implemented"), verdict("M2", "implemented", { grade: "reported_only" }), verdict("M3", "in_progress")];
  expect(percentsOf(all, "Implemented measures: 2")).toEqual(["33.4%", "0.0%", "33.3%"]);
});

test("its formula: the three parts over the denominator of the rate", () => {
  const [indicators] = evidence([verdict("M1", "implemented"), verdict("M2", "implemented", { grade: "own_visit" })]).splits;
  expect(indicators?.formula).toMatchObject({ equation: "(1 + 1 + 1) ÷ 3 =", result: "3\u00a0of\u00a03" });
});

test("as a file: a line a part and rate, percentages blank where the rate is withheld", () => {
  const { rows } = evidenceTable(anAnswer(plan, values, { verdicts: [verdict("M1", "implemented")] }), words);
  expect(rows.map(({ code, figure, documents, independent, word, over, documents_percent }) => [code, figure, documents, independent, word, over, documents_percent])).toEqual([
    ["G", "achieved", "1", "0", "2", "3", "33.3"], ["G", "fully", "1", "0", "0", "3", null], ["G", "fully_or_partly", "1", "0", "0", "3", null],
    [null, "achieved", "1", "0", "2", "3", "33.3"], [null, "fully", "1", "0", "0", "3", null], [null, "fully_or_partly", "1", "0", "0", "3", null],
  ]);
});

test("that drafts wait is told to those who see the drafts of every body, and to nobody else", () => {
  const drafts = [verdict("M1", "implemented", { stage: "draft" })];
  expect(evidence(drafts).lines).toEqual([]);
  expect(evidence(drafts, true).lines).toEqual([expect.stringContaining("1")]);
});
