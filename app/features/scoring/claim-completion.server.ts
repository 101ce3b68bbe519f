import { entryWindow } from "~/domain/entry-window";
import { DomainError } from "~/domain/errors";
import type { CalendarDate, Id, MeasureStatus } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import { measureByCode } from "~/domain/structure";
import { CLAIMED_STATUSES } from "~/domain/verdict-checks";
import { readPlan } from "~/features/plan/read-plan.server";
import type { Db } from "~db/client.server";
import { findClaimByPost, insertClaim, listClaims } from "~db/queries/claims";
import { putOptionalText } from "~db/queries/content";
import { listRounds } from "~db/queries/obligations";
import { insertOutbox } from "~db/queries/outbox";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { toRound } from "../value/open-obligation.server";
import { subjectsIn } from "./scoring-plan.server";

export interface ClaimInput {
  planCode: string;
  /** printed code of the measure */
  code: string;
  agencyId: Id;
  cycleId: Id;
  /** number of the body's claims in the round that the form was opened at */
  seen: number;
  status: MeasureStatus;
  /** blank = none; with a number it counts for a measure without indicators (rule 16) */
  documentNo: string;
  documentOn: CalendarDate | null;
  text: string;
  idemKey: string;
}

/**
 * What a body that leads or executes a measure claims of it in an open round; a later claim stands beside the earlier one.
 * Throws not_found, the refusal, claim_refused, no_open_round, claim_changed_meanwhile for the second of two writers.
 */
export async function claimCompletion(db: Db, actor: Actor, now: string, input: ClaimInput): Promise<void> {
  const reading = await readPlan(db, actor, now, input.planCode);
  const measure = measureByCode(reading.tree, input.code);
  if (measure === null) throw new DomainError("not_found");
  const permission = can(actor, "claim_completion", { ...subjectsIn(reading)(measure), executors: measure.fact.executors, agencyId: input.agencyId });
  if (!permission.ok) throw new DomainError(permission.reason);
  const isClaimed = CLAIMED_STATUSES.some((status) => status === input.status);
  if (!isClaimed || (input.documentOn !== null && input.documentNo.trim() === "")) throw new DomainError("claim_refused");
  const round = (await listRounds(db, reading.plan.id)).find(({ id }) => id === input.cycleId);
  if (round === undefined) throw new DomainError("not_found");
  if (!entryWindow(toRound(round).window, now).ok) throw new DomainError("no_open_round");
  if ((await findClaimByPost(db, actor.userId, input.idemKey)) !== undefined) return;
  const measureId = measure.fact.id;
  const own = (await listClaims(db, measureId, now)).filter((claim) => claim.cycle_id === input.cycleId && claim.agency_id === input.agencyId);
  if (own.length !== input.seen) throw new DomainError("claim_changed_meanwhile");
  try {
    await inTransaction(db, { actorId: actor.userId, action: "claim_completion", now }, async (trx) => {
      await insertClaim(trx, {
        measure_id: measureId, cycle_id: input.cycleId, agency_id: input.agencyId, seq: input.seen + 1, status: input.status,
        document_no: input.documentNo.trim() || null, document_on: input.documentOn, narrative_digest: await putOptionalText(trx, input.text),
        author_id: actor.userId, idem_key: input.idemKey, recorded_at: now,
      });
      await insertOutbox(trx, { kind: "completion_claimed", userId: null, subject: { measureId, cycleId: input.cycleId, agencyId: input.agencyId }, now });
    });
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    if ((await findClaimByPost(db, actor.userId, input.idemKey)) === undefined) throw new DomainError("claim_changed_meanwhile");
  }
}
