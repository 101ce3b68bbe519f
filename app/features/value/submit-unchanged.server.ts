import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { mayRepeatUnchanged } from "~/domain/submission-checks";
import type { Db } from "~db/client.server";
import { openObligation } from "./open-obligation.server";
import type { Submitted } from "./value-input";
import { findEarlierPost, writeVersion } from "./write-version.server";

interface UnchangedInput {
  obligationId: string;
  baseNo: number | null;
  idemKey: string;
  late: boolean;
}

/**
 * "No change since DATE": sends the body's last value again for this period, in one click. Only where a value is a
 * state (stock, stage, yes or no) and there is an earlier one. Throws as submitValue does.
 */
export async function submitUnchanged(db: Db, actor: Actor, now: string, input: UnchangedInput): Promise<Submitted> {
  const open = await openObligation(db, actor, now, input.obligationId, "submit_value");
  const earlier = await findEarlierPost(db, actor, input.idemKey);
  if (earlier !== null) return earlier;
  const { previous, context } = open;
  if (previous === null || !mayRepeatUnchanged(context.indicator)) throw new DomainError("value_refused", { code: "nothing_to_repeat" });
  const value = {
    ...input,
    content: previous.content,
    unchangedSince: previous.on,
    observedOn: null,
    narrative: "",
    comment: "",
    correctionReason: "",
    obstacle: null,
    willMeet: null,
    evidence: null,
    declaredUnrestricted: true,
    access: previous.access,
    reference: null,
    typed: {},
  };
  return writeVersion(db, actor, now, open, value, "submit_unchanged");
}
