/** The demonstration's three plans as their accounts see them, for tests of reading. Seeded once a file: it takes seconds. */
import type { Actor } from "~/domain/permissions";
import { actorOf } from "~/features/account/actor";
import type { Db } from "~db/client.server";
import { seedDemo } from "../../seeds/run";

export const DEMO_DAY = "2026-11-24";
/** noon in Kyiv on the demonstration's day */
export const DEMO_NOW = "2026-11-24T10:00:00.000Z";

/** `withPages`: those of the public site too, which takes seconds more. */
export async function demoPlans(db: Db, { withPages = false } = {}): Promise<void> {
  await db.insertInto("installation").values({ kind: "demo", signing_secret: "s".repeat(43) }).onConflict((oc) => oc.doNothing()).execute();
  await seedDemo(db, { today: DEMO_DAY, withPages });
}

/** Somebody of the demonstration, by login ("reader", "coordinator", "focal.scs"). */
export async function demoActor(db: Db, login: string): Promise<Actor> {
  const user = await db.selectFrom("user_account").select(["id", "ceiling"]).where("login", "=", login).executeTakeFirstOrThrow();
  const grants = await db.selectFrom("role_grant").select(["role", "agency_id"]).where("user_id", "=", user.id).where("to_at", "is", null).execute();
  return actorOf({ userId: user.id, ceiling: user.ceiling, grants: grants.map(({ role, agency_id }) => ({ role, agencyId: agency_id })) });
}
