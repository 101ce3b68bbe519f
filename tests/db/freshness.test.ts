import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Trx } from "~db/client.server";
import { recordAct } from "~db/queries/audit";
import { getFreshness, getStanding, KNOWN_FROM } from "~db/queries/freshness";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../support/database";
import { addVersion, aMeasurement, aUser, NOW } from "../support/rows";

const database = useDatabase();

/** Neither audited nor counted: no page that is kept in memory reads them, or a request reads them itself each time. */
const READ_EACH_TIME = new Set([
  "session", "known_device", "sign_in_throttle", "kept_post", "idempotency", "outbox", "draft", "installation",
  // what the two marks are made of
  "audit_entry", "change_count",
  // drawn from editions, served to the public without this memory
  "edition_page",
]);

/** Read as they are, whenever they were written. */
const TIMELESS = new Set(["user_account", "user_identity", "password_credential", "reset_link", "role_grant", "setting", "content", "purge"]);

const inOne = (work: (trx: Trx) => Promise<unknown>, action = "change") => inTransaction(database.db, { actorId: null, action, now: NOW }, work);

async function tablesWith(trigger: "audit_row" | "count_change"): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_proc p on p.oid = t.tgfoid where p.proname = ${trigger} and not t.tgisinternal`.execute(database.db);
  return new Set(rows.map(({ name }) => name));
}

describe("nothing a kept page reads can change unnoticed", () => {
  it("every table is audited, counted or read each time", async () => {
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(database.db);
    const noticed = new Set([...(await tablesWith("audit_row")), ...(await tablesWith("count_change")), ...READ_EACH_TIME]);
    expect(rows.map(({ name }) => name).filter((name) => !name.startsWith("kysely_") && !noticed.has(name))).toEqual([]);
  });

  it("every moment a fact is known from is asked about", async () => {
    const audited = await tablesWith("audit_row");
    const { rows } = await sql<{ table: string; column: string }>`select table_name as "table", column_name as "column"
      from information_schema.columns where table_schema = 'public' and data_type = 'timestamp with time zone'
      and column_name <> 'known_at' order by 1, 2`.execute(database.db);
    const asked = new Set(KNOWN_FROM.map(([table, column]) => `${table}.${column}`));
    const facts = rows.filter(({ table }) => audited.has(table) && !TIMELESS.has(table));
    expect(facts.map(({ table, column }) => `${table}.${column}`).filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe("the standing of the records", () => {
  it("is the same while nothing is recorded", async () => {
    await aUser(database.db);
    expect(await getStanding(database.db)).toBe(await getStanding(database.db));
  });

  it.each([
    ["a recorded row", (trx: Trx) => trx.insertInto("strategy").values({ code: "A", title_uk: "А", title_en: "A" }).execute()],
    ["a word of a vocabulary", (trx: Trx) => trx.insertInto("unit").values({ code: "km", name_uk: "км", name_en: "km" }).execute()],
  ])("changes with %s", async (_what, work) => {
    const before = await getStanding(database.db);
    await inOne(work);
    expect(await getStanding(database.db)).not.toBe(before);
  });

  it("counts a transaction once, however many rows it changes", async () => {
    const change = () => sql`update unit set name_en = name_en`;
    await database.db.insertInto("unit").values([{ code: "a1", name_uk: "а", name_en: "a" }, { code: "b1", name_uk: "б", name_en: "b" }]).execute();
    const count = async () => (await database.db.selectFrom("change_count").select("no").executeTakeFirst())?.no ?? 0;
    const before = await count();
    await inOne(async (trx) => {
      await change().execute(trx);
      await sql`delete from unit where code = 'a1'`.execute(trx);
    });
    expect(await count()).toBe(before + 1);
  });

  it("stays with an act that leaves no row, and with a transaction that failed", async () => {
    await aUser(database.db);
    const before = await getStanding(database.db);
    await inOne((trx) => recordAct(trx, "export_table"), "export_table");
    await expect(inOne(async (trx) => {
      await trx.insertInto("unit").values({ code: "km", name_uk: "км", name_en: "km" }).execute();
      throw new Error("changed my mind");
    })).rejects.toThrow("changed my mind");
    expect(await getStanding(database.db)).toBe(before);
  });
});

describe("freshness at a moment", () => {
  it("is settled when everything recorded lies behind", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author);
    const { entryNo, isSettled, standing } = await getFreshness(database.db, "2100-01-01T00:00:00.000Z");
    expect({ isSettled, standing }).toEqual({ isSettled: true, standing: await getStanding(database.db) });
    expect(entryNo).toBeGreaterThan(0);
  });

  it("is not while a value recorded by a faster clock lies ahead", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author);
    expect((await getFreshness(database.db, "2020-01-01T00:00:00.000Z")).isSettled).toBe(false);
  });
});
