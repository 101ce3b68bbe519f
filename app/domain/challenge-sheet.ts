/**
 * What a careful reader would ask of an edition before it is released: the challenge sheet. It never blocks a release; it
 * is shown, kept and printed. Criticism of public tools of this kind is its list of questions: verdicts that rest on the
 * word of the body alone, percentages over little data, promises that shrank on the way, totals that do not add up.
 * Everything here is read within the ceiling of the edition (rule 18); texts are a catalogue's business.
 */
import { CHALLENGES, type Answer, type ChallengeCode, type ChallengeInput, type ChallengeSheet } from "./challenges";
import { backlogLeft, coverageLow, deadlineMoved, suspensionUndocumented, targetLowered, totalsBroken, valueFarOver } from "./figure-challenges";
import { aboveSuggestion, judgedByExecutor, wordAlone } from "./verdict-challenges";

/** Every question and what it found. */
export function challengeSheet(input: ChallengeInput): ChallengeSheet {
  const answers: Record<ChallengeCode, Answer> = {
    totals_broken: totalsBroken(input),
    judged_by_executor: judgedByExecutor(input),
    coverage_low: coverageLow(input),
    suspension_undocumented: suspensionUndocumented(input),
    word_alone: wordAlone(input),
    above_suggestion: aboveSuggestion(input),
    target_lowered: targetLowered(input),
    deadline_moved: deadlineMoved(input),
    value_far_over: valueFarOver(input),
    backlog: backlogLeft(input),
    totals_differ: { of: input.against === null ? 0 : 1, items: (input.against ?? []).map(({ key, was, is }) => ({ kind: "figure", id: null, code: key, said: { was, is } })) },
  };
  const codes = Object.keys(CHALLENGES) as ChallengeCode[];
  return {
    checked: codes.map((code) => ({ code, of: answers[code].of })),
    findings: codes.flatMap((code) => (answers[code].items.length === 0 ? [] : [{ code, severity: CHALLENGES[code], items: answers[code].items }])),
  };
}
