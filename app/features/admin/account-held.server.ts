import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import type { Action, Role } from "~/domain/roles";
import { type AccountRow, lockAccount } from "~db/queries/accounts";
import { listGrants } from "~db/queries/grants";
import type { Db, Trx } from "~db/client.server";

/** The roles a person holds at `now` or will hold. */
export async function heldRoles(db: Db | Trx, userId: string, now: string): Promise<Role[]> {
  const grants = await listGrants(db, userId);
  return [...new Set(grants.filter(({ toAt }) => toAt === null || toAt > now).map(({ role }) => role as Role))];
}

/** The account, locked until the transaction ends, if the actor may do this to it; throws the reason otherwise. */
export async function allowedAccount(
  trx: Trx, actor: Actor, now: string, act: { action: Action; userId: string; role?: Role },
): Promise<AccountRow & { roles: Role[] }> {
  const found = await lockAccount(trx, act.userId);
  const roles = found ? await heldRoles(trx, act.userId, now) : [];
  const permission = can(actor, act.action, { userId: act.userId, userRoles: roles, role: act.role });
  if (!permission.ok) throw new DomainError(permission.reason);
  if (found === null) throw new DomainError("not_found");
  return { ...found, roles };
}
