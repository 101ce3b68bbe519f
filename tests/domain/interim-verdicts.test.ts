/** The last word of the quarters while a year runs: counted apart, of measures whose date is ahead, final verdicts alone. */
import { expect, test } from "vitest";
import { interimVerdicts } from "~/domain/interim-verdicts";
import type { MeasureReading } from "~/domain/measures-due";
import { buildTree } from "~/domain/structure";
import type { VerdictFact } from "~/domain/facts";
import { aMeasure, aNode, anIndicator, aPlan } from "../support/builders";
import { aVerdict } from "../support/edition-facts";

const tree = buildTree(aPlan().with(aNode("G").with(aMeasure("M1").ledBy("SBGS").together("SCS").with(anIndicator("a")), aMeasure("M2").ledBy("SBGS").with(anIndicator("b")), aMeasure("M3").ledBy("SBGS"))).build());
const measure = (measureId: string, state: MeasureReading["state"] = "not_yet_due"): MeasureReading => ({ measureId, state, exclusion: null, achievedOf: null, indicatorsDue: 0, indicatorsAchieved: 0 });
const measures = [measure("M1"), measure("M2"), measure("M3", "due")];
const at = (periodKey: string, status: VerdictFact["status"], but: Partial<VerdictFact> = {}) => aVerdict("M2", { periodKey, status, ...but });
const read = (...verdicts: VerdictFact[]) => interimVerdicts(tree, measures, verdicts, { periodKey: "2020", today: "2020-11-25", basisDate: "2020-01-01" });

test.each<[string, VerdictFact[], ReturnType<typeof read>]>([
  ["none yet", [], { byStatus: {}, judged: 0, of: 2, latest: null }],
  ["a measure's latest quarter counts, once", [at("2020-Q1", "not_started"), at("2020-Q3", "in_progress"), at("2020-Q2", "partially_implemented")], { byStatus: { in_progress: 1 }, judged: 1, of: 2, latest: "2020-Q3" }],
  ["a draft is no word yet", [at("2020-Q1", "in_progress"), at("2020-Q2", "implemented", { stage: "draft" })], { byStatus: { in_progress: 1 }, judged: 1, of: 2, latest: "2020-Q1" }],
  ["another year's is not this one's", [at("2019-Q4", "in_progress"), at("2021-Q1", "in_progress")], { byStatus: {}, judged: 0, of: 2, latest: null }],
  ["of a measure that is due it stands in the rates", [at("2020-Q1", "implemented", { measureId: "M3" })], { byStatus: {}, judged: 0, of: 2, latest: null }],
  ["joint status by executors (rule 17)", [aVerdict("M1", { periodKey: "2020-Q1" }), aVerdict("M1", { periodKey: "2020-Q1", agencyId: "SCS", status: "not_started" })], { byStatus: { in_progress: 1 }, judged: 1, of: 2, latest: "2020-Q1" }],
])("%s", (_, verdicts, expected) => expect(read(...verdicts)).toEqual(expected));

test("a quarter is read by its own verdicts", () => {
  expect(interimVerdicts(tree, measures, [at("2020-Q1", "not_started"), at("2020-Q2", "in_progress")], { periodKey: "2020-Q1", today: "2020-11-25", basisDate: "2020-01-01" })).toMatchObject({ byStatus: { not_started: 1 }, latest: "2020-Q1" });
});
