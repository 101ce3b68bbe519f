import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { afterAct } from "~/domain/statuses";
import type { Db } from "~db/client.server";
import { putText } from "~db/queries/content";
import { insertVerification } from "~db/queries/measurements";
import { lockObligation, setObligationState } from "~db/queries/obligations";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { decisionsOn, latestOf, readMeasurement, stateOf } from "./measurement-facts.server";
import type { OpenMeasurement } from "./open-measurement.server";

/** Which version is decided about, as the form showed it. */
export interface Decided {
  measurementId: string;
  no: number;
  /** decisions there were about that version when the page was opened */
  decisionsSeen: number;
}

/** the act of a body's own approver; the others are an evaluator's */
export const SEND_BACK = "send_back_submission";

/**
 * Adds a decision about the latest version and brings the obligations to what the facts now say. Throws
 * value_changed_meanwhile when a newer version came, already_decided for the second of two deciders.
 */
export async function decide(db: Db, actor: Actor, now: string, open: OpenMeasurement, decided: Decided, act: { decision: "accepted" | "returned"; reason: string | null; action: string }): Promise<void> {
  const latest = latestOf(open.facts);
  if (latest === null) throw new DomainError("not_found");
  if (latest.no !== decided.no) throw new DomainError("value_changed_meanwhile", { no: latest.no });
  if (decisionsOn(open.facts, latest.no).length !== decided.decisionsSeen) throw new DomainError("already_decided");
  const [obligation] = open.obligations;
  const state = stateOf(open.facts, obligation.excluded_reason);
  const isSendingBack = act.action === SEND_BACK;
  // before the body's approver has sent it, only that person decides, and only then
  if ((state === "awaiting_approval") !== isSendingBack) throw new DomainError(isSendingBack ? "already_decided" : "act_not_possible_in_state", { state });
  afterAct(state, act.decision === "accepted" ? "verify" : "return");
  try {
    await inTransaction(db, { actorId: actor.userId, action: act.action, now }, async (trx) => {
      for (const each of open.obligations) await lockObligation(trx, each.id);
      await insertVerification(trx, {
        measurementId: open.id,
        no: latest.no,
        seq: decided.decisionsSeen + 1,
        decision: act.decision,
        reasonDigest: act.reason === null ? null : await putText(trx, act.reason.trim()),
        byId: actor.userId,
        now,
      });
      const facts = await readMeasurement(trx, open.id);
      for (const each of open.obligations) await setObligationState(trx, each.id, stateOf(facts, each.excluded_reason), now);
    });
  } catch (error) {
    if (isKeyTaken(error)) throw new DomainError("already_decided");
    throw error;
  }
}
