/**
 * Slows guessing down, for an account (whether it exists or not) and for a network. An attempt is counted before the
 * password is looked at, so that many at once are each counted; the right password takes its attempt back. The rows
 * are in the database: a restart forgives nothing.
 */
import { addAttempt, deleteThrottle, listThrottles, removeAttempt, setBlockedUntil } from "~db/queries/sign-in-throttle";
import type { Db } from "~db/client.server";
import { createHash } from "node:crypto";
import { plusMinutes } from "./instants";

/** Attempts that cost nothing: a person mistypes; behind one address there may be a whole ministry. */
const FREE_ATTEMPTS = { account: 5, network: 30 };
const FIRST_WAIT_MINUTES = 0.5;
const LONGEST_WAIT_MINUTES = 15;
/** After this long without a failure the count starts anew. */
const FORGOTTEN_AFTER_MINUTES = 24 * 60;

type Kind = keyof typeof FREE_ATTEMPTS;

interface ThrottleKeys {
  account: string;
  network: string;
}

/** Logins are kept as digests: what people type into the wrong box is often their password. */
export function throttleKeys(login: string, network: string): ThrottleKeys {
  return { account: `account:${createHash("sha256").update(login.trim().toLowerCase()).digest("hex")}`, network: `network:${network}` };
}

/** Minutes to wait after so many failures: half a minute, doubling, at most fifteen; 0 while attempts are free. */
export function waitMinutes(kind: Kind, failures: number): number {
  const beyond = failures - FREE_ATTEMPTS[kind];
  return beyond < 0 ? 0 : Math.min(FIRST_WAIT_MINUTES * 2 ** Math.min(beyond, 10), LONGEST_WAIT_MINUTES);
}

/** Until when attempts are refused, or null. */
export async function blockedUntil(db: Db, keys: ThrottleKeys, now: string): Promise<string | null> {
  const rows = await listThrottles(db, [keys.account, keys.network]);
  const ends = rows.flatMap(({ blockedUntil: end }) => (end !== null && end > now ? [end] : []));
  return ends.sort().at(-1) ?? null;
}

/** Counts the attempt under both keys. Returns until when the next ones are refused, or null. */
export async function countAttempt(db: Db, keys: ThrottleKeys, now: string): Promise<string | null> {
  const ends: string[] = [];
  for (const kind of ["account", "network"] as const) {
    const failures = await addAttempt(db, keys[kind], now, plusMinutes(now, -FORGOTTEN_AFTER_MINUTES));
    const wait = waitMinutes(kind, failures);
    if (wait === 0) continue;
    const end = plusMinutes(now, wait);
    await setBlockedUntil(db, keys[kind], end);
    ends.push(end);
  }
  return ends.sort().at(-1) ?? null;
}

/** The password was right: the account's failures are forgotten, the network keeps those of others. */
export async function forgiveAttempt(db: Db, keys: ThrottleKeys): Promise<void> {
  await deleteThrottle(db, keys.account);
  await removeAttempt(db, keys.network);
}
