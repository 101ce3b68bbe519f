/** What a verdict must hold, as an evaluator fills it. */
import { expect, test } from "vitest";
import type { MeasureStatus } from "~/domain/facts";
import { checkVerdict, judgedTogether, OTHER_STATUSES, USUAL_STATUSES, type VerdictContent } from "~/domain/verdict-checks";
import { aMeasure } from "../support/builders";

const verdict = (status: MeasureStatus, change: Partial<VerdictContent> = {}): VerdictContent => ({
  status, grade: "document_seen", text: "", differsReason: "", legalBasis: "", from: null, to: null, amendmentId: null, hasSources: false, declaredUnrestricted: false, ...change,
});
const written = { declaredUnrestricted: true };

test.each<[string, VerdictContent, MeasureStatus | null, string]>([
  ["as suggested, without a word", verdict("in_progress"), "in_progress", ""],
  ["nothing suggested: nothing to differ from", verdict("in_progress"), null, ""],
  ["differs without a reason", verdict("implemented"), "in_progress", "differs_reason_required"],
  ["differs with blanks for a reason", verdict("implemented", { differsReason: "  ", ...written }), "in_progress", "differs_reason_required"],
  ["differs with a reason", verdict("implemented", { differsReason: "Акт підписано 30 грудня.", ...written }), "in_progress", ""],
  ["a word without the declaration", verdict("in_progress", { text: "Бачили акти." }), "in_progress", "declaration_required"],
  ["a source without the declaration", verdict("in_progress", { hasSources: true }), "in_progress", "declaration_required"],
  ["suspended without anything", verdict("suspended"), "suspended", "legal_basis_required from_required"],
  ["suspended with its act and day", verdict("suspended", { legalBasis: "Указ № 64/2022", from: "2022-02-24", ...written }), "suspended", ""],
  ["suspended to a day before its first", verdict("suspended", { legalBasis: "Указ", from: "2022-02-24", to: "2022-02-23", ...written }), "suspended", "dates_reversed"],
  ["cannot be assessed without saying why", verdict("cannot_be_assessed"), "cannot_be_assessed", "reason_required"],
  ["no longer relevant without its amendment", verdict("no_longer_relevant", { differsReason: "Вилучено.", ...written }), "in_progress", "amendment_required"],
  ["no longer relevant by an amendment", verdict("no_longer_relevant", { differsReason: "Вилучено.", amendmentId: "v2", ...written }), "in_progress", ""],
])("%s", (_, content, suggested, expected) => expect(checkVerdict(content, suggested).join(" ")).toBe(expected));

test("the two lists of the form hold every status once", () => {
  expect(new Set([...USUAL_STATUSES, ...OTHER_STATUSES]).size).toBe(8);
});

test.each([
  ["the lead and the obliged, not those by consent", aMeasure("M").ledBy("SBGS").together("SCS").byConsent("ICMPD"), ["SBGS", "SCS"]],
  ["a measure that obliges nobody: all it names", aMeasure("M").byConsent("ICMPD"), ["ICMPD"]],
])("who is judged together: %s", (_, measure, expected) => expect(judgedTogether(measure.fact).map(({ agencyId }) => agencyId)).toEqual(expected));
