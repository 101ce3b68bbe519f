import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { putText } from "~db/queries/content";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../support/database";
import { addVerification, addVersion, aMeasurement, aUser, codeOf, NOW } from "../support/rows";

const database = useDatabase();
const act = { actorId: null, action: "test", now: NOW };

describe("facts are added, never changed", () => {
  it.each([
    ["a value's figure", "update measurement_version set value = 13"],
    ["a value's version", "delete from measurement_version"],
    ["a decision", "update verification set decision = 'returned', reason_digest = null"],
    ["a decision, deleted", "delete from verification"],
    ["wording of the plan", "update indicator_version set name_en = 'Other'"],
    ["an identity", "delete from indicator"],
    ["an audit entry", "update audit_entry set action = 'nothing'"],
    ["an audit entry, deleted", "delete from audit_entry where seq = 1"],
    ["a text", "update content set body = null, purge_id = gen_random_uuid()"],
    ["a text, deleted", "delete from content"],
    ["a person", "delete from user_account"],
    ["every decision at one stroke", "truncate verification"],
    ["everything that hangs from a value at one stroke", "truncate measurement cascade"],
    ["the chain at one stroke", "truncate audit_entry"],
  ])("refuses to change %s", async (_what, statement) => {
    const author = await aUser(database.db);
    const evaluator = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author, { narrative: "Works finished" });
    await addVerification(database.db, measurementId, 1, evaluator);
    expect(await codeOf(sql.raw(statement).execute(database.db))).toBe("IB001");
  });

  it("a date that closes something is set once", async () => {
    const user = await aUser(database.db);
    const grant = { user_id: user, role: "coordinator", from_at: NOW };
    await inTransaction(database.db, act, (trx) => trx.insertInto("role_grant").values(grant).execute());
    const end = (at: string) => inTransaction(database.db, act, (trx) => trx.updateTable("role_grant").set({ to_at: at }).execute());
    await end("2026-12-01T00:00:00Z");
    expect(await codeOf(end("2026-12-02T00:00:00Z"))).toBe("IB001");
    expect(await codeOf(database.db.updateTable("role_grant").set({ role: "reader" }).execute())).toBe("IB001");
  });
});

describe("four eyes, in the database too", () => {
  it("refuses a verification by the author", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author);
    expect(await codeOf(addVerification(database.db, measurementId, 1, author))).toBe("IB002");
  });

  it("refuses a verification by whoever submitted another's entry", async () => {
    const author = await aUser(database.db);
    const approver = await aUser(database.db);
    const { measurementId, agencyId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author);
    await inTransaction(database.db, act, async (trx) => {
      const plan = await trx.selectFrom("plan").select("id").executeTakeFirstOrThrow();
      const cycle = await trx
        .insertInto("cycle")
        .values({ plan_id: plan.id, period_key: "2026", kind: "annual", opens_on: "2026-01-01", due_on: "2027-03-15" })
        .returning("id")
        .executeTakeFirstOrThrow();
      const submission = await trx
        .insertInto("submission")
        .values({ cycle_id: cycle.id, agency_id: agencyId, no: 1, receipt_no: "R-1", submitted_by: approver, receipt_hash: "0".repeat(64) })
        .returning("id")
        .executeTakeFirstOrThrow();
      await trx.insertInto("submission_item").values({ submission_id: submission.id, measurement_id: measurementId, no: 1 }).execute();
    });
    expect(await codeOf(addVerification(database.db, measurementId, 1, approver))).toBe("IB002");
    expect(await codeOf(addVerification(database.db, measurementId, 1, await aUser(database.db)))).toBe("nothing refused");
  });

  it("a purge is not confirmed by whoever asked for it", async () => {
    const user = await aUser(database.db);
    const digest = await inTransaction(database.db, act, (trx) => putText(trx, "x"));
    const purge = { digest, act_no: "1", act_on: "2026-11-01", requested_by: user, confirmed_by: user, confirmed_at: NOW };
    expect(await codeOf(inTransaction(database.db, act, (trx) => trx.insertInto("purge").values(purge).execute()))).toBe("23514");
  });
});

describe("keys make the second of two a conflict", () => {
  it("two corrections of the same version", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author);
    await addVersion(database.db, measurementId, author, { baseNo: 1, value: "13" });
    expect(await codeOf(addVersion(database.db, measurementId, author, { baseNo: 1, value: "14" }))).toBe("23505");
  });

  it("a version that skips a number", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    expect(await codeOf(addVersion(database.db, measurementId, author, { baseNo: 4 }))).toBe("23503");
  });

  it("the same post sent twice", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author, { idemKey: "once" });
    expect(await codeOf(addVersion(database.db, measurementId, author, { baseNo: 1, idemKey: "once" }))).toBe("23505");
  });

  it("two decisions at the same turn", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author);
    await addVerification(database.db, measurementId, 1, await aUser(database.db));
    const late = addVerification(database.db, measurementId, 1, await aUser(database.db), { decision: "returned", reason: "No document" });
    expect(await codeOf(late)).toBe("23505");
  });

  it("one measurement for an indicator, body, period and breakdown", async () => {
    const { measurementId } = await aMeasurement(database.db);
    const again = inTransaction(database.db, act, (trx) =>
      sql`insert into measurement (indicator_id, agency_id, period_key, breakdown_id)
        select indicator_id, agency_id, period_key, breakdown_id from measurement where id = ${measurementId}`.execute(trx),
    );
    expect(await codeOf(again)).toBe("23505");
  });

  it("a period that is no period", async () => {
    expect(await codeOf(sql`select '2026-Q5'::period_key`.execute(database.db))).toBe("23514");
  });

  it("a figure and a reason for having none, at once", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    const both = { kind: "number", value: "1", reason_code: "no_data", author_id: author, idem_key: "k" };
    const work = inTransaction(database.db, act, (trx) =>
      trx.insertInto("measurement_version").values({ measurement_id: measurementId, no: 1, ...both }).execute(),
    );
    expect(await codeOf(work)).toBe("23514");
  });
});
