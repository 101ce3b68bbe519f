import { sql } from "kysely";
import type { Db, Trx } from "../client.server";
import { PREPARED } from "../prepared";
import { type Standing, standingNow } from "./freshness";

interface GrantRow {
  role: string;
  agencyId: string | null;
  /** the body's abbreviation today */
  abbrUk: string | null;
  abbrEn: string | null;
}

export interface SessionRow {
  tokenHash: string;
  userId: string;
  deviceHash: string;
  seenAt: string;
  expiresAt: string;
  revokedAt: string | null;
  /** minutes without a request after which the session ends, if the installation sets its own */
  idleMinutes: number | null;
  login: string;
  nameUk: string;
  nameEn: string;
  language: string;
  ceiling: string;
  endsOn: string | null;
  mustChange: boolean;
  grants: GrantRow[];
  /** of the records, as this select saw them */
  standing: Standing;
}

/**
 * The session with its person and the grants open at `now`, in one select; null when there is none. Judges nothing.
 * Every request asks this, so it is written out and prepared: building and planning it would cost more than running it.
 */
export async function findSession(db: Db, tokenHash: string, now: string): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`${PREPARED}
    select s.token_hash as "tokenHash", s.user_id as "userId", s.device_hash as "deviceHash", s.seen_at as "seenAt",
      s.expires_at as "expiresAt", s.revoked_at as "revokedAt", u.login, u.name_uk as "nameUk", u.name_en as "nameEn",
      u.language, u.ceiling, u.ends_on as "endsOn", coalesce(p.must_change, false) as "mustChange",
      (select (value #>> '{}')::integer from setting where key = 'session_idle_minutes') as "idleMinutes",
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'agencyId', g.agency_id, 'abbrUk', n.abbr_uk, 'abbrEn', n.abbr_en)
          order by g.from_at, g.role)
        from role_grant g
        left join agency_name n on n.agency_id = g.agency_id and n.from_on <= day.today and (n.to_on is null or n.to_on >= day.today)
        where g.user_id = s.user_id and g.from_at <= ${now}::timestamptz and (g.to_at is null or g.to_at > ${now}::timestamptz)), '[]') as grants,
      ${standingNow} as standing
    from session s
    join user_account u on u.id = s.user_id
    left join password_credential p on p.user_id = s.user_id
    cross join (select (${now}::timestamptz at time zone 'Europe/Kyiv')::date as today) day
    where s.token_hash = ${tokenHash}`.execute(db);
  return rows[0] ?? null;
}

interface NewSession {
  tokenHash: string;
  userId: string;
  deviceHash: string;
  network: string;
  now: string;
  expiresAt: string;
}

export async function insertSession(trx: Trx, session: NewSession): Promise<void> {
  await trx.insertInto("session").values({
    token_hash: session.tokenHash, user_id: session.userId, device_hash: session.deviceHash, network: session.network,
    created_at: session.now, seen_at: session.now, expires_at: session.expiresAt,
  }).execute();
}

export async function setSessionSeen(db: Db, tokenHash: string, now: string): Promise<void> {
  await db.updateTable("session").set({ seen_at: now }).where("token_hash", "=", tokenHash).execute();
}

/** Ends one session; nothing happens when it has ended already. */
export async function setSessionRevoked(db: Db | Trx, tokenHash: string, now: string): Promise<void> {
  await db.updateTable("session").set({ revoked_at: now })
    .where("token_hash", "=", tokenHash).where("revoked_at", "is", null).execute();
}

/** Ends every session of a person but the one named; returns how many. */
export async function setOtherSessionsRevoked(trx: Trx, userId: string, keptTokenHash: string | null, now: string): Promise<number> {
  const result = await trx.updateTable("session").set({ revoked_at: now })
    .where("user_id", "=", userId).where("revoked_at", "is", null).where("expires_at", ">", now)
    .where("token_hash", "!=", keptTokenHash ?? "")
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Sessions that can still be used at `now`, latest first. */
export async function listOpenSessions(db: Db, now: string, idleSince: string, userId: string | null = null) {
  let query = db
    .selectFrom("session")
    .innerJoin("user_account", "user_account.id", "session.user_id")
    .select(["session.token_hash as tokenHash", "session.user_id as userId", "login", "name_uk as nameUk", "name_en as nameEn",
      "session.created_at as createdAt", "session.seen_at as seenAt", "session.expires_at as expiresAt", "network"])
    .where("revoked_at", "is", null).where("expires_at", ">", now).where("seen_at", ">", idleSince);
  if (userId !== null) query = query.where("session.user_id", "=", userId);
  return query.orderBy("seen_at", "desc").limit(500).execute();
}

export async function findKnownDevice(db: Db, userId: string, deviceHash: string): Promise<boolean> {
  const row = await db.selectFrom("known_device").select("user_id")
    .where("user_id", "=", userId).where("device_hash", "=", deviceHash).executeTakeFirst();
  return row !== undefined;
}

export async function setKnownDevice(trx: Trx, userId: string, deviceHash: string, now: string): Promise<void> {
  await trx.insertInto("known_device").values({ user_id: userId, device_hash: deviceHash, seen_at: now })
    .onConflict((oc) => oc.columns(["user_id", "device_hash"]).doUpdateSet({ seen_at: now })).execute();
}

/** A setting in minutes, or null when the installation keeps the default. */
export async function findMinutesSetting(db: Db | Trx, key: string): Promise<number | null> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  return typeof row?.value === "number" ? row.value : null;
}

export async function findSessionByDigest(db: Db, tokenHash: string): Promise<{ userId: string } | null> {
  const row = await db.selectFrom("session").select("user_id as userId").where("token_hash", "=", tokenHash).executeTakeFirst();
  return row ?? null;
}
