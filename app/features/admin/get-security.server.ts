import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { plusMinutes } from "~/features/account/instants";
import { IDLE_MINUTES } from "~/features/account/session-limits";
import { type Actor, can } from "~/domain/permissions";
import { listAccounts } from "~db/queries/accounts";
import { listActsOf } from "~db/queries/audit-acts";
import { openPurges } from "./open-purges.server";
import { findMinutesSetting, listOpenSessions } from "~db/queries/sessions";
import type { Db } from "~db/client.server";

/** Acts a security administrator watches: readings of restricted items, exports, grants, clearances, signing in. */
const WATCHED = [
  "read_restricted", "export_table", "download_evidence", "grant_role", "end_grant", "set_clearance", "create_account", "create_administrator",
  "create_reset_link", "reset_password", "sign_in", "sign_in_failed", "sign_in_throttled", "revoke_sessions", "request_purge", "confirm_purge",
] as const;
const WATCHED_AT_ONCE = 100;

/** One page of what to look at: who is in, what was read and taken, who is cleared for what, what waits for a second person. */
export async function getSecurity(db: Db, actor: Actor, now: string) {
  const permission = can(actor, "view_security_log");
  if (!permission.ok) throw new DomainError(permission.reason);
  const idle = (await findMinutesSetting(db, "session_idle_minutes")) ?? IDLE_MINUTES;
  return {
    sessions: await listOpenSessions(db, now, plusMinutes(now, -idle)),
    acts: await listActsOf(db, WATCHED, WATCHED_AT_ONCE),
    people: await listAccounts(db, {}, now, kyivDateOf(now)),
    purges: await openPurges(db),
  };
}
