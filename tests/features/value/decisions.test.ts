import { describe, expect, test } from "vitest";
import { approveSubmission } from "~/features/submission/approve-submission.server";
import { sendBack } from "~/features/submission/send-back.server";
import { returnValue } from "~/features/value/return-value.server";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { readMeasurement, stateOf } from "~/features/value/measurement-facts.server";
import { findObligation } from "~db/queries/obligations";
import { findSubmission } from "~db/queries/submissions";
import { readText } from "~db/queries/content";
import { insertVerification } from "~db/queries/measurements";
import { inTransaction } from "~db/transaction.server";
import type { Db } from "~db/client.server";
import type { Role } from "~/domain/roles";
import { useDatabase } from "../../support/database";
import { aReportingStory } from "../../support/reporting-story";
import { anEntry, number } from "./value-input";

const NOW = "2027-02-01T10:00:00.000Z";
const LATER = "2027-02-02T10:00:00.000Z";
const stateIn = async (db: Db, id: string) => (await findObligation(db, id))?.state;

async function submitted(db: Db) {
  const story = await aReportingStory(db);
  const focal = await story.person("focal", "focal_point", "SBGS");
  const { measurementId } = await submitValue(db, focal, NOW, anEntry(story, "NUM", number("40")));
  return { story, focal, measurementId, seen: { measurementId, no: 1, decisionsSeen: 0 } };
}

describe("verifying and returning", () => {
  const database = useDatabase();

  test("submit → return with a reason → resubmit → verify; the state follows the facts at every step", async () => {
    const { db } = database;
    const { story, focal, measurementId, seen } = await submitted(db);
    const evaluator = await story.person("evaluator", "evaluator", "MIA");
    await expect(returnValue(db, evaluator, NOW, { ...seen, reason: "  " })).rejects.toMatchObject({ params: { code: "return_reason_required" } });
    await returnValue(db, evaluator, NOW, { ...seen, reason: "додайте акт введення в дію" });
    expect(await stateIn(db, story.owed("NUM"))).toBe("returned");
    const { verifications } = await readMeasurement(db, measurementId);
    expect(await readText(db, verifications[0]?.reason_digest ?? null)).toEqual({ text: "додайте акт введення в дію" });

    await submitValue(db, focal, LATER, anEntry(story, "NUM", number("41"), { baseNo: 1 }));
    expect(await stateIn(db, story.owed("NUM"))).toBe("submitted");
    await verifyValue(db, evaluator, LATER, { measurementId, no: 2, decisionsSeen: 0 });
    expect(await stateIn(db, story.owed("NUM"))).toBe("verified");
    expect(stateOf(await readMeasurement(db, measurementId), null)).toBe("verified");
  });

  test("the second of two deciders meets a conflict, whichever way both decide", async () => {
    const { db } = database;
    const { story, seen } = await submitted(db);
    const one = await story.person("one", "evaluator", "MIA");
    const two = await story.person("two", "evaluator", "MIA");
    await verifyValue(db, one, NOW, seen);
    await expect(returnValue(db, two, NOW, { ...seen, reason: "сумнів" })).rejects.toMatchObject({ code: "already_decided", kind: "conflict" });
  });

  test("two deciders at the same moment: one decision is kept", async () => {
    const { db } = database;
    const { story, seen, measurementId } = await submitted(db);
    const people = [await story.person("one", "evaluator", "MIA"), await story.person("two", "evaluator", null)];
    const results = await Promise.allSettled(people.map((person) => verifyValue(db, person, NOW, seen)));
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await readMeasurement(db, measurementId)).verifications).toHaveLength(1);
  });

  test("a decision about a version that a newer one has replaced is a conflict", async () => {
    const { db } = database;
    const { story, focal, seen } = await submitted(db);
    const evaluator = await story.person("evaluator", "evaluator", "MIA");
    await submitValue(db, focal, NOW, anEntry(story, "NUM", number("41"), { baseNo: 1 }));
    await expect(verifyValue(db, evaluator, NOW, seen)).rejects.toMatchObject({ code: "value_changed_meanwhile" });
  });
});

describe("nobody judges their own (case C16)", () => {
  const database = useDatabase();
  const rows: [who: string, grants: { role: Role; agency: string | null }[], code: string][] = [
    ["the author, also an evaluator", [{ role: "focal_point", agency: "SBGS" }, { role: "evaluator", agency: null }], "own_submission"],
    ["a colleague of the body, also an evaluator", [{ role: "focal_point", agency: "SBGS" }, { role: "evaluator", agency: "MIA" }], "own_agency"],
    ["an evaluator of the body itself", [{ role: "evaluator", agency: "SBGS" }], "own_agency"],
    ["an evaluator of an obliged co-executor", [{ role: "evaluator", agency: "SCS" }], "own_body_executes"],
    ["a coordinator", [{ role: "coordinator", agency: null }], "role_lacks_action"],
  ];
  test.each(rows)("%s is refused to verify and to return: %s", async (who, grants, code) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const author = await story.personWith("author", [{ role: "focal_point", agency: "SBGS" }, { role: "evaluator", agency: null }]);
    const { measurementId } = await submitValue(db, author, NOW, anEntry(story, "NUM", number("40")));
    const actor = who.startsWith("the author") ? author : await story.personWith("other", grants);
    const seen = { measurementId, no: 1, decisionsSeen: 0 };
    await expect(verifyValue(db, actor, NOW, seen)).rejects.toMatchObject({ code });
    await expect(returnValue(db, actor, NOW, { ...seen, reason: "x" })).rejects.toMatchObject({ code });
  });

  test("the database refuses the author behind the application's back", async () => {
    const { db } = database;
    const { focal, measurementId } = await submitted(db);
    const writing = inTransaction(db, { actorId: focal.userId, action: "verify_value", now: NOW }, (trx) =>
      insertVerification(trx, { measurementId, no: 1, seq: 1, decision: "accepted", reasonDigest: null, byId: focal.userId, now: NOW }),
    );
    await expect(writing).rejects.toThrow("four_eyes");
  });
});

describe("a body with an approver", () => {
  const database = useDatabase();

  async function waiting(db: Db) {
    const story = await aReportingStory(db);
    const focal = await story.person("focal", "focal_point", "SCS");
    const approver = await story.person("approver", "agency_approver", "SCS");
    const sent = await submitValue(db, focal, NOW, anEntry(story, "SIGNED", number("7")));
    return { story, focal, approver, sent, owed: story.owed("SIGNED") };
  }

  test("the value waits without a receipt, and leaves when the approver confirms it", async () => {
    const { db } = database;
    const { story, focal, approver, sent, owed } = await waiting(db);
    const evaluator = await story.person("evaluator", "evaluator", "MIA");
    expect(sent.submissionId).toBeNull();
    expect(await stateIn(db, owed)).toBe("awaiting_approval");
    await expect(verifyValue(db, evaluator, NOW, { measurementId: sent.measurementId, no: 1, decisionsSeen: 0 })).rejects.toMatchObject({ code: "act_not_possible_in_state" });
    const submissionId = await approveSubmission(db, approver, LATER, { measurementId: sent.measurementId, no: 1 });
    expect(await findSubmission(db, submissionId)).toMatchObject({ submitted_by: approver.userId, submitted_at: LATER });
    expect(await stateIn(db, owed)).toBe("submitted");
    await expect(approveSubmission(db, approver, LATER, { measurementId: sent.measurementId, no: 1 })).rejects.toMatchObject({ code: "already_decided" });
    await verifyValue(db, evaluator, LATER, { measurementId: sent.measurementId, no: 1, decisionsSeen: 0 });
    expect(await stateIn(db, owed)).toBe("verified");

    const correction = anEntry(story, "SIGNED", number("9"), { baseNo: 1, correctionReason: "уточнено" });
    await submitValue(db, focal, LATER, correction);
    expect(await stateIn(db, owed)).toBe("awaiting_approval");
    await approveSubmission(db, approver, LATER, { measurementId: sent.measurementId, no: 2 });
    expect(await stateIn(db, owed)).toBe("submitted");
  });

  test("the approver sends it back with a reason, and the focal point enters it again", async () => {
    const { db } = database;
    const { story, focal, approver, sent, owed } = await waiting(db);
    const back = { measurementId: sent.measurementId, no: 1, decisionsSeen: 0 };
    await expect(sendBack(db, approver, NOW, { ...back, reason: "" })).rejects.toMatchObject({ params: { code: "return_reason_required" } });
    await sendBack(db, approver, NOW, { ...back, reason: "уточніть джерело" });
    expect(await stateIn(db, owed)).toBe("returned");
    await submitValue(db, focal, LATER, anEntry(story, "SIGNED", number("8"), { baseNo: 1 }));
    expect(await stateIn(db, owed)).toBe("awaiting_approval");
  });

  test("who wrote the value does not confirm it", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const both = await story.personWith("both", [{ role: "focal_point", agency: "SCS" }, { role: "agency_approver", agency: "SCS" }]);
    const sent = await submitValue(db, both, NOW, anEntry(story, "SIGNED", number("7")));
    await expect(approveSubmission(db, both, NOW, { measurementId: sent.measurementId, no: 1 })).rejects.toMatchObject({ code: "own_submission" });
  });
});
