import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { databaseCode, inTransaction, violatedConstraint } from "~db/transaction.server";
import { useDatabase } from "../support/database";
import { aUser, NOW } from "../support/rows";

const database = useDatabase();
const act = { actorId: null, action: "test", now: NOW };

/** An error as the driver gives it. */
const refusal = (code: string) => Object.assign(new Error("refused"), { code });

describe("one transaction, signed", () => {
  it("carries who, what and when to the database, and nothing of it stays on the connection", async () => {
    const actorId = await aUser(database.db);
    const settings = sql<{ s: string }>`select concat_ws('|', current_setting('app.actor', true),
      current_setting('app.action', true), current_setting('app.now', true)) as s`;
    const inside = await inTransaction(database.db, { actorId, action: "test", now: NOW }, (trx) => settings.execute(trx));
    expect(inside.rows[0]!.s).toBe(`${actorId}|test|${NOW}`);
    expect((await settings.execute(database.db)).rows[0]!.s.replaceAll("|", "")).toBe("");
  });

  it("leaves nothing when the work throws", async () => {
    const work = inTransaction(database.db, act, async (trx) => {
      await trx.insertInto("strategy").values({ code: "A", title_uk: "А", title_en: "A" }).execute();
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await database.db.selectFrom("strategy").selectAll().execute()).toEqual([]);
  });
});

describe("asked to try again", () => {
  it.each([
    ["a deadlock", "40P01", 1, 2],
    ["a serialization failure twice", "40001", 2, 3],
    ["a deadlock every time", "40P01", 9, 3],
    ["a violated key", "23505", 9, 1],
  ])("%s: the work is run as often as it helps", async (_what, code, failures, runs) => {
    let run = 0;
    const work = inTransaction(database.db, act, async () => {
      run += 1;
      if (run <= failures) throw refusal(code);
      return "done";
    });
    await (failures < runs ? expect(work).resolves.toBe("done") : expect(work).rejects.toMatchObject({ code }));
    expect(run).toBe(runs);
  });
});

it.each([
  [refusal("23505"), "23505"],
  [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), null],
  [new Error("x"), null],
  ["23505", null],
])("the code of %s", (error, code) => {
  expect(databaseCode(error)).toBe(code);
});

it("the violated key is named alike on both engines", async () => {
  await aUser(database.db, "same");
  const again = aUser(database.db, "SAME");
  await expect(again).rejects.toSatisfy((error) => violatedConstraint(error) === "user_account_login_uq");
});
