import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { afterAct } from "~/domain/statuses";
import type { Db } from "~db/client.server";
import { lockObligation, listRounds, setObligationState } from "~db/queries/obligations";
import { insertOutbox } from "~db/queries/outbox";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { latestOf, readMeasurement, stateOf } from "../value/measurement-facts.server";
import { openMeasurement } from "../value/open-measurement.server";
import { lateRoundOf, toRound, windowOf } from "../value/open-obligation.server";
import { sendVersions } from "./send-versions.server";

interface Approved {
  measurementId: string;
  /** the version the approver saw */
  no: number;
}

/**
 * The body's approver lets a value leave: the submission and its receipt are made now, and now decides whether it is in
 * time. Never by who wrote it. Returns the submission's id. Throws the refusal; value_changed_meanwhile when the focal
 * point wrote a newer version; window_closed when no round of the plan takes it any more.
 */
export async function approveSubmission(db: Db, actor: Actor, now: string, input: Approved): Promise<string> {
  const open = await openMeasurement(db, actor, now, input.measurementId, "approve_submission");
  const [obligation] = open.obligations;
  if (latestOf(open.facts)?.no !== input.no) throw new DomainError("value_changed_meanwhile");
  afterAct(stateOf(open.facts, obligation.excluded_reason), "approve");
  const rounds = (await listRounds(db, obligation.plan_id)).map(toRound);
  const own = rounds.find((round) => round.cycleId === obligation.cycle_id);
  if (own === undefined) throw new DomainError("not_found");
  const lateRound = lateRoundOf(rounds, own, now);
  const window = windowOf({ round: own, lateRound, facts: open.facts }, now, true);
  if (!window.ok) throw new DomainError(window.reason, { closedOn: window.closedOn, opensOn: window.opensOn, reopenedBy: window.reopenedBy });
  const round = window.by === "late_correction" && lateRound !== null ? lateRound : own;
  try {
    return await inTransaction(db, { actorId: actor.userId, action: "approve_submission", now }, async (trx) => {
      await lockObligation(trx, obligation.id);
      const submissionId = await sendVersions(trx, {
        cycleId: round.cycleId,
        roundPeriod: round.periodKey,
        planCode: obligation.plan_code,
        agencyId: obligation.agency_id,
        agencyCode: obligation.agency_code,
        by: actor.userId,
        now,
        items: [{ measurementId: open.id, no: input.no }],
      });
      const facts = await readMeasurement(trx, open.id);
      for (const each of open.obligations) await setObligationState(trx, each.id, stateOf(facts, each.excluded_reason), now);
      await insertOutbox(trx, { kind: "value_submitted", userId: null, subject: { obligationId: obligation.id, ...input }, now });
      return submissionId;
    });
  } catch (error) {
    if (isKeyTaken(error)) throw new DomainError("already_decided");
    throw error;
  }
}
