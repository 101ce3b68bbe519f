/** Who is asking: the session's cookie → the session → the person, their open grants and their ceiling. */
import type { Actor } from "~/domain/permissions";
import { kyivDateOf } from "~/domain/dates";
import { actorOf } from "~/features/account/actor";
import { isSeenStale, type SessionState, sessionState } from "~/features/account/session-limits";
import { findSession, type SessionRow, setSessionSeen } from "~db/queries/sessions";
import { readCookie, sessionCookieName } from "./cookies";
import { deviceHash } from "./device.server";
import { sha256Hex } from "./digest";
import type { RequestContext } from "./load-context";

export interface Person {
  actor: Actor;
  session: SessionRow;
}

interface Recognised {
  /** null: nobody is signed in */
  person: Person | null;
  /** whose session it was, when it has ended: what they typed can be kept for them */
  formerUserId: string | null;
}

const NOBODY: Recognised = { person: null, formerUserId: null };
const known = new WeakMap<RequestContext, Promise<Recognised>>();

/** Asked once a request, however many loaders it runs. */
export function recognise(request: Request, context: RequestContext): Promise<Recognised> {
  const asked = known.get(context) ?? read(request, context);
  known.set(context, asked);
  return asked;
}

async function read(request: Request, context: RequestContext): Promise<Recognised> {
  const token = readCookie(request.headers.get("Cookie"), sessionCookieName(context.secure));
  if (!token) return NOBODY;
  const now = context.now();
  const session = await findSession(context.db, sha256Hex(token), now);
  // a session belongs to the browser that opened it: a token copied elsewhere opens nothing
  if (session === null || session.deviceHash !== deviceHash(context.deviceId)) return NOBODY;
  // the day is looked up only for an account that has a last one
  const state: SessionState = sessionState(session, now, session.endsOn === null ? "" : kyivDateOf(now));
  if (state === "account_ended") return NOBODY;
  if (state !== "open") return { person: null, formerUserId: session.userId };
  if (isSeenStale(session.seenAt, now)) await setSessionSeen(context.db, session.tokenHash, now);
  return { person: { session, actor: actorOf(session) }, formerUserId: null };
}
