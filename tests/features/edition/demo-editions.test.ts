/**
 * The editions of the demonstration, each computed anew from the facts at its cut-off: now, and after everything that can
 * happen later has happened (corrections, interruptions, amendments, verdicts, a new rules version, closed values).
 */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recomputeEdition } from "~/features/edition/recompute-edition.server";
import { findEdition, findPreparation, listEditionIds, listPreparations } from "~db/queries/editions";
import { inTransaction } from "~db/transaction.server";
import { accountId } from "../../../seeds/demo/accounts";
import { measureId, planId } from "../../../seeds/demo/plan-draft";
import { toldEditions } from "../../../seeds/demo/editions";
import { NOW, PAST, RUNNING, useDemoScorecards } from "../../support/demo-scorecard";

const { database } = useDemoScorecards();
const recomputed = async () => Promise.all((await listEditionIds(database.db)).map((id) => recomputeEdition(database.db, id)));
const names = (told: { planCode: string; periodKey: string; ceiling: string; no: number }[]) => told.map((each) => `${each.planCode} ${each.periodKey} ${each.ceiling} ${each.no}`);
const EVERY = [`${PAST} 2020 internal 1`, `${PAST} 2020 public 1`, `${RUNNING} 2026-Q1 public 1`, `${RUNNING} 2026-Q1 public 2`, `${RUNNING} 2026-Q2 internal 1`, `${RUNNING} 2026-Q2 public 1`];

describe("editions of the demonstration", () => {
  it("each recomputes to the same hash and figures", async () => {
    const all = await recomputed();
    expect(names(all)).toEqual(EVERY);
    expect(all.filter(({ isSame }) => !isSame)).toEqual([]);
  });

  it("the year 2020 is released with 51 of 79, its backlog challenged", async () => {
    const [, id = ""] = await listEditionIds(database.db);
    const edition = (await findEdition(database.db, { id }))!;
    expect(edition.figures.plan.implementation).toMatchObject({ counts: { due: "79", achieved: "51", reported: "75", measuresDue: "46" }, rate: { exact: "51/79", printed: "64.6" } });
    expect(edition.challenges.findings.find(({ code }) => code === "backlog")!.items[0]!.said).toMatchObject({ carriedOut: "28" });
    expect([edition.preparedBy.id, edition.release.by.id]).toEqual([accountId("coordinator"), accountId("leadership")]);
  });

  it("the corrected quarter says what was corrected, from what to what and why", async () => {
    const editions = await listPreparations(database.db, ["public"]);
    const second = (await findEdition(database.db, { id: editions.find(({ release }) => release?.no === 2)!.id }))!;
    expect(second.release.changes!.indicators).toMatchObject([{ code: "SO3.M3.I1", was: { printed: "14" }, is: { printed: "11" }, why: "correction", reasonDigest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(editions.filter(({ release }) => release?.isLatest).length).toBe(3);
  });

  it("move with the story, and the last closed quarter waits for its release", () => {
    expect(toldEditions("2026-11-25").map(({ period, releasedAt }) => (releasedAt === null ? `${period} waits` : period))).toEqual(["2020", "2020", "2026-Q1", "2026-Q1", "2026-Q2", "2026-Q2", "2026-Q3 waits"]);
    expect(toldEditions("2035-06-01").map(({ period }) => period)).toEqual(["2020", "2020", "2034-Q1", "2034-Q1", "2034-Q2", "2034-Q2", "2035-Q1"]);
    expect(toldEditions("2026-02-01").at(-1)!.period, "no quarter of the running plan is closed").toBe("2026-Q2");
  });

  it("what happens later changes none of them", async () => {
    const { db } = database;
    const now = NOW;
    const everyone = await db.selectFrom("measurement_version as v").innerJoin("measurement as m", "m.id", "v.measurement_id").innerJoin("indicator as i", "i.id", "m.indicator_id")
      .select(["v.measurement_id", (eb) => eb.fn.max("v.no").as("no")]).where("i.plan_id", "in", [planId(PAST), planId(RUNNING)]).groupBy("v.measurement_id").execute();
    await inTransaction(db, { actorId: accountId("focal.sbgs"), action: "correct_value", now }, async (trx) => {
      for (const { measurement_id, no } of everyone) {
        await trx.insertInto("measurement_version").values({
          measurement_id, no: no + 1, base_no: no, kind: "missing", reason_code: "lost", access: no % 2 === 0 ? "public" : "internal", author_id: accountId("focal.sbgs"), idem_key: randomUUID(), recorded_at: now,
        }).execute();
        await trx.insertInto("verification").values({ measurement_id, no: no + 1, seq: 1, decision: "accepted", by_id: accountId("evaluator.icmpd"), recorded_at: now }).execute();
      }
      const disruption = randomUUID();
      await trx.insertInto("disruption").values({ id: disruption }).execute();
      await trx.insertInto("disruption_version").values({ disruption_id: disruption, no: 1, what_uk: "-", what_en: "-", from_on: "2020-01-01", withdrawn: false, recorded_at: now, recorded_by: accountId("coordinator") }).execute();
      await trx.insertInto("disruption_scope").values({ disruption_id: disruption, no: 1, measure_id: measureId(PAST, "1.1.1.1"), effect: "pause" }).execute();
      const method = await trx.selectFrom("method_version").selectAll().orderBy("no", "desc").executeTakeFirstOrThrow();
      await trx.insertInto("method_version").values({
        no: method.no + 1, thresholds: JSON.stringify({ coverage_withheld_below: 95, coverage_final_from: 99, partial_from: 50 }), bands: JSON.stringify(method.bands), in_force_from: "2020-01-01", decision_ref: "-", recorded_at: now,
      }).execute();
      for (const code of [PAST, RUNNING]) {
        await trx.insertInto("plan_version").values({ plan_id: planId(code), no: 9, title_uk: "-", title_en: "-", in_force_from: "2019-06-01", recorded_at: now, accepted_at: now }).execute();
      }
    });
    const all = await recomputed();
    expect(names(all)).toEqual(EVERY);
    expect(all.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(await findPreparation(db, all[0]!.id)).toMatchObject({ inputHash: all[0]!.inputHash.is });
  });
});
