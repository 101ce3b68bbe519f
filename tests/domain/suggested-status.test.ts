/** Rule 16: what status the figures suggest, and why. Each row is a measure by its deciding indicators. */
import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import { suggestStatus, type DecidingIndicator, type MeasureForSuggestion, type SuggestionReason } from "~/domain/suggested-status";

/** Reported, nothing reached, nothing due. */
const indicator = (indicatorId: string, change: Partial<DecidingIndicator> = {}): DecidingIndicator => ({
  indicatorId, exclusion: null, weight: null, hasValue: true, finalAchieved: false, progressToFinal: exact(0), periodAchieved: null, beyondBaseline: false, ...change,
});
const done = (id: string) => indicator(id, { finalAchieved: true, progressToFinal: exact(1), periodAchieved: true, beyondBaseline: true });
const onPlan = (id: string) => indicator(id, { progressToFinal: exact("0.4"), periodAchieved: true, beyondBaseline: true });
const at = (id: string, progress: string, weight: string | null = null) =>
  indicator(id, { progressToFinal: exact(progress), weight: weight === null ? null : exact(weight), beyondBaseline: progress !== "0" });
const silent = (id: string, weight: string | null = null) => indicator(id, { hasValue: false, progressToFinal: null, weight: weight === null ? null : exact(weight) });
const suspended = (id: string) => indicator(id, { exclusion: "suspended" });

const before = (...indicators: DecidingIndicator[]): MeasureForSuggestion => ({ indicators, finalDatePassed: false, claim: null, suspended: false });
const after = (...indicators: DecidingIndicator[]): MeasureForSuggestion => ({ ...before(...indicators), finalDatePassed: true });

test.each<[string, MeasureForSuggestion, string | null, SuggestionReason[]]>([
  ["all final targets reached, before the date", before(done("a"), done("b")), "implemented", ["all_final_targets_reached"]],
  ["all final targets reached, after the date", after(done("a")), "implemented", ["all_final_targets_reached"]],
  ["all of the period's, not the final ones", before(onPlan("a"), done("b")), "in_progress", ["period_targets_reached", "final_targets_not_reached"]],
  ["some of the period's", before(onPlan("a"), indicator("b", { periodAchieved: false })), "in_progress", ["value_beyond_baseline"]],
  ["nothing due in the period is not 'all of the period's'", before(indicator("a")), "not_started", ["no_value_beyond_baseline"]],
  ["a value beyond its baseline", before(at("a", "0.1"), indicator("b")), "in_progress", ["value_beyond_baseline"]],
  ["values at their baselines", before(indicator("a"), silent("b")), "not_started", ["no_value_beyond_baseline"]],
  ["no value at all before the date: no suggestion", before(silent("a"), silent("b")), null, ["not_reported"]],
  ["after the date, one final target of two", after(done("a"), silent("b")), "partially_implemented", ["final_date_passed", "final_targets_reached", "final_targets_not_reached"]],
  ["after the date, half-way on average", after(at("a", "0.7"), at("b", "0.3")), "partially_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["after the date, a hair below half", after(at("a", "0.7"), at("b", "0.2999")), "not_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["after the date, the year's targets met are not 'in progress'", after(onPlan("a")), "not_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["after the date, nothing reported", after(silent("a")), "not_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["a missing indicator is 0 in the mean", after(at("a", "0.9"), silent("b")), "not_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["over-achievement is capped in the mean", after(at("a", "3"), silent("b"), silent("c")), "not_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["regression is capped in the mean", after(at("a", "-4"), at("b", "1"), at("c", "0.6")), "partially_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["the plan's weights decide", after(at("a", "0.9", "0.8"), silent("b", "0.2")), "partially_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["some weights given and some not: no mean", after(at("a", "0.9", "0.8"), silent("b")), "not_implemented", ["final_date_passed", "final_targets_not_reached", "mean_progress_not_computable"]],
  ["reported without a baseline is no zero in the mean", after(indicator("a", { progressToFinal: null }), at("b", "0.5")), "partially_implemented", ["final_date_passed", "mean_progress_to_final", "final_targets_not_reached"]],
  ["all suspended", after(suspended("a"), suspended("b")), "suspended", ["all_suspended"]],
  ["all excluded, not all suspended", after(suspended("a"), indicator("b", { exclusion: "not_applicable" })), "cannot_be_assessed", ["all_excluded"]],
  ["the suspended one leaves, and is named", before(done("a"), suspended("b")), "implemented", ["all_final_targets_reached", "left_out"]],
])("%s", (_, measure, status, codes) => {
  const suggestion = suggestStatus(measure);
  expect([suggestion.status, suggestion.reasons.map(({ code }) => code)]).toEqual([status, codes]);
  expect(suggestion.reasons.map(({ no }) => no)).toEqual(codes.map((__, index) => index + 1));
});

describe("no deciding indicator", () => {
  test.each<[string, Partial<MeasureForSuggestion>, string | null, SuggestionReason]>([
    ["a claim with a document number", { claim: { documentNo: "12/5-44" } }, "implemented", "claim_with_document"],
    ["a claim without one", { claim: { documentNo: null } }, null, "judge_the_text"],
    ["a claim without one, date passed", { claim: { documentNo: "" }, finalDatePassed: true }, null, "judge_the_text"],
    ["no claim, date passed", { finalDatePassed: true }, "not_implemented", "no_claim_date_passed"],
    ["no claim, date ahead", {}, null, "judge_the_text"],
    ["suspended", { suspended: true, finalDatePassed: true }, "suspended", "all_suspended"],
  ])("%s", (_, change, status, code) => {
    expect(suggestStatus({ ...before(), ...change })).toEqual({ status, reasons: [expect.objectContaining({ no: 1, code })] });
  });
});
