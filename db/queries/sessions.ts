import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db, Trx } from "../client.server";
import type { DB } from "../schema";

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
}

const isOpenAt = (now: string) => (eb: ExpressionBuilder<DB, "role_grant">) =>
  eb.and([eb("role_grant.from_at", "<=", now), eb.or([eb("role_grant.to_at", "is", null), eb("role_grant.to_at", ">", now)])]);

/** The session with its person and the grants open at `now`, in one select; null when there is none. Judges nothing. */
export async function findSession(db: Db, tokenHash: string, now: string): Promise<SessionRow | null> {
  const row = await db
    .selectFrom("session")
    .innerJoin("user_account", "user_account.id", "session.user_id")
    .leftJoin("password_credential", "password_credential.user_id", "session.user_id")
    .select((eb) => [
      "session.token_hash as tokenHash", "session.user_id as userId", "session.device_hash as deviceHash",
      "session.seen_at as seenAt", "session.expires_at as expiresAt", "session.revoked_at as revokedAt",
      "login", "name_uk as nameUk", "name_en as nameEn", "language", "ceiling", "ends_on as endsOn",
      eb.fn.coalesce("password_credential.must_change", sql<boolean>`false`).as("mustChange"),
      sql<number | null>`(select (value #>> '{}')::integer from setting where key = 'session_idle_minutes')`.as("idleMinutes"),
      jsonArrayFrom(
        eb.selectFrom("role_grant")
          .leftJoin("agency_name", (join) => join.onRef("agency_name.agency_id", "=", "role_grant.agency_id")
            .on("agency_name.from_on", "<=", sql<string>`(${now}::timestamptz at time zone 'Europe/Kyiv')::date`)
            .on((on) => on.or([on("agency_name.to_on", "is", null), on("agency_name.to_on", ">=", sql<string>`(${now}::timestamptz at time zone 'Europe/Kyiv')::date`)])))
          .select(["role_grant.role", "role_grant.agency_id as agencyId", "abbr_uk as abbrUk", "abbr_en as abbrEn"])
          .whereRef("role_grant.user_id", "=", "session.user_id")
          .where(isOpenAt(now))
          .orderBy("role_grant.from_at").orderBy("role_grant.role"),
      ).as("grants"),
    ])
    .where("session.token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row ?? null;
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
