/** What a challenge sheet asks of verdicts: what they rest on, where they stand beside the suggestion, who gave them (rules 10, 16). */
import { measureItem, type Answer, type ChallengeInput } from "./challenges";
import type { Scorecard } from "./scorecard";
import { againstSuggestion } from "./verdict-readings";

/** Verdicts of evaluators whose own body led or was obliged to execute the measure when they gave them (case C16). */
export function judgedByExecutor({ scorecard, judged }: ChallengeInput): Answer {
  const seen = judged.filter(({ verdict }) => scorecard.tree.measureById.has(verdict.measureId));
  const items = seen.flatMap(({ verdict, agencyIds, executors }) => {
    const own = executors.find(({ agencyId, byConsent }) => !byConsent && agencyIds.includes(agencyId));
    return own === undefined ? [] : [measureItem(scorecard, verdict.measureId, { agency: own.agencyId })];
  });
  return { of: seen.length, items };
}

/** Verdicts whose weakest ground is the word of the body, or nothing (rule 10 i). */
export function wordAlone({ scorecard }: ChallengeInput): Answer {
  const judged = dueVerdicts(scorecard);
  const items = judged.flatMap(({ measureId, status, grade }) => (grade === "reported_only" || grade === "none" ? [measureItem(scorecard, measureId, { status, grade })] : []));
  return { of: judged.length, items };
}

/** Verdicts above what rule 16 suggested then. */
export function aboveSuggestion({ scorecard }: ChallengeInput): Answer {
  const finals = dueVerdicts(scorecard).flatMap(({ byExecutor }) => byExecutor.flatMap(({ final }) => final ?? [])).filter(({ suggested }) => suggested !== null);
  const above = finals.filter((verdict) => againstSuggestion(verdict) === "above");
  return { of: finals.length, items: above.map(({ measureId, agencyId, status, suggested }) => measureItem(scorecard, measureId, { agency: agencyId, status, suggested })) };
}

const dueVerdicts = ({ measures, verdictOf }: Scorecard) =>
  measures.flatMap(({ measureId, state }) => { const verdict = verdictOf.get(measureId); return state === "due" && verdict !== undefined && verdict.status !== null ? [verdict] : []; });
