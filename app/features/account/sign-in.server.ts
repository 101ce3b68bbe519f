import { kyivDateOf } from "~/domain/dates";
import { findAccountByLogin } from "~db/queries/accounts";
import { recordAct } from "~db/queries/audit";
import { findKnownDevice, findMinutesSetting, insertSession, setKnownDevice, setSessionRevoked } from "~db/queries/sessions";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { minutesUntil, plusMinutes } from "./instants";
import { isPassword } from "./password.server";
import { ABSOLUTE_MINUTES } from "./session-limits";
import { blockedUntil, countAttempt, forgiveAttempt, throttleKeys } from "./sign-in-throttle.server";

interface SignInAttempt {
  login: string;
  password: string;
  /** digest of the new session's token; the token itself never comes here */
  tokenHash: string;
  /** session the browser had before, ended by the new one */
  formerTokenHash: string | null;
  deviceHash: string;
  network: string;
}

type SignInResult =
  | { ok: true; userId: string; language: string }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "throttled"; minutes: number };

/**
 * Opens a session, or says no in one way for an unknown login, a wrong password and an account that has ended: the
 * same answer after the same work. From a browser the person used before, the right password works whatever goes on.
 */
export async function signIn(db: Db, now: string, attempt: SignInAttempt): Promise<SignInResult> {
  const keys = throttleKeys(attempt.login, attempt.network);
  const account = await findAccountByLogin(db, attempt.login.trim());
  const isKnownDevice = account !== null && (await findKnownDevice(db, account.id, attempt.deviceHash));
  const refusedUntil = await blockedUntil(db, keys, now);
  if (refusedUntil !== null && !isKnownDevice) return { ok: false, reason: "throttled", minutes: minutesUntil(now, refusedUntil) };

  const nextRefusedUntil = await countAttempt(db, keys, now);
  const isRight = await isPassword(account?.hash ?? null, attempt.password);
  const isEnded = account?.endsOn != null && account.endsOn < kyivDateOf(now);
  if (!isRight || account === null || isEnded) {
    await noteFailure(db, now, account?.id ?? null, attempt.network, refusedUntil === null && nextRefusedUntil !== null);
    return { ok: false, reason: "wrong" };
  }
  await forgiveAttempt(db, keys);
  await openSession(db, now, account.id, attempt);
  return { ok: true, userId: account.id, language: account.language };
}

/** Opens a session for somebody who has just proved who they are, by password or by a one-time code. */
export async function openSession(db: Db, now: string, userId: string, attempt: Omit<SignInAttempt, "login" | "password">): Promise<void> {
  await inTransaction(db, { actorId: userId, action: "sign_in", now }, async (trx) => {
    if (attempt.formerTokenHash !== null) await setSessionRevoked(trx, attempt.formerTokenHash, now);
    const minutes = (await findMinutesSetting(trx, "session_absolute_minutes")) ?? ABSOLUTE_MINUTES;
    await insertSession(trx, {
      tokenHash: attempt.tokenHash, userId, deviceHash: attempt.deviceHash, network: attempt.network, now, expiresAt: plusMinutes(now, minutes),
    });
    await setKnownDevice(trx, userId, attempt.deviceHash, now);
    await recordAct(trx, "sign_in", { network: attempt.network });
  });
}

/** A refused attempt is an act without an actor; the one that closes the door for a while says so. */
async function noteFailure(db: Db, now: string, userId: string | null, network: string, isThrottled: boolean): Promise<void> {
  const action = isThrottled ? "sign_in_throttled" : "sign_in_failed";
  await inTransaction(db, { actorId: null, action, now }, (trx) => recordAct(trx, action, { user: userId, network }));
}
