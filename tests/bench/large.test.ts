/** The large database in small: what is generated is what the tables and the scorecard take, in the numbers that are promised. */
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { copyText, type TableRows } from "../../bench/large/copy-rows";
import { castOf } from "../../bench/large/cast";
import { codeOf, planTables } from "../../bench/large/plan-rows";
import { reportTables } from "../../bench/large/report-rows";
import { idOf, KNOWN_AT, PERIOD, shapeOf } from "../../bench/large/shape";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { useDatabase } from "../support/database";

describe("ten times the largest", () => {
  it("is 20,000 tasks, 80,000 measures, 150,000 indicators and 5 million versions", () => {
    expect(shapeOf(1)).toEqual({ plans: 2_000, tasks: 20_000, measures: 80_000, indicators: 150_000, measurements: 3_600_000, versions: 5_000_000 });
  });

  it("gives every part an identity of its own", () => {
    const ids = new Set((["plan", "measurement"] as const).flatMap((kind) => Array.from({ length: 20_000 }, (_, number) => idOf(kind, number))));
    expect(ids.size).toBe(40_000);
    expect(idOf("plan", 7)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4000-8000-[0-9a-f]{12}$/);
  });

  it("is written as COPY reads it", () => {
    expect([...copyText([["a", 1, null, true], ["б", 2.5, false, ""]])].join("")).toBe("a\t1\t\\N\tt\nб\t2.5\tf\t\n");
  });
});

describe("one of its plans", () => {
  const shape = shapeOf(1 / 2_000);
  let tables: TableRows[];

  const database = useDatabase({
    once: async (db) => {
      const cast = await castOf(db);
      tables = [...planTables(shape, cast), ...reportTables(shape, cast)];
      // keys and checks hold; audit, which the bench leaves out, stands aside
      await db.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx);
        for (const { table, columns, rows } of tables) {
          const all = [...rows];
          for (let from = 0; from < all.length; from += 500) {
            const values = all.slice(from, from + 500).map((row) => sql`(${sql.join(row.map((cell) => sql`${cell}`))})`);
            await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(trx);
          }
        }
      });
    },
  });
  const count = async (table: string) => Number((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database.db)).rows[0]?.n);
  let answer: Awaited<ReturnType<typeof getScorecard>>;
  beforeAll(async () => {
    const actor = { userId: "00000000-0000-4000-8000-000000000000", grants: [{ role: "leadership" as const, agencyId: null }], ceiling: "restricted" as const };
    answer = await getScorecard(database.db, actor, KNOWN_AT, { planCode: codeOf(0), periodKey: PERIOD });
  });

  it("has the parts that are promised", async () => {
    const counted = Object.fromEntries(await Promise.all(["plan", "measure", "indicator", "measurement", "measurement_version", "verification", "obligation"].map(async (table) => [table, await count(table)])));
    expect(counted).toEqual({ plan: 1, measure: 40, indicator: 75, measurement: 1_800, measurement_version: 2_500, verification: 2_500, obligation: 300 });
  });

  it("has a scorecard in which everything was reported and something is left to do", () => {
    const { counts, rate } = answer.scorecard.plan.implementation;
    expect(counts).toMatchObject({ measuresDue: 40, due: 70, reported: 70, verified: 70, missing: 0 });
    expect(rate?.valueOf()).toBeGreaterThan(0);
    expect(rate?.valueOf()).toBeLessThan(1);
  });

  it("holds to what rows of its tables must hold to", async () => {
    const { rows } = await sql<{ orphans: number }>`select count(*)::int as orphans from submission_item si
      left join submission s on s.id = si.submission_id left join measurement_version v on v.measurement_id = si.measurement_id and v.no = si.no
      where s.id is null or v.no is null`.execute(database.db);
    expect(rows[0]?.orphans).toBe(0);
  });
});
