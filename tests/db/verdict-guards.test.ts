/** Evaluation behind the application's back: what the database itself refuses. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Db } from "~db/client.server";
import { putText } from "~db/queries/content";
import { insertReply, insertVerdict, listVerdicts } from "~db/queries/verdicts";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../support/database";
import { codeOf } from "../support/rows";
import { aScoringStory, SCORED_ON as NOW, type ScoringStory } from "../support/scoring-story";

const database = useDatabase();
const TERM_OVER = "2027-02-15T22:00:00.000Z";

type Draft = Parameters<typeof insertVerdict>[1];

/** A draft on SBGS's share of M1, as a program could write it. */
const write = (db: Db, story: ScoringStory, evaluatorId: string, change: Partial<Draft> = {}) =>
  inTransaction(db, { actorId: evaluatorId, action: "score_measure", now: change.recorded_at ?? NOW }, (trx) =>
    insertVerdict(trx, {
      measure_id: story.measureId("M1"), cycle_id: story.cycleId("2026"), agency_id: story.agencyId("SBGS"), seq: 1, stage: "draft", status: "in_progress",
      suggested: "in_progress", evidence_grade: "document_seen", method_no: 1, reply_until: "2027-02-15", evaluator_id: evaluatorId, idem_key: randomUUID(), recorded_at: NOW, ...change,
    }));

const reply = (db: Db, story: ScoringStory, verdictId: string, byId: string, agency = "SBGS", now = NOW) =>
  inTransaction(db, { actorId: byId, action: "reply_to_verdict", now }, (trx) => insertReply(trx, { verdictId, agencyId: story.agencyId(agency), agreed: true, textDigest: null, byId, now }));

describe("nobody judges their own body", () => {
  it.each([
    ["of the lead", "SBGS", "SCS", "IB003"],
    ["of an obliged co-executor", "SCS", "SBGS", "IB003"],
    ["of a body by consent, on that body", "MIA", "MIA", "IB003"],
    ["of a body by consent, on another", "MIA", "SBGS", "nothing refused"],
  ])("an evaluator %s", async (_, own, judged, expected) => {
    const story = await aScoringStory(database.db);
    const who = await story.person("judge", "evaluator", own);
    expect(await codeOf(write(database.db, story, who.userId, { agency_id: story.agencyId(judged) }))).toBe(expected);
  });

  it("though an amendment has taken the measure out since", async () => {
    const story = await aScoringStory(database.db);
    await story.amended("2026-10-01T10:00:00.000Z", { dueOn: null });
    const who = await story.person("judge", "evaluator", "SBGS");
    expect(await codeOf(write(database.db, story, who.userId, { agency_id: story.agencyId("SCS") }))).toBe("IB003");
  });

  it("but a grant that has ended bars nobody", async () => {
    const story = await aScoringStory(database.db);
    const who = await story.personWith("judge", [{ role: "focal_point", agency: "SBGS" }, { role: "evaluator", agency: null }]);
    await inTransaction(database.db, { actorId: null, action: "end_grant", now: NOW }, (trx) =>
      trx.updateTable("role_grant").set({ to_at: "2027-01-31T10:00:00.000Z" }).where("user_id", "=", who.userId).where("role", "=", "focal_point").execute());
    expect(await codeOf(write(database.db, story, who.userId))).toBe("nothing refused");
  });
});

describe("draft, reply, final", () => {
  const final = (db: Db, story: ScoringStory, draftId: string, change: Partial<Draft> = {}) =>
    write(db, story, story.evaluator.userId, { seq: 2, stage: "final", draft_id: draftId, recorded_at: TERM_OVER, ...change });

  it.each<[string, Partial<Draft>, string]>([
    ["repeats its draft after the term", {}, "nothing refused"],
    ["says another status", { status: "implemented", suggested: null }, "IB005"],
    ["rests on something else", { evidence_grade: "none" }, "IB005"],
    ["comes a moment before the term is over", { recorded_at: "2027-02-15T21:59:59.999Z" }, "IB005"],
    ["skips a number", { seq: 3 }, "IB005"],
    ["is of another body", { agency_id: "SCS" }, "IB005"],
    ["has no draft", { draft_id: null }, "IB005"],
  ])("a final verdict that %s", async (_, change, expected) => {
    const story = await aScoringStory(database.db);
    const draft = await write(database.db, story, story.evaluator.userId);
    const of = change.agency_id === undefined ? change : { ...change, agency_id: story.agencyId(change.agency_id) };
    expect(await codeOf(final(database.db, story, draft, of))).toBe(expected);
  });

  it("comes at once after a reply, and once only", async () => {
    const story = await aScoringStory(database.db);
    const draft = await write(database.db, story, story.evaluator.userId);
    await reply(database.db, story, draft, story.focal.userId);
    expect(await codeOf(final(database.db, story, draft, { recorded_at: NOW }))).toBe("nothing refused");
    expect(await codeOf(final(database.db, story, draft, { recorded_at: NOW, seq: 3 }))).toBe("IB005");
  });

  it("the second verdict of one number collides", async () => {
    const story = await aScoringStory(database.db);
    await write(database.db, story, story.evaluator.userId);
    expect(await codeOf(write(database.db, story, story.evaluator.userId))).toBe("23505");
  });

  it.each<[string, (story: ScoringStory) => { by: string; agency: string }, string]>([
    ["the body's focal point", (story) => ({ by: story.focal.userId, agency: "SBGS" }), "nothing refused"],
    ["for another body", (story) => ({ by: story.focal.userId, agency: "SCS" }), "IB003"],
    ["whoever gave the verdict", (story) => ({ by: story.evaluator.userId, agency: "SBGS" }), "IB003"],
  ])("a reply by %s", async (_, who, expected) => {
    const story = await aScoringStory(database.db);
    const draft = await write(database.db, story, story.evaluator.userId);
    const { by, agency } = who(story);
    expect(await codeOf(reply(database.db, story, draft, by, agency))).toBe(expected);
  });

  it("a reply after the final word, to a replaced draft, or a second one", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    const draft = await write(db, story, story.evaluator.userId);
    await write(db, story, story.evaluator.userId, { seq: 2 });
    expect(await codeOf(reply(db, story, draft, story.focal.userId))).toBe("IB005");
    const other = await write(db, story, story.evaluator.userId, { agency_id: story.agencyId("SCS") });
    await final(db, story, other, { agency_id: story.agencyId("SCS") });
    expect(await codeOf(reply(db, story, other, story.focal.userId, "SCS", TERM_OVER))).toBe("IB005");
    const third = await write(db, story, story.evaluator.userId, { agency_id: story.agencyId("MIA") });
    await reply(db, story, third, story.focal.userId, "MIA");
    expect(await codeOf(reply(db, story, third, story.focal.userId, "MIA"))).toBe("23505");
  });
});

describe("what a verdict must hold", () => {
  it.each<[string, Partial<Draft>]>([
    ["a status that differs without a reason", { status: "implemented" }],
    ["suspended without its act", { status: "suspended", suggested: "suspended" }],
    ["cannot be assessed without a word", { status: "cannot_be_assessed", suggested: null }],
    ["no longer relevant without its amendment", { status: "no_longer_relevant", suggested: null }],
    ["a grade that is none", { evidence_grade: "hearsay" }],
  ])("%s", async (_, change) => {
    const story = await aScoringStory(database.db);
    expect(await codeOf(write(database.db, story, story.evaluator.userId, change))).toBe("23514");
  });

  it("remarks without words are no remarks, and nothing of it is ever changed", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    const id = await write(db, story, story.evaluator.userId, { text_digest: await inTransaction(db, { actorId: null, action: "prepare", now: NOW }, (trx) => putText(trx, "Слово.")) });
    const remarks = inTransaction(db, { actorId: story.focal.userId, action: "reply_to_verdict", now: NOW }, (trx) =>
      insertReply(trx, { verdictId: id, agencyId: story.agencyId("SBGS"), agreed: false, textDigest: null, byId: story.focal.userId, now: NOW }));
    expect(await codeOf(remarks)).toBe("23514");
    await reply(db, story, id, story.focal.userId);
    for (const statement of ["update verdict set status = 'implemented'", "delete from verdict_reply", "truncate verdict_basis", "delete from verdict"]) {
      expect([statement, await codeOf(sql.raw(statement).execute(db))]).toEqual([statement, "IB001"]);
    }
    expect(await listVerdicts(db, story.measureId("M1"), NOW)).toMatchObject([{ status: "in_progress", agreed: true }]);
  });
});
