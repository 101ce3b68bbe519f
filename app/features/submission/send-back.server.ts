import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { decide, SEND_BACK, type Decided } from "../value/decide.server";
import { openMeasurement } from "../value/open-measurement.server";
import { ValueRefused } from "../value/value-refused";

interface SentBack extends Decided {
  /** what the focal point must put right; required */
  reason: string;
}

/** The body's approver does not let a value leave: it goes back to the focal point with a reason. Throws as approveSubmission. */
export async function sendBack(db: Db, actor: Actor, now: string, input: SentBack): Promise<void> {
  const open = await openMeasurement(db, actor, now, input.measurementId, "approve_submission");
  if (input.reason.trim() === "") throw new ValueRefused([{ code: "return_reason_required", level: "demand", params: {} }]);
  await decide(db, actor, now, open, input, { decision: "returned", reason: input.reason, action: SEND_BACK });
}
