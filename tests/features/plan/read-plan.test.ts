/** What the ceiling cuts for a period is the same on the plan's pages and in its scorecard (rule 18). */
import { beforeAll, describe, expect, test } from "vitest";
import type { ReadingKind } from "~/domain/parts";
import { readPlan } from "~/features/plan/read-plan.server";
import { inTransaction } from "~db/transaction.server";
import { accountId } from "../../../seeds/demo/accounts";
import { NOW, RUNNING, person, useDemoScorecards } from "../../support/demo-scorecard";

const { database, ask } = useDemoScorecards();
const pages = (login: string) => readPlan(database.db, person(login), NOW, RUNNING);

/** Verified once more at a stricter level: from then on the official version is not public. */
async function closeValue(aggregation: "flow" | "stock", periodKey: string): Promise<string> {
  const { measurement_id, indicator_id, value, no } = await database.db.selectFrom("measurement_version as v").innerJoin("measurement as m", "m.id", "v.measurement_id")
    .innerJoin("indicator_version as i", "i.indicator_id", "m.indicator_id").innerJoin("verification as d", (join) => join.onRef("d.measurement_id", "=", "v.measurement_id").onRef("d.no", "=", "v.no"))
    .innerJoin("plan_version as p", "p.id", "i.plan_version_id").innerJoin("plan", "plan.id", "p.plan_id")
    .innerJoin("measure_version as mv", (join) => join.onRef("mv.plan_version_id", "=", "i.plan_version_id").onRef("mv.measure_id", "=", "i.measure_id"))
    .select(["v.measurement_id", "m.indicator_id", "v.value", "v.no"]).where("plan.code", "=", RUNNING).where("m.period_key", "=", periodKey).where("i.aggregation", "=", aggregation)
    .where("i.frequency", "=", "quarterly").where("i.access", "=", "public").where("mv.access", "=", "public").where("v.kind", "=", "number").where("d.decision", "=", "accepted")
    .orderBy("i.code_printed").orderBy("v.no", "desc").executeTakeFirstOrThrow();
  const at = "2026-11-25T01:00:00.000Z";
  await inTransaction(database.db, { actorId: accountId("focal.sbgs"), action: "correct_value", now: at }, async (trx) => {
    await trx.insertInto("measurement_version").values({ measurement_id, no: no + 1, base_no: no, kind: "number", value, access: "internal", author_id: accountId("focal.sbgs"), idem_key: `closed ${measurement_id}`, recorded_at: at }).execute();
    await trx.insertInto("verification").values({ measurement_id, no: no + 1, seq: 1, decision: "accepted", by_id: accountId("evaluator.scmu"), recorded_at: at }).execute();
  });
  return indicator_id;
}

let flow: string;
let stock: string;
beforeAll(async () => {
  flow = await closeValue("flow", "2026-Q1");
  stock = await closeValue("stock", "2026-Q1");
});

describe("a first quarter's value that is not public any more", () => {
  test.each<[string, () => string, string, boolean]>([
    ["a stock: the quarter", () => stock, "2026-Q1", true],
    ["… and the year that holds it", () => stock, "2026", true],
    ["… not the quarter after it", () => stock, "2026-Q2", false],
    ["a flow: the quarter", () => flow, "2026-Q1", true],
    ["… the year", () => flow, "2026", true],
    ["… and every later quarter of the year, which would add it up", () => flow, "2026-Q2", true],
  ])("%s", async (_, id, periodKey, isCut) => {
    const reading = await pages("reader");
    const indicator = reading.tree.indicatorById.get(id())!;
    const kinds: ReadingKind[] = ["official", "including_provisional"];
    for (const kind of kinds) {
      expect(reading.read(indicator, periodKey, kind) === null).toBe(isCut);
      expect(reading.readValue(indicator, periodKey, kind) === null).toBe(isCut);
    }
    const above = await pages("leadership");
    expect(above.read(above.tree.indicatorById.get(id())!, periodKey, "official")).not.toBeNull();
  });

  test("no older, public version stands in", async () => {
    expect((await pages("reader")).values.filter(({ indicatorId, periodKey }) => indicatorId === stock && periodKey === "2026-Q1")).toEqual([]);
  });

  test.each(["2026-Q1", "2026-Q2", "2026-Q3", "2026-H1", "2026"])("%s: pages and scorecard of the version in force read the same indicators", async (periodKey) => {
    for (const login of ["reader", "leadership"]) {
      const { scorecard } = await ask(login, RUNNING, periodKey, { basis: "current" });
      const reading = await pages(login);
      const read = [...reading.tree.indicatorById.values()].filter((indicator) => reading.read(indicator, periodKey, "official") !== null);
      expect(read.map(({ id }) => id).sort()).toEqual(scorecard.readings.map(({ indicatorId }) => indicatorId).sort());
    }
  });
});
