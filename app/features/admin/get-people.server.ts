import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { type ListedAccount, listAccounts } from "~db/queries/accounts";
import type { Db } from "~db/client.server";

/** Accounts with the roles they hold now; `search` is part of a name or login. */
export async function getPeople(db: Db, actor: Actor, now: string, filter: { search?: string; agencyId?: string }): Promise<ListedAccount[]> {
  const permission = can(actor, "manage_users");
  if (!permission.ok) throw new DomainError(permission.reason);
  return listAccounts(db, filter, now, kyivDateOf(now));
}
