import { DomainError } from "~/domain/errors";
import { plusMinutes } from "~/features/account/instants";
import { IDLE_MINUTES } from "~/features/account/session-limits";
import { type Actor, can } from "~/domain/permissions";
import { GRANTABLE, type Role } from "~/domain/roles";
import { findAccount } from "~db/queries/accounts";
import { listAgencies } from "~db/queries/agencies";
import { listGrants } from "~db/queries/grants";
import { listOpenSessions } from "~db/queries/sessions";
import type { Db } from "~db/client.server";
import { kyivDateOf } from "~/domain/dates";
import { heldRoles } from "./account-held.server";

/** One account for whoever manages accounts, with what this actor may do to it and why not. */
export async function getPerson(db: Db, actor: Actor, now: string, userId: string) {
  const permission = can(actor, "manage_users");
  if (!permission.ok) throw new DomainError(permission.reason);
  const account = await findAccount(db, userId);
  if (account === null) throw new DomainError("not_found");
  const userRoles = await heldRoles(db, userId, now);
  const may = (action: "manage_users" | "grant_role" | "reset_password" | "revoke_sessions") => {
    const answer = can(actor, action, { userId, userRoles });
    return answer.ok ? null : answer.reason;
  };
  const grantable = new Set(actor.grants.flatMap(({ role }) => GRANTABLE[role] ?? []));
  return {
    account,
    grants: await listGrants(db, userId),
    sessions: (await listOpenSessions(db, now, plusMinutes(now, -IDLE_MINUTES), userId)).length,
    agencies: await listAgencies(db, kyivDateOf(now)),
    roles: [...grantable].filter((role): role is Role => can(actor, "grant_role", { userId, userRoles, role }).ok),
    /** action → why not; null = allowed */
    refusals: { account: may("manage_users"), grant: may("grant_role"), reset: may("reset_password"), revoke: may("revoke_sessions") },
  };
}
