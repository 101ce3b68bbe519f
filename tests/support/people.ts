import { randomBytes, randomUUID } from "node:crypto";
import type { Role } from "~/domain/roles";
import { hashPassword } from "~/features/account/password.server";
import { deviceHash, newDeviceId } from "~/web/device.server";
import { sha256Hex } from "~/web/digest";
import type { Db } from "~db/client.server";

export const PASSWORD = "correct horse battery staple";
let passwordHash: Promise<string> | undefined;

export interface TestPerson {
  id: string;
  login: string;
  /** cookies of a browser this person is signed in with */
  cookies: string;
  deviceId: string;
  token: string;
}

interface PersonFacts {
  login?: string;
  roles?: (Role | { role: Role; agencyId: string })[];
  ceiling?: "public" | "internal" | "restricted";
  endsOn?: string;
  password?: boolean;
}

/** The stamp every installation has; call before anything that signs. */
export async function anInstallation(db: Db): Promise<void> {
  await db.insertInto("installation").values({ kind: "demo", signing_secret: "s".repeat(43) }).onConflict((oc) => oc.doNothing()).execute();
}

/** An account with its grants, signed in since `now` in a browser of its own. */
export async function aPerson(db: Db, now: string, facts: PersonFacts = {}): Promise<TestPerson> {
  const login = facts.login ?? `person-${randomUUID().slice(0, 8)}`;
  const { id } = await db.insertInto("user_account")
    .values({ login, name_uk: `Особа ${login}`, name_en: `Person ${login}`, ceiling: facts.ceiling ?? "internal", ends_on: facts.endsOn ?? null, created_at: now })
    .returning("id").executeTakeFirstOrThrow();
  for (const grant of facts.roles ?? []) {
    const { role, agencyId } = typeof grant === "string" ? { role: grant, agencyId: null } : grant;
    await db.insertInto("role_grant").values({ user_id: id, role, agency_id: agencyId, from_at: now }).execute();
  }
  if (facts.password) {
    passwordHash ??= hashPassword(PASSWORD);
    await db.insertInto("password_credential").values({ user_id: id, hash: await passwordHash, changed_at: now }).execute();
  }
  return { id, login, ...(await aSession(db, now, id)) };
}

/** A session opened at `now`, twelve hours long, without going through the sign-in page. */
export async function aSession(db: Db, now: string, userId: string): Promise<Pick<TestPerson, "cookies" | "deviceId" | "token">> {
  const deviceId = newDeviceId();
  const token = randomBytes(32).toString("base64url");
  await db.insertInto("session").values({
    token_hash: sha256Hex(token), user_id: userId, device_hash: deviceHash(deviceId), created_at: now, seen_at: now,
    expires_at: new Date(Date.parse(now) + 12 * 3_600_000).toISOString(), network: "192.0.2.0/24",
  }).execute();
  return { deviceId, token, cookies: `device=${deviceId}; session=${token}` };
}

/** A body with its name of today. */
export async function anAgency(db: Db, code: string): Promise<string> {
  const { id } = await db.insertInto("agency").values({ code, kind: "service" }).returning("id").executeTakeFirstOrThrow();
  await db.insertInto("agency_name").values({ agency_id: id, name_uk: `Орган ${code}`, name_en: `Body ${code}`, abbr_uk: code, abbr_en: code }).execute();
  return id;
}
