/** A draft verdict: what it keeps, when it is refused, what its screen and queue show. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { scoreMeasure } from "~/features/scoring/score-measure.server";
import { wordsOf } from "~/i18n/translate";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { listVerdictBasis, listVerdicts, listVerdictSources } from "~db/queries/verdicts";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../../support/database";
import { aScoringStory, SCORED_ON as NOW, type ScoringStory } from "../../support/scoring-story";

const uk = wordsOf("uk");
const LATER = "2027-02-02T10:00:00.000Z";
const screen = async (db: Db, who: Actor, story: ScoringStory, code = "M1", executor: string | null = null, now = LATER) =>
  (await getScoringMeasure(db, who, now, { planCode: story.planCode, periodKey: "2026", code, executor }, uk)).view;
const queue = async (db: Db, who: Actor, story: ScoringStory, now = LATER) => (await getScoringQueue(db, who, now, { plan: story.planCode, period: "2026" }, uk))?.rows ?? [];
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

describe("a draft verdict", () => {
  const database = useDatabase();

  test("on all obliged executors alike: one row a body, with what was suggested and the values it stands on", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    const value = await story.reported("40");
    const ids = await story.drafted({ text: "Акт бачили.", sources: [{ kind: "visit", title: "Виїзд до пункту пропуску", on: "2027-01-20" }] });
    const rows = await listVerdicts(db, story.measureId("M1"), LATER);
    expect(rows.map((row) => [row.agency_id, row.stage, row.seq, row.status, row.suggested, row.evidence_grade, row.method_no, row.reply_until])).toEqual(
      ["SBGS", "SCS"].map((code) => [story.agencyId(code), "draft", 1, "in_progress", "in_progress", "document_seen", 1, "2027-02-15"]).sort(),
    );
    for (const id of ids) expect(await listVerdictBasis(db, id)).toEqual([{ measurementId: value.measurementId, no: 1 }]);
    expect((await listVerdictSources(db, ids)).map((source) => [source.kind, source.seen_on])).toEqual([["visit", "2027-01-20"], ["visit", "2027-01-20"]]);
    const told = await db.selectFrom("outbox").select("kind").where("kind", "=", "verdict_drafted").execute();
    expect(told).toHaveLength(2);
  });

  test("on one executor; the others stay as they are, and the form opens at the first that is not judged", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    expect((await screen(db, story.evaluator, story)).chosen).toBe("all");
    await story.drafted({ executor: "SCS" });
    const view = await screen(db, story.evaluator, story);
    expect(view.executors.map(({ code, latest }) => [code, latest?.status ?? null])).toEqual([["SBGS", null], ["SCS", "in_progress"], ["MIA", null]]);
    expect([view.chosen, view.initial]).toEqual(["SBGS", null]);
    expect((await screen(db, story.evaluator, story, "M1", "SCS")).initial).toMatchObject({ status: "in_progress", evidence_grade: "document_seen" });
    await expect(story.drafted({ executor: "NOBODY" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("a status of one's own choice needs a reason; both are kept", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    await expect(story.drafted({ status: "implemented" })).rejects.toMatchObject({ code: "verdict_refused", problems: ["differs_reason_required"] });
    await story.drafted({ status: "implemented", differsReason: "Роботи завершено достроково." });
    const view = await screen(db, story.evaluator, story);
    expect(view.history[0]).toMatchObject({ status: "implemented", suggested: "in_progress", against: "above", differsReason: { text: "Роботи завершено достроково." } });
  });

  test("the same form sent twice makes one verdict a body; the second of two evaluators meets a conflict", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const form = story.verdict();
    const first = await scoreMeasure(db, story.evaluator, NOW, form);
    expect(await scoreMeasure(db, story.evaluator, NOW, form)).toEqual(expect.arrayContaining(first));
    const other = await story.person("other", "evaluator", "MIA");
    await expect(scoreMeasure(db, other, NOW, story.verdict({ status: "implemented", differsReason: "інше" }))).rejects.toMatchObject({ code: "verdict_changed_meanwhile", kind: "conflict" });
    expect(await listVerdicts(db, story.measureId("M1"), LATER)).toHaveLength(2);
    await scoreMeasure(db, other, LATER, story.verdict({ seen: "SBGS.1 SCS.1 MIA.0", executor: "SBGS" }));
    expect((await listVerdicts(db, story.measureId("M1"), LATER)).map(({ seq }) => seq).sort()).toEqual([1, 1, 2]);
  });

  test("two evaluators at the same moment: one verdict is kept", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const people = [story.evaluator, await story.person("other", "evaluator", "MIA")];
    const results = await Promise.allSettled(people.map((who) => scoreMeasure(db, who, NOW, story.verdict())));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listVerdicts(db, story.measureId("M1"), LATER)).toHaveLength(2);
  });

  test("what is suggested changed while the form was open: refused at the status, nothing saved", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    await story.reported("100", 1);
    await expect(story.drafted()).rejects.toMatchObject({ code: "suggestion_changed", params: { field: "status" } });
    expect(await listVerdicts(db, story.measureId("M1"), LATER)).toEqual([]);
  });

  test("a new draft starts the term anew and says what has changed since the one before", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    await story.drafted();
    await story.reported("55", 1);
    const view = await screen(db, story.evaluator, story);
    expect(view.since).toEqual({ changes: [], values: ["NUM"] });
    expect(view.initial).toMatchObject({ status: "in_progress" });
    await story.drafted({ seen: view.seen }, "2027-02-05T10:00:00.000Z");
    const [newest] = (await screen(db, story.evaluator, story, "M1", null, "2027-02-05T11:00:00.000Z")).history;
    expect(newest).toMatchObject({ replyUntil: "2027-02-19", seq: 2 });
  });
});

describe("the screen and the queue", () => {
  const database = useDatabase();

  test("suggestion with its reasons, values against this year's and the final target, place in the queue", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const { view, table } = await getScoringMeasure(db, story.evaluator, LATER, { planCode: story.planCode, periodKey: "2026", code: "M1", executor: null }, uk);
    expect(view.suggestion.status).toBe("in_progress");
    expect(plain(view.suggestion.reasons[0])).toBe("Цілей цього періоду досягнуто: 1 із 1, отже за планом.");
    expect(plain(view.suggestion.reasons[1])).toBe("Остаточних цілей ще не досягнуто: 1 із 1 (NUM).");
    expect(table.rows[0]).toMatchObject({ code: "NUM", value: "40", final_words: "100" });
    expect(view.place).toMatchObject({ no: 1, of: 4, next: `/scoring/${story.planCode}/2026/M3` });
    expect((await queue(db, story.evaluator, story)).map((row) => [row.code, row.isDue, row.suggested, row.state])).toEqual([
      ["M1", true, "in_progress", "none"],
      ["M3", true, "not_implemented", "none"],
      ["M4", true, "not_implemented", "none"],
      ["M2", false, "cannot_be_assessed", "none"],
    ]);
  });

  test("how far each has come: drafts with their term, then ready, then final", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    await story.drafted();
    expect((await queue(db, story.evaluator, story))[0]).toMatchObject({ code: "M1", state: "waiting", until: "2027-02-15" });
    expect((await queue(db, story.evaluator, story, "2027-02-16T10:00:00.000Z"))[0]).toMatchObject({ state: "ready", hasReply: false });
  });

  test("a round nobody has asked for: the plan that runs, a period that is over; none is open → an empty page", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    expect((await getScoringQueue(db, story.evaluator, LATER, { plan: null, period: null }, uk))?.round).toMatchObject({ planCode: story.planCode, periodKey: "2026" });
    expect((await getScoringQueue(db, story.evaluator, LATER, { plan: story.planCode, period: "2025" }, uk))?.round.periodKey).toBe("2025");
    await expect(getScoringQueue(db, story.evaluator, LATER, { plan: story.planCode, period: "2031" }, uk)).rejects.toMatchObject({ code: "not_found" });
    expect(await getScoringQueue(db, story.evaluator, "2024-06-01T10:00:00.000Z", { plan: null, period: null }, uk)).toBeNull();
  });

  test("a measure above the ceiling is nothing: not on the screen, not in the queue, not counted", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    const plainEvaluator = await story.person("plain", "evaluator", null, "internal");
    await expect(screen(db, plainEvaluator, story, "M4")).rejects.toMatchObject({ code: "not_found" });
    await expect(scoreMeasure(db, plainEvaluator, NOW, story.verdict({ code: "M4", executor: "SBGS", status: "not_implemented", suggestedSeen: "not_implemented", seen: "SBGS.0" }))).rejects.toMatchObject({ code: "not_found" });
    expect((await queue(db, plainEvaluator, story)).map(({ code }) => code)).toEqual(["M1", "M3", "M2"]);
    await screen(db, story.evaluator, story, "M4");
    expect(await db.selectFrom("audit_entry").select("action").where("action", "=", "read_restricted").execute()).toHaveLength(1);
  });

  test("who judges nothing finds no such page", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    for (const who of [story.focal, await story.person("coordinator", "coordinator", "SBGS"), await story.person("reader", "reader")]) {
      await expect(screen(db, who, story)).rejects.toMatchObject({ code: "not_found" });
      await expect(queue(db, who, story)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("when the plan or the field interferes", () => {
  const database = useDatabase();

  test("an amendment in mid-evaluation: the verdict keeps what it stood on, the screen says what changed since", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const [id] = await story.drafted();
    await story.amended("2027-02-03T10:00:00.000Z", { dueOn: "2031-12-31" });
    const view = await screen(db, story.evaluator, story, "M1", null, "2027-02-04T10:00:00.000Z");
    expect(view.since?.changes).toMatchObject([{ versionNo: 2, kind: "due_on", from: "2030-12-31", to: "2031-12-31" }]);
    expect(view.changes).toHaveLength(1);
    expect(view.executors[0]?.latest).toMatchObject({ id: expect.any(String), status: "in_progress", seq: 1 });
    expect(await listVerdictBasis(db, id ?? "")).toHaveLength(1);
    expect(view.amendments.map(({ no }) => no)).toEqual([2]);
  });

  test("what an amendment took out is judged as no longer relevant, by that amendment", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const amendmentId = await story.amended("2026-10-01T10:00:00.000Z", { dueOn: null });
    const input = { status: "no_longer_relevant" as const, differsReason: "Вилучено.", amendmentId };
    await expect(story.drafted({ ...input, amendmentId: randomUUID() })).rejects.toMatchObject({ problems: ["amendment_required"] });
    await story.drafted(input);
    expect((await screen(db, story.evaluator, story)).history[0]).toMatchObject({ status: "no_longer_relevant", amendment: { no: 2, inForceFrom: "2026-10-01" } });
  });

  test("wholly suspended on the period's last day: suspended is suggested, with its interruption beside", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await inTransaction(db, { actorId: null, action: "prepare", now: NOW }, async (trx) => {
      const { id } = await trx.insertInto("disruption").defaultValues().returning("id").executeTakeFirstOrThrow();
      await trx.insertInto("disruption_version").values({ disruption_id: id, no: 1, what_uk: "Роботи зупинено", what_en: "Works stopped", legal_basis: "Указ № 64/2022", from_on: "2026-06-01", recorded_at: NOW }).execute();
      await trx.insertInto("disruption_scope").values({ disruption_id: id, no: 1, measure_id: story.measureId("M3"), effect: "pause" }).execute();
    });
    const view = await screen(db, story.evaluator, story, "M3");
    expect(view.suggestion).toMatchObject({ status: "suspended", reasons: ["Усе зупинено на кінець періоду."] });
    expect(view.disruptions).toHaveLength(1);
    const suspended = { code: "M3", executor: "SCS", seen: "SCS.0", suggestedSeen: "suspended", status: "suspended" as const };
    await expect(story.drafted(suspended)).rejects.toMatchObject({ problems: ["legal_basis_required", "from_required"] });
    await story.drafted({ ...suspended, legalBasis: "Указ № 64/2022", from: "2026-06-01" });
    expect((await screen(db, story.evaluator, story, "M3")).history[0]).toMatchObject({ status: "suspended", legalBasis: "Указ № 64/2022", from: "2026-06-01", to: null });
  });
});
