import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import type { Actor } from "~/domain/permissions";
import { buildObligations } from "~/features/cycle/build-obligations.server";
import type { Db } from "~db/client.server";
import { verifyAudit } from "~db/queries/audit-check";
import { inTransaction } from "~db/transaction.server";
import { accountId } from "../../seeds/demo/accounts";
import { indicatorId } from "../../seeds/demo/plan-draft";
import { PAST_PLAN } from "../../seeds/demo/plan-2020";
import { lastMomentOf } from "../../seeds/demo/story";
import { seedDemo } from "../../seeds/run";
import { anotherDatabase, emptyDatabase, useDatabase } from "../support/database";

const TODAY = "2026-11-25";
const NOW = "2026-11-25T01:33:00.000Z";
const LONG = 120_000;

const demo = async (db: Db, today: string) => {
  await db.insertInto("installation").values({ kind: "demo", signing_secret: "s".repeat(64) }).execute();
  await seedDemo(db, { today, withPages: false });
};
const database = useDatabase({ once: (db) => demo(db, TODAY) });

const leadership: Actor = { userId: accountId("leadership"), grants: [{ role: "leadership", agencyId: null }], ceiling: "internal" };
const scorecard = async (planCode: string, periodKey: string) => (await getScorecard(database.db, leadership, NOW, { planCode, periodKey })).scorecard;

/** Everything recorded: the audit chain holds a digest of every fact, obligations and drafts stand outside it. */
async function everything(db: Db) {
  return {
    head: await db.selectFrom("audit_entry").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst(),
    obligations: await db.selectFrom("obligation").selectAll().orderBy("id").execute(),
    drafts: await db.selectFrom("draft").selectAll().orderBy("user_id").execute(),
    periods: await db.selectFrom("period").selectAll().orderBy("key").execute(),
  };
}

/** Columns that hold a moment later than `until`: one left to the clock's default would show here. */
async function momentsAfter(db: Db, until: string): Promise<string[]> {
  const columns = await sql<{ table: string; column: string }>`select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'timestamp with time zone' and table_name <> 'installation'`.execute(db);
  const later: string[] = [];
  for (const { table, column } of columns.rows) {
    const found = await sql`select from ${sql.table(table)} where ${sql.ref(column)} > ${until}::timestamptz limit 1`.execute(db);
    if (found.rows.length > 0) later.push(`${table}.${column}`);
  }
  return later;
}

describe("the year 2020, from what was planned and reported", () => {
  it("46 measures and 79 indicators due, 51 achieved, 28 under way, 75 reported and verified (V16, V25)", async () => {
    const { plan } = await scorecard(PAST_PLAN, "2020");
    expect(plan.implementation.counts).toMatchObject({ measuresDue: 46, due: 79, achieved: 51, underWay: 28, reported: 75, verified: 75, missing: 4 });
    expect(plan.measures).toEqual({ all: 20, some: 15, none: 11, withoutIndicators: 0, due: 46 });
  });

  it("part of the plan is suspended from 24 February 2022, and only from then", async () => {
    expect((await scorecard(PAST_PLAN, "2021")).plan.implementation.counts.excluded).toEqual({});
    expect((await scorecard(PAST_PLAN, "2022")).plan.implementation.counts.excluded).toEqual({ suspended: 12 });
  });
});

describe("the running plan", () => {
  it("tells every kind of story in its rounds", async () => {
    const rows = await database.db.selectFrom("obligation as o").innerJoin("cycle as c", "c.id", "o.cycle_id").innerJoin("plan as p", "p.id", "c.plan_id")
      .select(["o.state", "c.period_key"]).where("p.code", "=", "IBM-DEMO-2030").execute();
    const states = (key: string) => new Set(rows.filter((row) => row.period_key === key).map((row) => row.state));
    expect(states("2026-Q2")).toEqual(new Set(["verified", "open", "excluded"]));
    expect(states("2026-Q3")).toEqual(new Set(["verified", "open", "submitted", "returned"]));
    expect(states("2026-Q4")).toEqual(new Set(["verified", "open", "submitted", "returned"]));
    expect(states("2026")).toEqual(new Set(["verified", "open", "excluded", "awaiting_approval"]));
  });

  it("its amendment lowers one target and moves one deadline; the first text stays beside it", async () => {
    const targets = await database.db.selectFrom("indicator_target as t").innerJoin("plan_version as v", "v.id", "t.plan_version_id").select(["v.no", "t.value"])
      .where("t.indicator_id", "=", indicatorId("IBM-DEMO-2030", "SO1.M3.I1")).where("t.period_key", "=", "2026").orderBy("v.no").execute();
    expect(targets).toEqual([{ no: 1, value: "5" }, { no: 2, value: "3" }]);
    const dates = await database.db.selectFrom("measure_version as m").innerJoin("plan_version as v", "v.id", "m.plan_version_id").select(["v.no", "m.due_on"])
      .where("m.code_printed", "=", "SO4.M4").orderBy("v.no").execute();
    expect(dates).toEqual([{ no: 1, due_on: "2028-12-31" }, { no: 2, due_on: "2029-12-31" }]);
  });

  it("holds restricted content as a reference only", async () => {
    const rows = await database.db.selectFrom("measurement_version as v").innerJoin("measurement as m", "m.id", "v.measurement_id")
      .innerJoin("indicator_version as i", "i.indicator_id", "m.indicator_id").select(["v.kind", "v.reason_code", "v.narrative_digest", "v.reference_digest"])
      .where("v.access", "=", "restricted").execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ kind: "missing", reason_code: "restricted", narrative_digest: null, reference_digest: expect.any(String) });
  });
});

describe("the audit chain", () => {
  it("holds from the first seeded row, in order of time", async () => {
    expect((await verifyAudit(database.db)).problems).toEqual([]);
    const times = (await database.db.selectFrom("audit_entry").select("at").orderBy("seq").execute()).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });
});

describe("obligations", () => {
  it("are the same when built anew from the other facts", async () => {
    const before = await database.db.selectFrom("obligation").selectAll().orderBy("id").execute();
    expect(before.length).toBeGreaterThan(400);
    await database.db.transaction().execute(async (trx) => {
      await trx.deleteFrom("draft").execute();
      await trx.deleteFrom("obligation").execute();
      const at = before[0]?.updated_at ?? NOW;
      for (const plan of ["EU4IBM-RES", PAST_PLAN, "IBM-DEMO-2030"]) await buildObligations(trx, plan, at);
    });
    expect(await database.db.selectFrom("obligation").selectAll().orderBy("id").execute()).toEqual(before);
  });

  it("every value answers one", async () => {
    const lost = await database.db.selectFrom("measurement as m").select(["m.indicator_id", "m.period_key"])
      .where((eb) => eb.not(eb.exists(eb.selectFrom("obligation as o").select("o.id").whereRef("o.indicator_id", "=", "m.indicator_id")
        .whereRef("o.agency_id", "=", "m.agency_id").whereRef("o.period_key", "=", "m.period_key")))).execute();
    expect(lost).toEqual([]);
  });
});

describe("a value altered", () => {
  it("50 achieved, 29 under way", async () => {
    const measurement = await database.db.selectFrom("measurement").select("id").where("indicator_id", "=", indicatorId(PAST_PLAN, "1.1.1.1.1")).executeTakeFirstOrThrow();
    await inTransaction(database.db, { actorId: accountId("focal.mia"), action: "correct_value", now: "2026-11-24T10:00:00.000Z" }, async (trx) => {
      await trx.insertInto("measurement_version").values({
        measurement_id: measurement.id, no: 2, base_no: 1, kind: "number", value: "33", author_id: accountId("focal.mia"), idem_key: "altered",
        recorded_at: "2026-11-24T10:00:00.000Z",
      }).execute();
      await trx.insertInto("verification").values({
        measurement_id: measurement.id, no: 2, seq: 1, decision: "accepted", by_id: accountId("evaluator.scmu"), recorded_at: "2026-11-24T11:00:00.000Z",
      }).execute();
    });
    const { counts } = (await scorecard(PAST_PLAN, "2020")).plan.implementation;
    expect(counts).toMatchObject({ due: 79, achieved: 50, underWay: 29, reported: 75 });
  });
});

describe("any day", () => {
  it("the same day gives the same rows, and telling it again adds none", { timeout: LONG }, async () => {
    const other = await anotherDatabase();
    try {
      await demo(other.db, "2026-01-02");
      const first = await everything(other.db);
      await seedDemo(other.db, { today: "2026-01-02", withPages: false });
      expect(await everything(other.db)).toEqual(first);
      await emptyDatabase(other.db);
      await demo(other.db, "2026-01-02");
      expect(await everything(other.db)).toEqual(first);
    } finally {
      await other.close();
    }
  });

  it.each(["2026-01-02", "2029-02-28", "2035-06-01"])("%s has an open round with work for each role, and no row from later", { timeout: LONG }, async (today) => {
    const other = await anotherDatabase();
    try {
      await demo(other.db, today);
      const open = await other.db.selectFrom("obligation as o").innerJoin("cycle as c", "c.id", "o.cycle_id").innerJoin("agency as a", "a.id", "o.agency_id")
        .select(["a.code", "o.state"]).where("c.opens_on", "<=", today).where("c.due_on", ">=", today).execute();
      const bodies = (state: string) => new Set(open.filter((row) => row.state === state).map((row) => row.code));
      expect([...bodies("open")]).toEqual(expect.arrayContaining(["SBGS", "SCS", "MIA"]));
      expect([...bodies("submitted")]).toEqual(expect.arrayContaining(["SCS", "MCTD"]));
      expect([...bodies("returned")]).toContain("MCTD");
      expect([...bodies("awaiting_approval")]).toEqual(["SMS"]);
      expect(await momentsAfter(other.db, lastMomentOf(today))).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it("a production installation is refused", async () => {
    const other = await anotherDatabase();
    try {
      await other.db.insertInto("installation").values({ kind: "production", signing_secret: "s".repeat(64) }).execute();
      await expect(seedDemo(other.db, { today: TODAY })).rejects.toThrow(/demonstration/);
    } finally {
      await other.close();
    }
  });
});
