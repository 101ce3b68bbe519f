import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { setDraft } from "~db/queries/drafts";
import { inTransaction } from "~db/transaction.server";
import { latestOf, readMeasurementOf, type MeasurementFacts } from "./measurement-facts.server";
import type { OpenObligation } from "./open-obligation.server";
import { contentOfRow } from "./stored-content";
import { ValueConflict, type SeenVersion } from "./value-conflict";
import type { EntryBase } from "./value-input";

/** Keeps what was typed as the person's draft: what is refused is never lost. */
export function keepTyped(db: Db, actor: Actor, now: string, input: Pick<EntryBase, "obligationId" | "typed" | "baseNo">, action: string): Promise<void> {
  return inTransaction(db, { actorId: actor.userId, action, now }, (trx) =>
    setDraft(trx, { userId: actor.userId, obligationId: input.obligationId, body: input.typed, baseNo: input.baseNo, now }),
  );
}

/** Somebody was faster: keeps what was typed and throws ValueConflict with what was seen and what is there (case C14). */
export async function meetConflict(db: Db, actor: Actor, now: string, open: OpenObligation, input: EntryBase): Promise<never> {
  await keepTyped(db, actor, now, input, "keep_draft");
  const { indicator_id, agency_id, period_key } = open.obligation;
  const facts = await readMeasurementOf(db, { indicatorId: indicator_id, agencyId: agency_id, periodKey: period_key });
  const there = seen(facts, latestOf(facts)?.no ?? null, actor);
  if (there === null) throw new DomainError("value_changed_meanwhile");
  throw new ValueConflict(seen(facts, input.baseNo, actor), there);
}

function seen(facts: MeasurementFacts, no: number | null, actor: Actor): SeenVersion | null {
  const version = facts.versions.find((each) => each.no === no);
  const content = version === undefined ? null : contentOfRow(version);
  if (version === undefined || content === null) return null;
  return { no: version.no, content, recordedAt: version.recorded_at, own: version.author_id === actor.userId };
}
