import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { openObligation } from "./open-obligation.server";
import type { Submitted, ValueInput } from "./value-input";
import { findEarlierPost, writeVersion } from "./write-version.server";

/**
 * Corrects what was sent. After a verification the reason is required, and the verified value stays the official one
 * until the correction is itself verified (rule 9). An earlier period is corrected in the open round of the plan,
 * with `late` (case C17). Throws as submitValue does; act_not_possible_in_state when there is nothing to correct.
 */
export async function correctValue(db: Db, actor: Actor, now: string, input: ValueInput): Promise<Submitted> {
  const open = await openObligation(db, actor, now, input.obligationId, "correct_value");
  const earlier = await findEarlierPost(db, actor, input.idemKey);
  if (earlier !== null) return earlier;
  if (open.facts.versions.length === 0) throw new DomainError("act_not_possible_in_state", { state: open.state, act: "correct" });
  return writeVersion(db, actor, now, open, input, "correct_value");
}
