import { seedReference } from "../../seeds/run";
import type { Db } from "~db/client.server";
import type { Cast } from "./plan-rows";
import { PER_PLAN } from "./shape";

/** Reference data, two people, and the territories that values are broken down by. */
export async function castOf(db: Db): Promise<Cast> {
  await seedReference(db, "2025-12-01T07:00:00.000Z");
  const people = await db.insertInto("user_account").values(["author", "evaluator"].map((login) => ({ login, name_uk: login, name_en: login }))).returning("id").execute();
  const agencies = await db.selectFrom("agency").select("id").orderBy("code").execute();
  const total = await db.selectFrom("breakdown").select("id").where("key", "=", "total").executeTakeFirstOrThrow();
  const keys = Array.from({ length: PER_PLAN.breakdowns - 1 }, (_, index) => ({ key: `territory/${index + 1}` }));
  const parts = await db.insertInto("breakdown").values(keys).returning("id").execute();
  return { agencies: agencies.map(({ id }) => id), author: people[0]!.id, evaluator: people[1]!.id, breakdowns: [total.id, ...parts.map(({ id }) => id)] };
}
