import { plusMinutes } from "./instants";

/** Without a request for this long a session ends; the setting session_idle_minutes changes it. */
export const IDLE_MINUTES = 60;

/** However busy, a session ends after this long; the setting session_absolute_minutes changes it. */
export const ABSOLUTE_MINUTES = 12 * 60;

/** How often the time of the last request is written: not every page needs to cost a write. */
const SEEN_EVERY_MINUTES = 1;

interface SessionFacts {
  seenAt: string;
  expiresAt: string;
  revokedAt: string | null;
  idleMinutes: number | null;
  /** last day of the account, a Kyiv date */
  endsOn: string | null;
}

export type SessionState = "open" | "idle" | "expired" | "revoked" | "account_ended";

/** What a session is worth at `now` (an instant), `today` being the Kyiv date. Its last minute still counts. */
export function sessionState(session: SessionFacts, now: string, today: string): SessionState {
  if (session.revokedAt !== null) return "revoked";
  if (session.endsOn !== null && session.endsOn < today) return "account_ended";
  if (session.expiresAt <= now) return "expired";
  return plusMinutes(session.seenAt, session.idleMinutes ?? IDLE_MINUTES) < now ? "idle" : "open";
}

export const isSeenStale = (seenAt: string, now: string): boolean => plusMinutes(seenAt, SEEN_EVERY_MINUTES) <= now;
