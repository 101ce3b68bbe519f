/** Draft → the body's reply → final: who may when, and what stays on record. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import { finaliseVerdict } from "~/features/scoring/finalise-verdict.server";
import { getMeasureVerdicts } from "~/features/scoring/get-measure-verdicts.server";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { getVerdict } from "~/features/scoring/get-verdict.server";
import { replyToVerdict } from "~/features/scoring/reply-to-verdict.server";
import { getHome } from "~/features/work-list/get-home.server";
import { wordsOf } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { listVerdicts } from "~db/queries/verdicts";
import { useDatabase } from "../../support/database";
import { aScoringStory, type ScoringStory } from "../../support/scoring-story";

const uk = wordsOf("uk");
const M1 = { planCode: "PLAN-R", periodKey: "2026", code: "M1" };
// drafts of 1 February 2027 may be answered until 15 February, 23:59:59 in Kyiv (two hours ahead of UTC)
const [IN_TERM, LAST_SECOND, NEXT_DAY] = ["2027-02-10T10:00:00.000Z", "2027-02-15T21:59:59.999Z", "2027-02-15T22:00:00.000Z"];

async function drafted(db: Db, executor = "SBGS") {
  const story = await aScoringStory(db);
  await story.reported("40");
  const [id = ""] = await story.drafted({ executor, text: "Роботи тривають." });
  const finalise = (now: string, draftIds = [id], who: Actor = story.evaluator) => finaliseVerdict(db, who, now, { ...M1, draftIds, repliesSeen: draftIds, idemKey: randomUUID() });
  const reply = (now: string, change: Partial<Parameters<typeof replyToVerdict>[3]> = {}, who: Actor = story.focal) => replyToVerdict(db, who, now, { verdictId: id, agreed: true, text: "", ...change });
  return { story, id, finalise, reply };
}

const onMeasure = (db: Db, who: Actor, now: string) => getMeasureVerdicts(db, who, now, M1, uk);

describe("the right of reply", () => {
  const database = useDatabase();

  test("no reply, the last second of the term: not yet; the next day: final, with the words of the draft", async () => {
    const { db } = database;
    const { story, id, finalise } = await drafted(db);
    await expect(finalise(LAST_SECOND)).rejects.toMatchObject({ code: "reply_awaited", params: { until: "2027-02-15" } });
    await finalise(NEXT_DAY);
    const [final, draft] = await listVerdicts(db, story.measureId("M1"), NEXT_DAY);
    expect(final).toMatchObject({ stage: "final", draft_id: id, seq: 2, status: draft?.status, text_digest: draft?.text_digest, recorded_at: NEXT_DAY });
    expect((await db.selectFrom("audit_entry").select("action").where("row_table", "=", "verdict").execute()).map(({ action }) => action)).toEqual(["score_measure", "finalise_verdict"]);
  });

  test("a body that has replied need not be waited for; agreed or with remarks", async () => {
    const { db } = database;
    const { finalise, reply, story } = await drafted(db);
    await expect(reply(IN_TERM, { agreed: false })).rejects.toMatchObject({ code: "verdict_refused" });
    await reply(IN_TERM, { agreed: false, text: "Не враховано акт № 7." });
    expect((await getScoringQueue(db, story.evaluator, IN_TERM, { plan: "PLAN-R", period: "2026" }, uk))?.rows[0]).toMatchObject({ state: "ready", hasReply: true });
    await finalise(IN_TERM);
    const shown = await onMeasure(db, await story.person("reader", "reader", null, "public"), IN_TERM);
    expect(shown.inPeriod).toMatchObject([{ stage: "final", text: { text: "Роботи тривають." }, reply: { agreed: false, text: { text: "Не враховано акт № 7." }, isLate: false, by: "Відповідальна особа органу, SBGS" } }]);
  });

  test("a late reply is taken before the final word and marked; after it it is refused with the reason", async () => {
    const { db } = database;
    const { id, story, finalise, reply } = await drafted(db);
    await reply(NEXT_DAY);
    expect((await getVerdict(db, story.focal, NEXT_DAY, id, uk)).verdict.reply).toMatchObject({ agreed: true, isLate: true });
    await expect(reply(NEXT_DAY)).rejects.toMatchObject({ code: "already_replied" });
    await finalise(NEXT_DAY);

    const second = await story.drafted({ executor: "SCS", seen: "SCS.0" });
    await finalise("2027-02-16T10:00:00.000Z", second);
    const scs = await story.person("scs", "focal_point", "SCS");
    await expect(replyToVerdict(db, scs, "2027-02-17T10:00:00.000Z", { verdictId: second[0] ?? "", agreed: true, text: "" })).rejects.toMatchObject({ code: "reply_after_final", kind: "locked" });
  });

  test("a draft that a newer one replaced is neither answered nor made final", async () => {
    const { db } = database;
    const { story, finalise, reply } = await drafted(db);
    await story.drafted({ executor: "SBGS", seen: "SBGS.1", text: "Уточнено." }, IN_TERM);
    await expect(reply(IN_TERM)).rejects.toMatchObject({ code: "reply_after_final" });
    await expect(finalise(NEXT_DAY)).rejects.toMatchObject({ code: "verdict_changed_meanwhile" });
  });

  test("a final verdict is corrected by a new draft with a new term; the earlier final stays until then", async () => {
    const { db } = database;
    const { story, finalise } = await drafted(db);
    await finalise(NEXT_DAY);
    await story.drafted({ executor: "SBGS", seen: "SBGS.2", status: "implemented", differsReason: "Здано достроково." }, NEXT_DAY);
    const reader = await story.person("reader", "reader", null, "public");
    expect((await onMeasure(db, reader, NEXT_DAY)).others.map(({ stage, status }) => [stage, status])).toEqual([["final", "in_progress"]]);
    expect((await onMeasure(db, story.focal, NEXT_DAY)).inPeriod.map(({ stage, status }) => [stage, status])).toEqual([["draft", "implemented"]]);
  });

  test("several drafts become final together, or none of them", async () => {
    const { db } = database;
    const { story, id, finalise } = await drafted(db);
    const [scs = ""] = await story.drafted({ executor: "SCS" }, IN_TERM);
    await expect(finalise(NEXT_DAY, [id, scs])).rejects.toMatchObject({ code: "reply_awaited" });
    expect((await listVerdicts(db, story.measureId("M1"), NEXT_DAY)).filter(({ stage }) => stage === "final")).toEqual([]);
    await finalise("2027-02-25T10:00:00.000Z", [id, scs]);
    expect((await onMeasure(db, story.focal, "2027-02-25T11:00:00.000Z")).joint).toMatchObject({ status: "in_progress", because: "all_alike", bars: [], shownOnly: ["MIA"] });
  });

  test("a reply that came since the page was opened is read first", async () => {
    const { db } = database;
    const { story, id, reply } = await drafted(db);
    const press = (repliesSeen: string[]) => finaliseVerdict(db, story.evaluator, NEXT_DAY, { ...M1, draftIds: [id], repliesSeen, idemKey: randomUUID() });
    await reply(NEXT_DAY, { agreed: false, text: "Працюють усі три." });
    await expect(press([])).rejects.toMatchObject({ code: "reply_arrived" });
    await press([id]);
    expect((await listVerdicts(db, story.measureId("M1"), NEXT_DAY)).filter(({ stage }) => stage === "final")).toHaveLength(1);
  });

  test("the same press twice makes one final verdict; two evaluators at once likewise", async () => {
    const { db } = database;
    const { story, id, finalise } = await drafted(db);
    const idemKey = randomUUID();
    await finaliseVerdict(db, story.evaluator, NEXT_DAY, { ...M1, draftIds: [id], repliesSeen: [], idemKey });
    await finaliseVerdict(db, story.evaluator, NEXT_DAY, { ...M1, draftIds: [id], repliesSeen: [], idemKey });
    await expect(finalise(NEXT_DAY, [id], await story.person("other", "evaluator", "MIA"))).rejects.toMatchObject({ code: "verdict_changed_meanwhile" });
    expect((await listVerdicts(db, story.measureId("M1"), NEXT_DAY)).filter(({ stage }) => stage === "final")).toHaveLength(1);
  });
});

describe("who sees and who answers", () => {
  const database = useDatabase();

  test("the body's page: draft, suggestion as of that moment, until when; on its first page as a task", async () => {
    const { db } = database;
    const { id, story, reply } = await drafted(db);
    await story.reported("55", 1);
    const page = await getVerdict(db, story.focal, IN_TERM, id, uk);
    expect(page).toMatchObject({ code: "M1", refusal: null, verdict: { status: "in_progress", replyState: "waiting", replyUntil: "2027-02-15" }, suggestion: { status: "in_progress" } });
    expect((await getHome(db, story.focal, IN_TERM, uk)).replies).toMatchObject([{ verdictId: id, code: "M1", daysLeft: 5, state: "waiting" }]);
    expect((await getHome(db, story.focal, NEXT_DAY, uk)).replies).toMatchObject([{ verdictId: id, state: "overdue" }]);
    await reply(IN_TERM);
    expect((await getHome(db, story.focal, IN_TERM, uk)).replies).toEqual([]);
    expect((await getVerdict(db, story.focal, IN_TERM, id, uk)).refusal).toBe("already_replied");
  });

  test.each<[string, (story: ScoringStory) => Promise<Actor>, string, string]>([
    ["the approver of the body looks", (story) => story.person("approver", "agency_approver", "SBGS"), "ok", "role_lacks_action"],
    ["the coordinator looks", (story) => story.person("coordinator", "coordinator", "SCS"), "ok", "role_lacks_action"],
    ["another evaluator looks", (story) => story.person("other", "evaluator", "MIA"), "ok", "role_lacks_action"],
    ["another body", (story) => story.person("scs", "focal_point", "SCS"), "not_found", "not_found"],
    ["leadership", (story) => story.person("leadership", "leadership"), "not_found", "not_found"],
    ["a reader", (story) => story.person("reader", "reader", null, "public"), "not_found", "not_found"],
  ])("%s", async (_, person, looks, answers) => {
    const { db } = database;
    const { id, story, reply } = await drafted(db);
    const who = await person(story);
    const code = (work: Promise<unknown>) => work.then(() => "ok", (error: { code: string }) => error.code);
    expect(await code(getVerdict(db, who, IN_TERM, id, uk))).toBe(looks);
    expect(await code(reply(IN_TERM, {}, who))).toBe(answers);
    expect((await onMeasure(db, who, IN_TERM)).inPeriod).toHaveLength(looks === "ok" ? 1 : 0);
  });

  test("nobody answers their own verdict, whatever body they have come to since", async () => {
    const { db } = database;
    const { reply, story } = await drafted(db);
    const moved: Actor = { ...story.evaluator, grants: [{ role: "focal_point", agencyId: story.agencyId("SBGS") }] };
    await expect(reply(IN_TERM, {}, moved)).rejects.toMatchObject({ code: "own_verdict" });
  });

  test("a verdict without a body's page: a final one, and one on a measure above the reader's ceiling", async () => {
    const { db } = database;
    const { story } = await drafted(db);
    const [id = ""] = await story.drafted({ code: "M4", executor: "SBGS", seen: "SBGS.0", status: "not_implemented", suggestedSeen: "not_implemented" });
    await expect(getVerdict(db, await story.person("plain", "focal_point", "SBGS", "internal"), IN_TERM, id, uk)).rejects.toMatchObject({ code: "not_found" });
    // cleared for their own body's part, though no whole-plan reading shows it
    expect(await getVerdict(db, story.focal, IN_TERM, id, uk)).toMatchObject({ code: "M4", suggestion: null, refusal: null });
    expect((await getHome(db, story.focal, IN_TERM, uk)).replies?.map(({ code }) => code).sort()).toEqual(["M1", "M4"]);
  });
});
