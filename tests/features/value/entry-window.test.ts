import { describe, expect, test } from "vitest";
import { approveSubmission } from "~/features/submission/approve-submission.server";
import { sendBack } from "~/features/submission/send-back.server";
import { returnValue } from "~/features/value/return-value.server";
import { submitValue } from "~/features/value/submit-value.server";
import { findDraft } from "~db/queries/drafts";
import { findSubmission } from "~db/queries/submissions";
import { useDatabase } from "../../support/database";
import { aReportingStory } from "../../support/reporting-story";
import { anEntry, number } from "./value-input";

describe("the edge of a deadline, by the server's clock in Kyiv (case C17)", () => {
  const database = useDatabase();
  // 15 March 2027 is winter time (+02:00), 15 April 2027 summer time (+03:00): the clock changes on 28 March
  const rows: [kyiv: string, instant: string, outcome: string][] = [
    ["31.12.2025, 23:59:59, the day before the round opens", "2025-12-31T21:59:59.000Z", "window_not_open"],
    ["01.01.2026, 00:00:00", "2025-12-31T22:00:00.000Z", "taken"],
    ["15.03.2027, 23:59:59", "2027-03-15T21:59:59.000Z", "taken"],
    ["15.03.2027, 23:59:59.999", "2027-03-15T21:59:59.999Z", "taken"],
    ["16.03.2027, 00:00:00", "2027-03-15T22:00:00.000Z", "window_closed"],
    ["16.03.2027, 10:00, written offline on the 14th", "2027-03-16T08:00:00.000Z", "window_closed"],
    ["29.03.2027, 00:30, after the clock change", "2027-03-28T21:30:00.000Z", "window_closed"],
  ];
  test.each(rows)("%s: %s → %s", async (_kyiv, instant, outcome) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const entry = anEntry(story, "NUM", number("40"), { typed: { value: "40" } });
    const sending = submitValue(db, focal, instant, entry);
    if (outcome === "taken") return expect((await sending).submissionId).not.toBeNull();
    await expect(sending).rejects.toMatchObject({ code: outcome, params: { opensOn: "2026-01-01", closedOn: "2027-03-15", reopenedBy: "coordinator" } });
    expect(await findDraft(db, focal.userId, entry.obligationId)).toMatchObject({ body: { value: "40" } });
  });

  test.each([
    ["28.03.2027, 02:59:59 winter time", "2027-03-28T00:59:59.000Z"],
    ["28.03.2027, 04:00:00 summer time", "2027-03-28T01:00:00.000Z"],
    ["15.04.2027, 23:59:59 summer time", "2027-04-15T20:59:59.000Z"],
  ])("what was refused is taken in the next round as a late correction: %s", async (_kyiv, instant) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const { submissionId } = await submitValue(db, focal, instant, anEntry(story, "NUM", number("40"), { late: true }));
    expect(await findSubmission(db, submissionId ?? "")).toMatchObject({ cycle_id: story.cycleId("2027"), period_key: "2027" });
  });

  test.each([
    ["while the round is under review, in the round itself", "2027-04-14T20:59:59.000Z", "2026"],
    ["after the review, only as a late correction", "2027-04-14T21:00:00.000Z", "window_closed"],
  ])("a return of what came in time is answered %s", async (_when, instant, outcome) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const evaluator = await story.person("e", "evaluator", "MIA");
    const { measurementId } = await submitValue(db, focal, "2027-03-15T10:00:00.000Z", anEntry(story, "NUM", number("40")));
    await returnValue(db, evaluator, "2027-03-20T10:00:00.000Z", { measurementId, no: 1, decisionsSeen: 0, reason: "додайте акт" });
    const answering = submitValue(db, focal, instant, anEntry(story, "NUM", number("41"), { baseNo: 1 }));
    if (outcome === "window_closed") return expect(answering).rejects.toMatchObject({ code: outcome });
    const { submissionId } = await answering;
    expect(await findSubmission(db, submissionId ?? "")).toMatchObject({ cycle_id: story.cycleId(outcome) });
  });

  test.each([
    ["while the round is under review, in the round itself", "2027-04-14T20:59:59.000Z", "2026"],
    ["after the review, only in the round that is open", "2027-04-14T21:00:00.000Z", "2027"],
  ])("with an approver of the body's own, the answer leaves %s", async (_when, instant, round) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SCS");
    const approver = await story.person("b", "agency_approver", "SCS");
    const evaluator = await story.person("e", "evaluator", "MIA");
    const { measurementId } = await submitValue(db, focal, "2027-03-14T10:00:00.000Z", anEntry(story, "SIGNED", number("40")));
    await approveSubmission(db, approver, "2027-03-15T10:00:00.000Z", { measurementId, no: 1 });
    await returnValue(db, evaluator, "2027-03-20T10:00:00.000Z", { measurementId, no: 1, decisionsSeen: 0, reason: "додайте акт" });
    await submitValue(db, focal, "2027-03-21T10:00:00.000Z", anEntry(story, "SIGNED", number("41"), { baseNo: 1 }));
    await submitValue(db, focal, "2027-03-22T10:00:00.000Z", anEntry(story, "SIGNED", number("42"), { baseNo: 2 }));
    const submissionId = await approveSubmission(db, approver, instant, { measurementId, no: 3 });
    expect(await findSubmission(db, submissionId)).toMatchObject({ cycle_id: story.cycleId(round) });
  });

  test("what the body's own approver sent back never left: its round is closed like every other", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SCS");
    const approver = await story.person("b", "agency_approver", "SCS");
    const { measurementId } = await submitValue(db, focal, "2027-03-15T10:00:00.000Z", anEntry(story, "SIGNED", number("40")));
    await sendBack(db, approver, "2027-03-20T10:00:00.000Z", { measurementId, no: 1, decisionsSeen: 0, reason: "уточніть джерело" });
    const again = submitValue(db, focal, "2027-03-21T10:00:00.000Z", anEntry(story, "SIGNED", number("41"), { baseNo: 1 }));
    await expect(again).rejects.toMatchObject({ code: "window_closed" });
  });

  test("no round of the plan is open: refused even as a late correction", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const sending = submitValue(db, focal, "2028-03-15T22:00:00.000Z", anEntry(story, "NUM", number("40"), { late: true }));
    await expect(sending).rejects.toMatchObject({ code: "window_closed", params: { nextRound: null } });
  });
});
