import { randomUUID } from "node:crypto";
import { asOfMoment, asRecorded, kyivDateOf, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { CalendarDate, LocalText } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { Db, Trx } from "~db/client.server";
import { putOptionalText } from "~db/queries/content";
import { insertPreparation } from "~db/queries/editions";
import { findPlan } from "~db/queries/plan-structure";
import { inTransaction } from "~db/transaction.server";
import { draftEdition } from "./draft-edition.server";
import type { EditionQuestion } from "./edition-facts.server";

export interface Prepared extends Omit<EditionQuestion, "knownAt"> {
  /** a date means its end in Kyiv; null = now */
  cutOff: CalendarDate | null;
  foreword: LocalText;
}

/**
 * Freezes a reading for release by somebody else: figures, hash of exactly its input, the challenge sheet as it stands.
 * Returns the preparation's id. Throws the refusal; cut_off_ahead for a date that has not come, cut_off_before_plan, no_plan_version.
 */
export async function prepareEdition(db: Db, actor: Actor, now: Instant, { cutOff, foreword, ...asked }: Prepared, idempotencyKey: string = randomUUID()): Promise<string> {
  const permission = can(actor, "prepare_edition", { access: asked.ceiling });
  if (!permission.ok) throw new DomainError(permission.reason);
  if (cutOff !== null && cutOff > kyivDateOf(now)) throw new DomainError("cut_off_ahead", { field: "cut_off" });
  const question: EditionQuestion = { ...asked, knownAt: asRecorded(asOfMoment(cutOff, now)) };
  if (cutOff !== null && (await findPlan(db, asked.planCode, question.knownAt))?.versions.length === 0) throw new DomainError("cut_off_before_plan", { field: "cut_off" });
  const id = randomUUID();
  await inTransaction(db, { actorId: actor.userId, action: "prepare_edition", now }, async (trx) => {
    const digests = { uk: await putOptionalText(trx, foreword.uk), en: await putOptionalText(trx, foreword.en) };
    await writePreparation(trx, question, { id, foreword: digests, by: actor.userId, idempotencyKey, now });
  });
  return id;
}

interface Preparing {
  id: string;
  /** digests of content */
  foreword: LocalText;
  by: string;
  idempotencyKey: string;
  now: Instant;
}

/** The preparation itself, once somebody may; seeds tell of it too. */
export async function writePreparation(trx: Trx, question: EditionQuestion, { id, foreword, by, idempotencyKey, now }: Preparing): Promise<void> {
  const { plan, input, answer, inputHash, figures, challenges } = await draftEdition(trx, question);
  const { periodKey, ceiling, basis, knownAt } = question;
  await insertPreparation(trx, {
    id, planId: plan.id, periodKey, ceiling, basis, planVersionId: answer.version.structure.planVersionId, rulesVersion: input.rulesVersion, knownAt, inputHash, figures, challenges,
    foreword, preparedBy: by, idempotencyKey, now,
  });
}
