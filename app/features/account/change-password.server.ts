import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { findAccount, findPasswordHash, setPassword } from "~db/queries/accounts";
import { setResetLinksUsed } from "~db/queries/reset-links";
import { setOtherSessionsRevoked } from "~db/queries/sessions";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { acceptPassword } from "./new-password.server";
import { isPassword } from "./password.server";
import { blockedUntil, countAttempt, forgiveAttempt, throttleKeys } from "./sign-in-throttle.server";
import { minutesUntil } from "./instants";

interface PasswordChange {
  current: string;
  next: string;
  /** the session that stays open; every other one ends */
  keptTokenHash: string;
  network: string;
}

/** Changes one's own password; guessing the present one is slowed as signing in is. Returns how many sessions it ended. */
export async function changePassword(db: Db, actor: Actor, now: string, change: PasswordChange): Promise<{ ended: number } | { waitMinutes: number }> {
  const permission = can(actor, "change_own_password", { userId: actor.userId });
  if (!permission.ok) throw new DomainError(permission.reason);
  const account = await findAccount(db, actor.userId);
  if (account === null) throw new DomainError("not_found");
  const keys = throttleKeys(`change:${account.id}`, change.network);
  const until = await blockedUntil(db, keys, now);
  if (until !== null) return { waitMinutes: minutesUntil(now, until) };
  await countAttempt(db, keys, now);
  if (!(await isPassword(await findPasswordHash(db, actor.userId), change.current))) throw new DomainError("password_wrong", { field: "currentPassword" });
  await forgiveAttempt(db, keys);
  const hash = await acceptPassword(change.next, account.login, "newPassword");
  return inTransaction(db, { actorId: actor.userId, action: "change_password", now }, async (trx) => {
    await setPassword(trx, actor.userId, { hash, mustChange: false, now });
    await setResetLinksUsed(trx, actor.userId, null, now);
    return { ended: await setOtherSessionsRevoked(trx, actor.userId, change.keptTokenHash, now) };
  });
}
