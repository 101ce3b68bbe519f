import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import type { ReportingStory } from "./reporting-story";

/** A value of the story's first body for 2026, submitted by one person, accepted by another, both recorded at a moment. */
export async function aVerifiedValue(db: Db, story: ReportingStory, code: string, value: string, at: string): Promise<void> {
  const author = await story.person("focal", "focal_point", "SBGS");
  const evaluator = await story.person("judge", "evaluator");
  await inTransaction(db, { actorId: author.userId, action: "submit_value", now: at }, async (trx) => {
    await trx.insertInto("breakdown").values({ key: "total" }).onConflict((oc) => oc.doNothing()).execute();
    const breakdown = await trx.selectFrom("breakdown").select("id").where("key", "=", "total").executeTakeFirstOrThrow();
    await trx.insertInto("period").values({ key: "2026", kind: "year", starts_on: "2026-01-01", ends_on: "2026-12-31" }).onConflict((oc) => oc.doNothing()).execute();
    const { id } = await trx.insertInto("measurement")
      .values({ indicator_id: story.indicatorId(code), agency_id: story.agencyId("SBGS"), period_key: "2026", breakdown_id: breakdown.id })
      .returning("id").executeTakeFirstOrThrow();
    await trx.insertInto("measurement_version").values({ measurement_id: id, no: 1, kind: "number", value, author_id: author.userId, idem_key: code, recorded_at: at }).execute();
    await trx.insertInto("verification").values({ measurement_id: id, no: 1, seq: 1, decision: "accepted", by_id: evaluator.userId, recorded_at: at }).execute();
  });
}
