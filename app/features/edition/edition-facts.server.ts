import { cutFacts, editionInput, type CutFacts } from "~/domain/edition-input";
import { canonicalText } from "~/domain/canonical";
import { kyivDateOf, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { PeriodKey } from "~/domain/facts";
import { isPeriodKey } from "~/domain/periods";
import type { Basis } from "~/domain/plan-versions";
import { versionOn } from "~/features/plan/plan-reading";
import { answerOf, isOfPlan, scorecardInput, type ScorecardAnswer, type ScorecardFacts } from "~/features/scorecard/get-scorecard.server";
import type { Db } from "~db/client.server";
import { contentDigest } from "~db/queries/content";
import type { EditionCeiling } from "~db/queries/editions";
import { getPlanFacts } from "~db/queries/plan-facts";
import { findPlan } from "~db/queries/plan-structure";

/** What an edition is of. */
export interface EditionQuestion {
  planCode: string;
  periodKey: PeriodKey;
  ceiling: EditionCeiling;
  basis: Basis;
  /** the cut-off, in whole milliseconds: nothing recorded later enters, levels hold as they did then */
  knownAt: Instant;
}

/** The reading of an edition, with the facts it stands on and the hash of exactly those. */
export interface EditionFacts extends ScorecardFacts {
  answer: ScorecardAnswer;
  /** cut to the ceiling */
  cut: CutFacts;
  inputHash: string;
}

/**
 * Everything an edition says, computed from the facts at its cut-off: in memory nothing is kept of it, so a recomputation
 * is one. Throws DomainError not_found for no such plan or period, no_plan_version when the plan is not in force in it.
 */
export async function getEditionFacts(db: Db, { planCode, periodKey, ceiling, basis, knownAt }: EditionQuestion): Promise<EditionFacts> {
  const plan = isPeriodKey(periodKey) ? await findPlan(db, planCode, knownAt) : null;
  const today = kyivDateOf(knownAt);
  const levelsOf = plan && versionOn(plan, today);
  if (plan === null || levelsOf === null) throw new DomainError("not_found");
  if (!isOfPlan(plan, periodKey, today)) throw new DomainError("no_plan_version", { periodKey });
  const facts = await getPlanFacts(db, plan.id, knownAt);
  const input = scorecardInput(plan, facts, { levelsOf: levelsOf.structure, periodKey, today, knownAt, cutOff: today, ceiling, basis, reading: "official" });
  const gathered: ScorecardFacts = { input, plan, facts };
  return { ...gathered, answer: answerOf(gathered), cut: cutFacts(input), inputHash: contentDigest(canonicalText(editionInput(input))) };
}
