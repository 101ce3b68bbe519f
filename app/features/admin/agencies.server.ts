import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { type AgencyRow, listAgencies, setNeedsApproval } from "~db/queries/agencies";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

function check(actor: Actor): void {
  const permission = can(actor, "manage_agencies");
  if (!permission.ok) throw new DomainError(permission.reason);
}

export async function getAgencies(db: Db, actor: Actor, now: string): Promise<AgencyRow[]> {
  check(actor);
  return listAgencies(db, kyivDateOf(now));
}

/** Whether the body's own approver confirms a submission before it leaves; holds from the next submission. */
export async function changeApproval(db: Db, actor: Actor, now: string, input: { agencyId: string; needsApproval: boolean }): Promise<void> {
  check(actor);
  await inTransaction(db, { actorId: actor.userId, action: "set_agency_approval", now }, async (trx) => {
    if (!(await setNeedsApproval(trx, input.agencyId, input.needsApproval))) throw new DomainError("not_found");
  });
}
