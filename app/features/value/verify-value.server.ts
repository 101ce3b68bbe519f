import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { decide, type Decided } from "./decide.server";
import { openMeasurement } from "./open-measurement.server";

/**
 * Accepts the latest version: it becomes the official value (rule 9). Four eyes: never by who wrote or sent it, never
 * by a body that owes it or executes its measure (case C16). Throws the refusal, or the conflict of a second decider.
 */
export async function verifyValue(db: Db, actor: Actor, now: string, input: Decided): Promise<void> {
  const open = await openMeasurement(db, actor, now, input.measurementId, "verify_value");
  await decide(db, actor, now, open, input, { decision: "accepted", reason: null, action: "verify_value" });
}
