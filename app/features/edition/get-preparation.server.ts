import { DomainError, type ErrorCode } from "~/domain/errors";
import { can, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { readTexts, type Text } from "~db/queries/content";
import { findLatestEdition, findPreparation, type EditionRecord, type PreparationRecord } from "~db/queries/editions";
import type { ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { getEditionFacts } from "./edition-facts.server";

export interface OpenPreparation {
  prepared: PreparationRecord;
  answer: ScorecardAnswer;
  /** the edition this one would correct */
  latest: EditionRecord | null;
  texts: ReadonlyMap<string, Text>;
  /** why this person does not release it; null = they may */
  refusal: ErrorCode | null;
}

/** What was prepared, for those who may see it. Throws not_found for anything else, and for a preparation of another plan. */
export async function getPreparation(db: Db, actor: Actor, planCode: string, id: string): Promise<OpenPreparation> {
  const prepared = await findPreparation(db, id);
  if (prepared === null || prepared.planCode !== planCode || !can(actor, "view_preparation", { access: prepared.ceiling }).ok) throw new DomainError("not_found");
  const release = can(actor, "release_edition", { access: prepared.ceiling, preparedById: prepared.preparedBy.id });
  return {
    prepared,
    answer: (await getEditionFacts(db, prepared)).answer,
    latest: await findLatestEdition(db, prepared),
    texts: await readTexts(db, [prepared.foreword.uk, prepared.foreword.en]),
    refusal: release.ok ? null : release.reason,
  };
}

/** The same before its release, for those who release; the preparer is told why it is not theirs. Throws the refusal of anybody else. */
export async function getRelease(db: Db, actor: Actor, planCode: string, id: string): Promise<OpenPreparation> {
  const open = await getPreparation(db, actor, planCode, id);
  if (open.refusal === "role_lacks_action") throw new DomainError(open.refusal);
  return open;
}
