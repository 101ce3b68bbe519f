/** What evaluators judged in the demonstration, and the work it leaves for each of its people on 25 November 2026. */
import { describe, expect, test } from "vitest";
import { againstSuggestion } from "~/domain/verdict-readings";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { listRepliesDue } from "~/features/scoring/list-replies-due.server";
import { readScoringPlan } from "~/features/scoring/scoring-plan.server";
import { suggestFor } from "~/features/scoring/suggest-for";
import { DEMO_ACCOUNTS } from "../../seeds/demo/account-list";
import { accountId } from "../../seeds/demo/accounts";
import { seedDemo } from "../../seeds/run";
import { anotherDatabase } from "../support/database";
import { NOW, PAST, RUNNING, person, uk, useDemoScorecards } from "../support/demo-scorecard";

const { database, ask } = useDemoScorecards();

const verdictsOf = (planCode: string, periodKey: string) =>
  database.db.selectFrom("verdict as v").innerJoin("cycle as c", "c.id", "v.cycle_id").innerJoin("plan as p", "p.id", "c.plan_id").selectAll("v")
    .where("p.code", "=", planCode).where("c.period_key", "=", periodKey).execute();

describe("the year 2020", () => {
  test("46 measures judged, one of which cannot be assessed; of 51 achieved indicators 31 rest on documents, 6 on other sources, 14 on the body's word", async () => {
    const { verdicts, achievedByGrade } = (await ask("leadership", PAST, "2020")).scorecard.plan;
    expect(verdicts).toMatchObject({ due: 46, notEvaluated: 0, drafts: 0, byStatus: { implemented: 2, partially_implemented: 1, in_progress: 37, not_started: 5, cannot_be_assessed: 1 } });
    expect(achievedByGrade).toEqual({ documents: 31, independent: 6, word: 14 });
  });

  test("every obliged executor has a final verdict of its own, from a draft that the body had answered", async () => {
    const all = await verdictsOf(PAST, "2020");
    const finals = all.filter(({ stage }) => stage === "final");
    const { tree, verdictOf, measures } = (await ask("coordinator", PAST, "2020")).scorecard;
    const without = measures.filter(({ state }) => state === "due").flatMap(({ measureId }) =>
      (verdictOf.get(measureId)?.byExecutor ?? []).filter(({ byConsent, final }) => !byConsent && final === null).map(({ agencyId }) => `${tree.measureById.get(measureId)?.fact.code} ${agencyId}`));
    expect(without).toEqual([]);
    const replies = new Map((await database.db.selectFrom("verdict_reply").selectAll().execute()).map((reply) => [reply.verdict_id, reply]));
    const said = finals.map((final) => replies.get(final.draft_id ?? ""));
    expect(said).not.toContain(undefined);
    expect(new Set(said.map((reply) => reply?.agreed))).toEqual(new Set([true, false]));
    for (const { recorded_at } of all) expect(recorded_at >= "2021-03-15" && recorded_at < "2021-04-15").toBe(true);
  });

  test("what was suggested is what rule 16 gives on the day of the draft; who differs, above or below, says why", async () => {
    const drafts = (await verdictsOf(PAST, "2020")).filter(({ stage }) => stage === "draft");
    const [at = ""] = new Set(drafts.map(({ recorded_at }) => recorded_at));
    const { measures, claims } = await readScoringPlan(database.db, person("evaluator.scmu"), at, { planCode: PAST, periodKey: "2020" });
    const suggested = new Map(measures.map((each) => [each.measure.fact.id, suggestFor(each.reading, each.measure, "2020", claims).status]));
    expect(drafts.filter((draft) => draft.suggested !== suggested.get(draft.measure_id))).toEqual([]);
    const against = drafts.map((draft) => ({ which: againstSuggestion(draft as Parameters<typeof againstSuggestion>[0]), reason: draft.differs_reason_digest }));
    expect(new Set(against.map(({ which }) => which))).toEqual(new Set(["same", "above", "below", "aside"]));
    expect(against.filter(({ which, reason }) => (which === "same") !== (reason === null))).toEqual([]);
  });
});

describe("in every round", () => {
  test("nobody judges a measure that their own body leads or must execute (case C16)", async () => {
    const bodyOf = new Map(DEMO_ACCOUNTS.map(({ login, grants }) => [accountId(login), grants[0]?.agency ?? null]));
    const judged = await database.db.selectFrom("verdict as v").innerJoin("measure_executor as e", "e.measure_id", "v.measure_id").innerJoin("agency as a", "a.id", "e.agency_id")
      .select(["v.evaluator_id", "a.code"]).where("e.by_consent", "=", false).distinct().execute();
    expect(new Set(judged.map(({ evaluator_id }) => bodyOf.get(evaluator_id)))).toEqual(new Set(["MIA", "SCMU", "ICMPD"]));
    expect(judged.filter(({ evaluator_id, code }) => bodyOf.get(evaluator_id) === code)).toEqual([]);
  });

  test("closed quarters are judged; a lead's claim with a document number is the only word on one measure", async () => {
    for (const quarter of ["2026-Q1", "2026-Q2"]) {
      const { verdicts } = (await ask("leadership", RUNNING, quarter)).scorecard.plan;
      expect([verdicts.notEvaluated, verdicts.drafts]).toEqual([0, 0]);
    }
    const claims = await database.db.selectFrom("measure_claim as k").innerJoin("cycle as c", "c.id", "k.cycle_id").select(["c.period_key", "k.status", "k.document_no"])
      .where("k.document_no", "is not", null).execute();
    expect(claims).toEqual([{ period_key: "2026-Q3", status: "implemented", document_no: expect.any(String) }]);
  });
});

describe("the third quarter, under way", () => {
  test.each(["evaluator.mia", "evaluator.scmu", "evaluator.icmpd"])("%s opens it first and finds measures not judged, drafts to be made final, terms that run", async (login) => {
    const queue = await getScoringQueue(database.db, person(login), NOW, { plan: null, period: null }, uk);
    expect(queue?.round).toMatchObject({ planCode: RUNNING, periodKey: "2026-Q3" });
    expect(new Set(queue?.rows.map(({ state }) => state))).toEqual(new Set(["none", "ready", "waiting", "final"]));
    expect(queue?.rows.filter(({ state, isDue }) => state === "none" && isDue).length).toBeGreaterThanOrEqual(login === "evaluator.mia" ? 2 : 5);
  });

  test("about ten measures have no verdict; one that its lead claims complete is doubted, and the body's remarks wait for the evaluator", async () => {
    const queue = await getScoringQueue(database.db, person("evaluator.scmu"), NOW, { plan: RUNNING, period: "2026-Q3" }, uk);
    const rows = queue?.rows ?? [];
    expect(rows.filter(({ state }) => state === "none").length).toBeGreaterThanOrEqual(8);
    expect(rows.filter(({ claimed, suggested }) => claimed === "implemented" && suggested === "implemented").map(({ code }) => code)).toEqual(["SO1.M5"]);
    const all = await verdictsOf(RUNNING, "2026-Q3");
    const made = new Set(all.map(({ draft_id }) => draft_id));
    const remarks = new Set((await database.db.selectFrom("verdict_reply").select("verdict_id").where("agreed", "=", false).execute()).map(({ verdict_id }) => verdict_id));
    const disputed = all.filter(({ id, stage }) => stage === "draft" && !made.has(id) && remarks.has(id));
    expect(new Set(disputed.map(({ suggested, status }) => `${suggested} ${status}`))).toContain("implemented in_progress");
  });

  test.each(["focal.sbgs", "focal.scs", "focal.mia"])("%s may still reply", async (login) => {
    const due = await listRepliesDue(database.db, person(login), NOW, uk);
    expect(due.filter(({ state }) => state === "waiting").length).toBeGreaterThan(0);
  });
});

test("on 20 March 2027 the year 2026 is under way: some final, some drafts, some not begun; nothing lies ahead", { timeout: 120_000 }, async () => {
  const other = await anotherDatabase();
  try {
    await other.db.insertInto("installation").values({ kind: "demo", signing_secret: "s".repeat(64) }).execute();
    await seedDemo(other.db, { today: "2027-03-20", withPages: false });
    const queue = await getScoringQueue(other.db, person("evaluator.scmu"), "2027-03-20T06:00:00.000Z", { plan: RUNNING, period: "2026" }, uk);
    const states = new Set(queue?.rows.map(({ state }) => state));
    for (const state of ["none", "waiting", "final"]) expect(states).toContain(state);
    const { last } = await other.db.selectFrom("verdict").select(({ fn }) => fn.max("recorded_at").as("last")).executeTakeFirstOrThrow();
    expect(last < "2027-03-20").toBe(true);
  } finally {
    await other.close();
  }
});
