import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Db } from "~db/client.server";
import { currentHead, listAuditEntries, recordAct } from "~db/queries/audit";
import { verifyAudit } from "~db/queries/audit-check";
import { putText } from "~db/queries/content";
import { flushAudit, inTransaction, signTransaction } from "~db/transaction.server";
import { useDatabase } from "../support/database";
import { addVerification, addVersion, aMeasurement, aUser, NOW, tamper } from "../support/rows";

const database = useDatabase();

/** A small honest history: two people, a value with a narrative, corrected and accepted. */
async function history(db: Db) {
  const author = await aUser(db, "focal");
  const evaluator = await aUser(db, "evaluator");
  const { measurementId } = await aMeasurement(db);
  await addVersion(db, measurementId, author, { narrative: "Works finished" });
  await addVersion(db, measurementId, author, { baseNo: 1, value: "13.5" });
  await addVerification(db, measurementId, 2, evaluator);
  return { author, evaluator, measurementId };
}

describe("the chain of an honest history", () => {
  it("holds, counts its entries and gives its head", async () => {
    await history(database.db);
    const report = await verifyAudit(database.db);
    expect(report.problems).toEqual([]);
    expect(report.entries).toBeGreaterThan(10);
    expect(report.rows).toBe(report.entries);
    expect(report.head).toEqual(await currentHead(database.db));
    expect((await verifyAudit(database.db, report.head!)).problems).toEqual([]);
  });

  it("holds for a database where nothing happened", async () => {
    expect(await verifyAudit(database.db)).toEqual({ entries: 0, rows: 0, head: null, problems: [] });
  });

  it("names who did what and when", async () => {
    const { evaluator } = await history(database.db);
    const [last] = await listAuditEntries(database.db, { actorId: evaluator }, 10);
    expect(last).toMatchObject({ actorId: evaluator, action: "verify_value", rowTable: "verification", at: NOW });
  });

  it("keeps acts that leave no row", async () => {
    const user = await aUser(database.db);
    await inTransaction(database.db, { actorId: user, action: "export_table", now: NOW }, (trx) =>
      recordAct(trx, "export_table", { table: "scorecard", rows: 12 }),
    );
    const [last] = await listAuditEntries(database.db, {}, 1);
    expect(last).toMatchObject({ action: "export_table", actorId: user, rowTable: null, detail: { table: "scorecard", rows: 12 } });
    expect((await verifyAudit(database.db)).problems).toEqual([]);
  });

  it("signs several acts of one transaction each in its own name", async () => {
    await inTransaction(database.db, { actorId: null, action: "first", now: NOW }, async (trx) => {
      await trx.insertInto("strategy").values({ code: "A", title_uk: "А", title_en: "A" }).execute();
      await flushAudit(trx);
      await signTransaction(trx, { actorId: null, action: "second", now: "2026-11-26T08:00:00.000Z" });
      await trx.insertInto("strategy").values({ code: "B", title_uk: "Б", title_en: "B" }).execute();
    });
    const entries = await listAuditEntries(database.db, { rowTable: "strategy" }, 10);
    expect(entries.map((entry) => [entry.action, entry.at])).toEqual([
      ["second", "2026-11-26T08:00:00.000Z"],
      ["first", NOW],
    ]);
  });

  it("leaves nothing of a transaction that failed", async () => {
    const failing = inTransaction(database.db, { actorId: null, action: "fails", now: NOW }, async (trx) => {
      await putText(trx, "never seen");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await verifyAudit(database.db)).toMatchObject({ entries: 0, rows: 0 });
  });
});

describe("what was done behind the application's back is named by table and key", () => {
  const versionKey = (id: string, no: number) => `{"no": ${no}, "measurement_id": "${id}"}`;

  it("a figure edited", async () => {
    const { measurementId } = await history(database.db);
    await tamper(database.db, (db) => sql`update measurement_version set value = 99 where no = 2`.execute(db));
    expect((await verifyAudit(database.db)).problems).toEqual([
      { kind: "row_changed", table: "measurement_version", key: versionKey(measurementId, 2), seq: expect.any(Number) },
    ]);
  });

  it("a decision deleted", async () => {
    await history(database.db);
    await tamper(database.db, (db) => sql`delete from verification`.execute(db));
    expect((await verifyAudit(database.db)).problems).toMatchObject([{ kind: "row_removed", table: "verification" }]);
  });

  it("a row slipped in", async () => {
    const { evaluator, measurementId } = await history(database.db);
    await tamper(database.db, (db) =>
      sql`insert into verification (measurement_id, no, seq, decision, by_id) values (${measurementId}, 1, 1, 'accepted', ${evaluator})`.execute(db),
    );
    expect((await verifyAudit(database.db)).problems).toMatchObject([{ kind: "row_added", table: "verification", seq: null }]);
  });

  it("a text rewritten", async () => {
    await history(database.db);
    const digest = (await database.db.selectFrom("content").select("digest").executeTakeFirstOrThrow()).digest;
    await sql`alter table content drop constraint content_check1`.execute(database.db);
    try {
      await tamper(database.db, (db) => sql`update content set body = 'Works failed, honestly'::bytea`.execute(db));
      expect((await verifyAudit(database.db)).problems).toEqual([{ kind: "content_changed", table: "content", key: digest }]);
    } finally {
      await tamper(database.db, (db) => sql`delete from content`.execute(db));
      await sql`alter table content add constraint content_check1 check
        (body is null or (encode(sha256(body), 'hex') = digest and octet_length(body) = size_bytes))`.execute(database.db);
    }
  });

  it("a text emptied without a purge", async () => {
    const { author } = await history(database.db);
    const digest = (await database.db.selectFrom("content").select("digest").executeTakeFirstOrThrow()).digest;
    await tamper(database.db, async (db) => {
      await sql`insert into purge (digest, act_no, act_on, requested_by) values (${digest}, '1', '2026-01-01', ${author})`.execute(db);
      await sql`update content set body = null, purge_id = (select id from purge)`.execute(db);
    });
    const kinds = (await verifyAudit(database.db)).problems.map((problem) => problem.kind);
    expect(kinds.sort()).toEqual(["content_emptied", "row_added", "row_changed"]);
  });

  it("an entry of the chain edited", async () => {
    await history(database.db);
    await tamper(database.db, (db) => sql`update audit_entry set actor_id = null where action = 'verify_value'`.execute(db));
    const seq = (await currentHead(database.db))!.seq;
    expect((await verifyAudit(database.db)).problems).toEqual([{ kind: "chain_broken", seq }]);
  });

  it("an entry and its row taken out of the middle", async () => {
    const { measurementId } = await history(database.db);
    const [entry] = await listAuditEntries(database.db, { rowTable: "measurement_version" }, 1);
    await tamper(database.db, async (db) => {
      await sql`delete from audit_entry where seq = ${entry!.seq}`.execute(db);
      await sql`delete from measurement_version where measurement_id = ${measurementId} and no = 2`.execute(db);
    });
    expect((await verifyAudit(database.db)).problems).toEqual([{ kind: "chain_broken", seq: entry!.seq + 1 }]);
  });

  it("the tail cut together with its rows: seen against a head noted earlier, and only so", async () => {
    await history(database.db);
    const noted = (await currentHead(database.db))!;
    await tamper(database.db, async (db) => {
      await sql`delete from verification`.execute(db);
      await sql`delete from audit_entry where seq = ${noted.seq}`.execute(db);
    });
    expect((await verifyAudit(database.db)).problems).toEqual([]);
    expect((await verifyAudit(database.db, noted)).problems).toEqual([{ kind: "tail_cut", seq: noted.seq }]);
  });

  it("the tail cut and grown again: another entry stands at the noted place", async () => {
    await history(database.db);
    const noted = (await currentHead(database.db))!;
    await tamper(database.db, async (db) => {
      await sql`delete from verification`.execute(db);
      await sql`delete from audit_entry where seq = ${noted.seq}`.execute(db);
    });
    await aUser(database.db);
    expect((await verifyAudit(database.db, noted)).problems).toEqual([{ kind: "history_rewritten", seq: noted.seq }]);
  });

  it("a guard switched off", async () => {
    await history(database.db);
    await sql`alter table verification disable trigger verification_guard`.execute(database.db);
    try {
      expect((await verifyAudit(database.db)).problems).toEqual([{ kind: "guard_off", table: "verification" }]);
    } finally {
      await sql`alter table verification enable trigger verification_guard`.execute(database.db);
    }
  });
});
