import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { openObligation } from "./open-obligation.server";
import type { Submitted, ValueInput } from "./value-input";
import { findEarlierPost, writeVersion } from "./write-version.server";

/**
 * Submits a value, or a typed reason why there is none, as version n+1 with a receipt; after a return it is the
 * resubmission. A body with an approver gets no receipt yet. The same post again leads where the first led.
 * Throws DomainError, ValueConflict (somebody saved meanwhile), ValueRefused (the checks).
 */
export async function submitValue(db: Db, actor: Actor, now: string, input: ValueInput): Promise<Submitted> {
  const open = await openObligation(db, actor, now, input.obligationId, "submit_value");
  return (await findEarlierPost(db, actor, input.idemKey)) ?? writeVersion(db, actor, now, open, input, "submit_value");
}
