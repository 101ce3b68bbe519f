import type { CutFacts } from "~/domain/edition-input";
import { partIds } from "~/domain/edition-input";
import { DomainError } from "~/domain/errors";
import type { Id } from "~/domain/facts";
import type { Scorecard } from "~/domain/scorecard";
import { assemblePlanReading, type PlanReading } from "~/features/plan/plan-reading";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { Db } from "~db/client.server";
import { findEdition, type EditionRecord } from "~db/queries/editions";
import type { PlanFacts } from "~db/queries/plan-facts";
import type { PlanRecord } from "~db/queries/plan-structure";
import { getEditionFacts, type EditionFacts } from "./edition-facts.server";

/**
 * A released edition as its pages are drawn from it. Everything is cut to its ceiling, versions of the plan and facts
 * included: whoever draws it cannot show what lies above, nor a value that is not verified or a verdict that is not final.
 */
export interface EditionReading {
  edition: EditionRecord;
  answer: ScorecardAnswer;
  facts: PlanFacts;
  reading: PlanReading;
}

/** Throws DomainError not_found when there is no such edition. Whether somebody may see it is asked by the caller. */
export async function getEditionReading(db: Db, editionId: Id): Promise<EditionReading> {
  const edition = await findEdition(db, { id: editionId });
  if (edition === null) throw new DomainError("not_found");
  return readingOfEdition(edition, await getEditionFacts(db, edition));
}

export function readingOfEdition(edition: EditionRecord, { input, plan: found, facts: known, answer, cut }: EditionFacts): EditionReading {
  const plan = cutRecord(found, cut);
  const version = plan.versions.find(({ structure }) => structure.planVersionId === answer.version.structure.planVersionId);
  if (version === undefined) throw new DomainError("no_plan_version", { periodKey: input.periodKey });
  const { ceiling, knownAt, basis, levelsOf } = input;
  const whole = assemblePlanReading({ plan: found, version: answer.version, facts: known, ceiling, knownAt, basis, provisionalOf: [], levelsOf: levelsOf ?? answer.version.structure });
  return {
    edition,
    answer: { ...answer, plan, version, scorecard: finalsOnly(answer.scorecard) },
    facts: shownFacts(known, cut),
    reading: { ...whole, plan, version, values: whole.values.filter(({ verified }) => verified) },
  };
}

/** Every version with what its ceiling shows, words of passports among it. */
function cutRecord(plan: PlanRecord, { versions }: CutFacts): PlanRecord {
  return {
    ...plan,
    versions: plan.versions.map((version, index) => {
      const structure = versions[index]?.structure ?? { ...version.structure, nodes: [], measures: [], indicators: [] };
      const ids = new Set(partIds(structure));
      const kept = <T>(record: Record<Id, T>): Record<Id, T> => Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
      return { ...version, structure, passports: kept(version.passports), fundingKinds: kept(version.fundingKinds), nodeComponents: kept(version.nodeComponents) };
    }),
  };
}

function shownFacts(facts: PlanFacts, { versions, values, disruptions, verdicts }: CutFacts): PlanFacts {
  const ids = new Set(versions.flatMap(({ structure }) => partIds(structure)));
  return {
    ...facts,
    values: values.filter(({ verified }) => verified),
    disruptions,
    verdicts: verdicts.filter(({ stage }) => stage === "final"),
    claims: facts.claims.filter(({ measureId }) => ids.has(measureId)),
    obligations: facts.obligations.filter(({ indicatorId }) => ids.has(indicatorId)),
  };
}

/** A draft is between the evaluator and the body. */
const finalsOnly = (scorecard: Scorecard): Scorecard => ({
  ...scorecard,
  verdictOf: new Map([...scorecard.verdictOf].map(([id, verdict]) => [id, { ...verdict, byExecutor: verdict.byExecutor.map((each) => ({ ...each, draft: null })) }])),
});
