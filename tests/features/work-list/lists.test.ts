import { describe, expect, test } from "vitest";
import { getAwaiting } from "~/features/submission/get-awaiting.server";
import { getReceipt } from "~/features/submission/get-receipt.server";
import { approveSubmission } from "~/features/submission/approve-submission.server";
import { getBoard } from "~/features/board/get-board.server";
import { boardReport } from "~/features/board/board-report";
import { toCsv } from "~/features/report/to-csv";
import { getDesk } from "~/features/value/get-desk.server";
import { getValue } from "~/features/value/get-value.server";
import { returnValue } from "~/features/value/return-value.server";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { getHome } from "~/features/work-list/get-home.server";
import { getQueue } from "~/features/work-list/get-queue.server";
import { getWorkList } from "~/features/work-list/get-work-list.server";
import { wordsOf } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { useDatabase } from "../../support/database";
import { aReportingStory } from "../../support/reporting-story";
import { anEntry, none, number } from "../value/value-input";

const NOW = "2027-02-01T10:00:00.000Z";
const LATER = "2027-02-09T10:00:00.000Z";
const uk = wordsOf("uk");

const codes = (items: readonly { code: string; periodKey: string }[]) => items.map((item) => (item.periodKey === "2026" ? item.code : `${item.code} ${item.periodKey}`));

async function aYear(db: Db) {
  const story = await aReportingStory(db);
  const focal = await story.person("focal", "focal_point", "SBGS");
  const evaluator = await story.person("evaluator", "evaluator", "MIA");
  const decided = (measurementId: string, no = 1) => ({ measurementId, no, decisionsSeen: 0 });
  const sent = async (code: string, value: string) => submitValue(db, focal, NOW, anEntry(story, code, number(value)));
  await verifyValue(db, evaluator, NOW, decided((await sent("NUM", "40")).measurementId));
  await returnValue(db, evaluator, NOW, { ...decided((await sent("FLOW", "5")).measurementId), reason: "додайте акт" });
  const waiting = await sent("CUM", "7");
  return { story, focal, evaluator, waiting, decided };
}

describe("a focal point's list", () => {
  const database = useDatabase();

  test("returned first, then by due date, what waits and what is verified apart; what is overdue is a late correction", async () => {
    const { db } = database;
    const { focal } = await aYear(db);
    const list = await getWorkList(db, focal, LATER, uk);
    expect(codes(list?.returned ?? [])).toEqual(["FLOW"]);
    expect(list?.returned[0]).toMatchObject({ reason: "додайте акт", value: "5,0" });
    expect(codes(list?.toSubmit ?? []).slice(0, 4)).toEqual(["FALL", "PCT", "RATIO", "YES"]);
    expect(codes(list?.toSubmit ?? [])).toContain("NUM 2027");
    expect(codes(list?.submitted ?? [])).toEqual(["CUM"]);
    expect(codes(list?.verified ?? [])).toEqual(["NUM"]);
    expect(new Set(list?.overdue.map((item) => item.periodKey))).toEqual(new Set(["2025"]));
    expect(list?.dueOn).toBe("2027-03-15");
    const { verified, waiting, left, overdue, excluded, all } = list?.counts ?? { verified: 0, waiting: 0, left: 0, overdue: 0, excluded: 0, all: 0 };
    expect(verified + waiting + left + overdue + excluded).toBe(all);
  });

  test("a body's list holds nothing of another's, and a person without a body has none", async () => {
    const { db } = database;
    const { story } = await aYear(db);
    const other = await story.person("other", "focal_point", "SCS");
    const list = await getWorkList(db, other, NOW, uk);
    expect(new Set([...(list?.toSubmit ?? []), ...(list?.overdue ?? [])].map((item) => item.code))).toEqual(new Set(["SIGNED"]));
    expect(await getWorkList(db, await story.person("reader", "reader"), NOW, uk)).toBeNull();
  });

  test("what lies above the person's ceiling is in no list and no count", async () => {
    const { db } = database;
    const { story } = await aYear(db);
    const cleared = await getWorkList(db, await story.person("cleared", "focal_point", "SBGS", "restricted"), NOW, uk);
    const plain = await getWorkList(db, await story.person("plain", "focal_point", "SBGS", "internal"), NOW, uk);
    expect(codes(cleared?.toSubmit ?? [])).toContain("SECRET");
    expect(codes(plain?.toSubmit ?? [])).not.toContain("SECRET");
    // one indicator less in each of the three years
    expect((cleared?.counts.all ?? 0) - (plain?.counts.all ?? 0)).toBe(3);
  });
});

describe("an evaluator's queue", () => {
  const database = useDatabase();

  test("holds what waits, oldest first; not what the person, their body or an obliged co-executor would judge (case C16)", async () => {
    const { db } = database;
    const { story, evaluator, focal, waiting } = await aYear(db);
    expect(codes(await getQueue(db, evaluator, LATER, uk))).toEqual(["CUM"]);
    expect((await getQueue(db, evaluator, LATER, uk))[0]).toMatchObject({ measurementId: waiting.measurementId, age: 8 });
    const both = { ...focal, grants: [...focal.grants, { role: "evaluator" as const, agencyId: null }] };
    expect(await getQueue(db, both, LATER, uk)).toEqual([]);
    expect(await getQueue(db, await story.person("theirs", "evaluator", "SCS"), LATER, uk)).toEqual([]);
    expect(await getQueue(db, await story.person("plain", "coordinator"), LATER, uk)).toEqual([]);
  });

  test("the desk refuses the author with the reason, and is nothing to whoever does not verify", async () => {
    const { db } = database;
    const { story, focal, evaluator, waiting } = await aYear(db);
    const both = { ...focal, grants: [...focal.grants, { role: "evaluator" as const, agencyId: null }] };
    expect(await getDesk(db, both, LATER, waiting.measurementId, uk)).toMatchObject({ refusal: "own_submission", place: null });
    expect(await getDesk(db, evaluator, LATER, waiting.measurementId, uk)).toMatchObject({ refusal: null, isWaiting: true, place: { no: 1, of: 1 } });
    for (const role of ["coordinator", "reader", "leadership", "security_administrator"] as const) {
      await expect(getDesk(db, await story.person(role, role), LATER, waiting.measurementId, uk)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("one value with its history", () => {
  const database = useDatabase();

  test("tells who, when and what was decided; by role and body, never by a person's name", async () => {
    const { db } = database;
    const { story, focal, evaluator, decided } = await aYear(db);
    const flow = (await getWorkList(db, focal, NOW, uk))?.returned[0]?.measurementId ?? "";
    await submitValue(db, focal, LATER, anEntry(story, "FLOW", number("6"), { baseNo: 1, narrative: "Додано акт" }));
    await verifyValue(db, evaluator, LATER, decided(flow, 2));
    const value = await getValue(db, evaluator, LATER, flow, uk);
    expect(value.official?.value).toBe("6,0");
    expect(value.versions.map((version) => [version.no, version.value, version.by, version.decisions.map((each) => [each.decision, each.by])])).toEqual([
      [2, "6,0", "SBGS", [["accepted", "Оцінювач, MIA"]]],
      [1, "5,0", "SBGS", [["returned", "Оцінювач, MIA"]]],
    ]);
    expect(value.versions[0]?.narrative).toEqual({ text: "Додано акт" });
    expect(value.versions[1]?.decisions[0]?.reason).toEqual({ text: "додайте акт" });
  });

  test("a reader sees the verified version alone, and nothing at all while none is", async () => {
    const { db } = database;
    const { story, focal, evaluator, waiting, decided } = await aYear(db);
    const reader = await story.person("reader", "reader", null, "public");
    await expect(getValue(db, reader, LATER, waiting.measurementId, uk)).rejects.toMatchObject({ code: "not_found" });
    await verifyValue(db, evaluator, LATER, decided(waiting.measurementId));
    await submitValue(db, focal, LATER, anEntry(story, "CUM", number("9"), { baseNo: 1, correctionReason: "уточнено" }));
    const value = await getValue(db, reader, LATER, waiting.measurementId, uk);
    expect(value.versions.map((version) => version.value)).toEqual(["7"]);
    expect(value.provisional).toBeNull();
  });

  test("the level of the version in force decides: a closed correction that waits hides nothing, a closed one in force hides every older one", async () => {
    const { db } = database;
    const { story, focal, evaluator, waiting, decided } = await aYear(db);
    const reader = await story.person("reader", "reader", null, "public");
    const correct = (baseNo: number, value: string, access: "public" | "internal") =>
      submitValue(db, focal, LATER, anEntry(story, "CUM", number(value), { baseNo, correctionReason: "уточнено", access }));
    const shown = async () => (await getValue(db, reader, LATER, waiting.measurementId, uk)).versions.map((version) => version.value);
    await verifyValue(db, evaluator, LATER, decided(waiting.measurementId));
    await correct(1, "9", "internal");
    expect(await shown()).toEqual(["7"]);
    await verifyValue(db, evaluator, LATER, decided(waiting.measurementId, 2));
    await expect(shown()).rejects.toMatchObject({ code: "not_found" });
    await correct(2, "10", "public");
    await expect(shown()).rejects.toMatchObject({ code: "not_found" });
    await verifyValue(db, evaluator, LATER, decided(waiting.measurementId, 3));
    expect(await shown()).toEqual(["10", "7"]);
  });

  test("a restricted one is not there for who lacks the ceiling, and its reading is on record for who has it", async () => {
    const { db } = database;
    const { story, focal, evaluator, decided } = await aYear(db);
    const reference = { no: "12/ДСК", on: "2027-01-20", holder: "Адміністрація" };
    const { measurementId } = await submitValue(db, focal, NOW, anEntry(story, "SECRET", none("restricted"), { reference }));
    await verifyValue(db, evaluator, NOW, decided(measurementId));
    for (const ceiling of ["public", "internal"] as const) {
      const leader = await story.person(`leader ${ceiling}`, "leadership", null, ceiling);
      await expect(getValue(db, leader, NOW, measurementId, uk)).rejects.toMatchObject({ code: "not_found" });
    }
    const value = await getValue(db, evaluator, NOW, measurementId, uk);
    expect(value.official).toMatchObject({ value: "обмежений доступ", reference });
    const reads = await db.selectFrom("audit_entry").select(["actor_id", "detail"]).where("action", "=", "read_restricted").execute();
    expect(reads).toEqual([{ actor_id: evaluator.userId, detail: { measurementId } }]);
  });

  test("a receipt is for the body and for who sees unverified values", async () => {
    const { db } = database;
    const { story, focal, evaluator, waiting } = await aYear(db);
    const id = waiting.submissionId ?? "";
    expect(await getReceipt(db, focal, LATER, id, uk)).toMatchObject({ no: "2027-0003", items: [{ code: "CUM", value: "7", timeliness: "on_time" }] });
    expect(await getReceipt(db, evaluator, LATER, id, uk)).toMatchObject({ no: "2027-0003" });
    for (const other of [await story.person("other", "focal_point", "SCS"), await story.person("reader", "reader")]) {
      await expect(getReceipt(db, other, LATER, id, uk)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("completeness by body", () => {
  const database = useDatabase();

  test("counts add up, name who has not reported, and stop at the reader's ceiling", async () => {
    const { db } = database;
    const { story } = await aYear(db);
    const coordinator = await story.person("coordinator", "coordinator", "MIA", "restricted");
    const board = await getBoard(db, coordinator, LATER, story.cycleId("2026"), uk);
    const sbgs = board?.rows.find((row) => row.agency === "Орган SBGS");
    expect(sbgs).toMatchObject({ owed: 11, verified: 1, waiting: 1, returned: 1, missing: 8, excluded: 0 });
    expect(sbgs?.notReported.map((each) => each.code)).toContain("SECRET");
    for (const row of [...(board?.rows ?? []), ...(board ? [board.totals] : [])]) expect(row.verified + row.waiting + row.returned + row.missing).toBe(row.owed);
    expect(board?.totals.owed).toBe(12);
    const leader = await story.person("leader", "leadership", null, "internal");
    const cut = await getBoard(db, leader, LATER, story.cycleId("2026"), uk);
    expect(cut?.totals.owed).toBe(11);
    expect(JSON.stringify(cut)).not.toContain("SECRET");
    const csv = board ? toCsv(boardReport(board, uk), "рядків") : "";
    expect(csv).toContain("Орган SBGS,11,1,1,1,8,0,0,");
  });

  test("without a round asked for it is the open one that closes first; who lacks it finds nothing", async () => {
    const { db } = database;
    const { story, focal } = await aYear(db);
    const coordinator = await story.person("coordinator", "coordinator");
    expect((await getBoard(db, coordinator, LATER, null, uk))?.round.periodKey).toBe("2026");
    await expect(getBoard(db, focal, LATER, null, uk)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the first page", () => {
  const database = useDatabase();

  test("an approver sees what waits for them, their own with the reason why another confirms it", async () => {
    const { db } = database;
    const { story } = await aYear(db);
    const both = await story.personWith("both", [{ role: "focal_point", agency: "SCS" }, { role: "agency_approver", agency: "SCS" }]);
    const approver = await story.person("approver", "agency_approver", "SCS");
    const { measurementId } = await submitValue(db, both, NOW, anEntry(story, "SIGNED", number("7")));
    expect(await getAwaiting(db, both, NOW, uk)).toMatchObject([{ code: "SIGNED", refusal: "own_submission" }]);
    expect(await getAwaiting(db, approver, NOW, uk)).toMatchObject([{ code: "SIGNED", refusal: null }]);
    await approveSubmission(db, approver, NOW, { measurementId, no: 1 });
    // who let version 1 leave may let version 2 leave as well
    await submitValue(db, both, NOW, anEntry(story, "SIGNED", number("8"), { baseNo: 1 }));
    expect(await getAwaiting(db, approver, NOW, uk)).toMatchObject([{ code: "SIGNED", no: 2, refusal: null }]);
  });

  const rows = [
    ["focal_point", "SBGS", ["work"]],
    ["agency_approver", "SCS", ["approval"]],
    ["evaluator", "MIA", ["review"]],
    ["coordinator", null, ["board", "plans"]],
    ["leadership", null, ["plans"]],
    ["reader", null, ["plans"]],
    ["administrator", null, ["plans"]],
    ["security_administrator", null, []],
  ] as const;
  test.each(rows)("%s of %s finds %j", async (role, agency, sections) => {
    const { db } = database;
    const { story } = await aYear(db);
    const home = await getHome(db, await story.person("somebody", role, agency), NOW, uk);
    const there = (["work", "approval", "review", "board", "plans"] as const).filter((section) => home[section] !== null);
    expect(there).toEqual(sections);
  });
});
