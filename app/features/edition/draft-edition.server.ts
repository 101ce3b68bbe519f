import { challengeSheet } from "~/domain/challenge-sheet";
import type { ChallengeSheet, Judged } from "~/domain/challenges";
import { isBy } from "~/domain/dates";
import { totalsThatDiffer } from "~/domain/edition-changes";
import { editionFigures, type EditionFigures } from "~/domain/edition-figures";
import type { PlanStructure } from "~/domain/facts";
import type { Db } from "~db/client.server";
import { listJudges, type JudgeRow } from "~db/queries/edition-facts";
import { findLatestEdition } from "~db/queries/editions";
import { getEditionFacts, type EditionFacts, type EditionQuestion } from "./edition-facts.server";

/** What a preparation keeps. */
export interface EditionDraft extends EditionFacts {
  figures: EditionFigures;
  challenges: ChallengeSheet;
}

export const figuresOf = ({ answer, cut }: EditionFacts): EditionFigures => editionFigures(answer.scorecard, cut.values, cut.disruptions);

/** The figures and the challenge sheet as they stand at the cut-off, beside the last edition released by now. */
export async function draftEdition(db: Db, question: EditionQuestion): Promise<EditionDraft> {
  const read = await getEditionFacts(db, question);
  const { plan, input, cut, answer } = read;
  const figures = figuresOf(read);
  const before = await findLatestEdition(db, { ...question, planId: plan.id });
  const judged = judgedBy(await listJudges(db, plan.id, question.knownAt), read);
  const cutVersion = (version: PlanStructure | null | undefined) => cut.versions.find(({ structure }) => structure.planVersionId === version?.planVersionId)?.structure ?? answer.scorecard.tree.plan;
  const [adopted] = [...input.versions].sort((a, b) => a.versionNo - b.versionNo);
  const challenges = challengeSheet({
    scorecard: answer.scorecard, adopted: cutVersion(adopted), inForce: cutVersion(input.levelsOf), disruptions: cut.disruptions, judged, policy: input.policy,
    against: before && totalsThatDiffer(before.figures, figures),
  });
  return { ...read, figures, challenges };
}

/** The verdicts the edition stands on, each with who executed its measure when it was given. */
function judgedBy(judges: readonly JudgeRow[], { cut, plan, input }: EditionFacts): Judged[] {
  const verdicts = new Map(cut.verdicts.filter(({ stage, periodKey }) => stage === "final" && periodKey === input.periodKey).map((verdict) => [verdict.id, verdict]));
  return judges.flatMap(({ verdictId, recordedAt, agencyIds }) => {
    const verdict = verdicts.get(verdictId);
    const [then] = plan.versions.filter(({ acceptedAt }) => isBy(acceptedAt, recordedAt)).sort((a, b) => b.structure.versionNo - a.structure.versionNo);
    const executors = then?.structure.measures.find(({ id }) => id === verdict?.measureId)?.executors ?? [];
    return verdict === undefined ? [] : [{ verdict, agencyIds, executors }];
  });
}
