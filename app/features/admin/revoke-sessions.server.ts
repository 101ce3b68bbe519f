import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import { recordAct } from "~db/queries/audit";
import { findSessionByDigest, setOtherSessionsRevoked, setSessionRevoked } from "~db/queries/sessions";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

/** Signs a person out everywhere. Returns how many sessions ended. */
export async function revokeSessions(db: Db, actor: Actor, now: string, userId: string): Promise<number> {
  check(actor, userId);
  return inTransaction(db, { actorId: actor.userId, action: "revoke_sessions", now }, async (trx) => {
    const ended = await setOtherSessionsRevoked(trx, userId, null, now);
    await recordAct(trx, "revoke_sessions", { user: userId, ended });
    return ended;
  });
}

/** Ends one session, known by the digest of its token. */
export async function revokeSession(db: Db, actor: Actor, now: string, tokenHash: string): Promise<void> {
  const session = await findSessionByDigest(db, tokenHash);
  if (session === null) throw new DomainError("not_found");
  check(actor, session.userId);
  await inTransaction(db, { actorId: actor.userId, action: "revoke_sessions", now }, async (trx) => {
    await setSessionRevoked(trx, tokenHash, now);
    await recordAct(trx, "revoke_sessions", { user: session.userId, ended: 1 });
  });
}

function check(actor: Actor, userId: string): void {
  const permission = can(actor, "revoke_sessions", { userId });
  if (!permission.ok) throw new DomainError(permission.reason);
}
