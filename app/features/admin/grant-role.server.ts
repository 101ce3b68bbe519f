import { startOfKyivDay } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { AGENCY_ROLES, type Role } from "~/domain/roles";
import { findAgencyId } from "~db/queries/agencies";
import { insertGrant } from "~db/queries/grants";
import type { Db } from "~db/client.server";
import { inTransaction, violatedConstraint } from "~db/transaction.server";
import { allowedAccount } from "./account-held.server";

export interface RoleGrant {
  userId: string;
  role: Role;
  agencyId: string | null;
  /** first day (Kyiv); null or a day gone by = at once */
  fromOn: string | null;
}

/** Gives a role, for a body where the role is bound to one. Nobody gives roles to themselves. */
export async function grantRole(db: Db, actor: Actor, now: string, grant: RoleGrant): Promise<void> {
  const starts = grant.fromOn === null ? now : startOfKyivDay(grant.fromOn);
  try {
    await inTransaction(db, { actorId: actor.userId, action: "grant_role", now }, async (trx) => {
      await allowedAccount(trx, actor, now, { action: "grant_role", userId: grant.userId, role: grant.role });
      if (grant.agencyId === null && AGENCY_ROLES.includes(grant.role)) throw new DomainError("grant_needs_agency", { field: "agencyId" });
      if (grant.agencyId !== null && (await findAgencyId(trx, grant.agencyId)) === null) throw new DomainError("not_found");
      await insertGrant(trx, { ...grant, fromAt: starts > now ? starts : now, grantedBy: actor.userId });
    });
  } catch (error) {
    if (violatedConstraint(error) === "role_grant_open_uq") throw new DomainError("grant_held_already", { field: "role" });
    throw error;
  }
}
