import type { Kysely } from "kysely";
import type { CalendarDate } from "~/domain/facts";
import type { DB } from "../schema";

/** Number of the calculation rules in force on a day; 1 before any is recorded. */
export async function findRulesVersion(db: Kysely<DB>, on: CalendarDate): Promise<number> {
  const row = await db.selectFrom("method_version").select("no").where("in_force_from", "<=", on).orderBy("no", "desc").limit(1).executeTakeFirst();
  return row?.no ?? 1;
}
