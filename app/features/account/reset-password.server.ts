/** A forgotten or first password: a one-time link, shown once to whoever may give it, good for a day. */
import { createHash, randomBytes } from "node:crypto";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import { findAccount, setPassword } from "~db/queries/accounts";
import { listGrants } from "~db/queries/grants";
import { findGoodResetLink, insertResetLink, setResetLinksUsed } from "~db/queries/reset-links";
import { setOtherSessionsRevoked } from "~db/queries/sessions";
import type { Db, Trx } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { plusMinutes } from "./instants";
import { acceptPassword } from "./new-password.server";
import { actorOf } from "./actor";

const GOOD_FOR_MINUTES = 24 * 60;
const digest = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes a link for an account and uses earlier ones up. The path is the only place where its token ever is. */
export async function createResetLink(db: Db, actor: Actor, now: string, userId: string): Promise<string> {
  const account = await findAccount(db, userId);
  if (account === null) throw new DomainError("not_found");
  const permission = can(actor, "reset_password", { userId, userRoles: await rolesOf(db, now, userId) });
  if (!permission.ok) throw new DomainError(permission.reason);
  return inTransaction(db, { actorId: actor.userId, action: "create_reset_link", now }, (trx) => insertLink(trx, userId, actor.userId, now));
}

/** For an operator at the server (command line), who stands outside accounts. */
export async function createResetLinkByOperator(db: Db, now: string, userId: string): Promise<string> {
  return inTransaction(db, { actorId: null, action: "create_reset_link", now }, (trx) => insertLink(trx, userId, null, now));
}

/** The row of a new link, inside the transaction that makes the account. Returns its path. */
export async function insertLink(trx: Trx, userId: string, createdBy: string | null, now: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await setResetLinksUsed(trx, userId, null, now);
  await insertResetLink(trx, { tokenHash: digest(token), userId, createdBy, now, expiresAt: plusMinutes(now, GOOD_FOR_MINUTES) });
  return `/reset/${token}`;
}

/**
 * Whose link it is; not_found when it was used, has expired or never was. Nor is it good any more when its giver could
 * not give it now: a link kept back from before the account was given more would open what its giver may not open.
 */
export async function findReset(db: Db, now: string, token: string): Promise<{ userId: string; login: string }> {
  const link = await findGoodResetLink(db, digest(token), now, kyivDateOf(now));
  if (link === null || (link.createdBy !== null && !(await mayGive(db, now, link.createdBy, link.userId)))) throw new DomainError("not_found");
  return link;
}

async function mayGive(db: Db, now: string, giverId: string, userId: string): Promise<boolean> {
  const giver = await findAccount(db, giverId);
  if (giver === null || (giver.endsOn !== null && giver.endsOn < kyivDateOf(now))) return false;
  const grants = (await listGrants(db, giverId)).filter(({ fromAt, toAt }) => fromAt <= now && (toAt === null || toAt > now));
  return can(actorOf({ userId: giverId, ceiling: giver.ceiling, grants }), "reset_password", { userId, userRoles: await rolesOf(db, now, userId) }).ok;
}

/** Roles held now or later. */
async function rolesOf(db: Db, now: string, userId: string): Promise<Role[]> {
  return (await listGrants(db, userId)).filter(({ toAt }) => toAt === null || toAt > now).map(({ role }) => role as Role);
}

/** Sets the password once and ends every session of the account. */
export async function resetPassword(db: Db, now: string, input: { token: string; password: string }): Promise<void> {
  const { userId, login } = await findReset(db, now, input.token);
  const hash = await acceptPassword(input.password, login, "newPassword");
  await inTransaction(db, { actorId: userId, action: "reset_password", now }, async (trx) => {
    if (!(await setResetLinksUsed(trx, userId, digest(input.token), now))) throw new DomainError("not_found");
    await setPassword(trx, userId, { hash, mustChange: false, now });
    await setOtherSessionsRevoked(trx, userId, null, now);
  });
}
