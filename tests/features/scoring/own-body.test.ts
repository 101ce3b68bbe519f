/** Nobody judges what their own body leads or must execute (case C16): not on the screen, not one by one, not all alike. */
import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import { finaliseVerdict } from "~/features/scoring/finalise-verdict.server";
import { getMeasureVerdicts } from "~/features/scoring/get-measure-verdicts.server";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { getUnjudged } from "~/features/scoring/get-unjudged.server";
import { scoreMeasure } from "~/features/scoring/score-measure.server";
import { unjudgedTable } from "~/features/scoring/unjudged-table";
import { wordsOf } from "~/i18n/translate";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../../support/database";
import { aScoringStory, SCORED_ON as NOW } from "../../support/scoring-story";

const uk = wordsOf("uk");
const M1 = { planCode: "PLAN-R", periodKey: "2026", code: "M1" };
const TERM_OVER = "2027-02-20T10:00:00.000Z";

describe("M1 is of SBGS and SCS together, MIA by consent", () => {
  const database = useDatabase();
  type Grants = { role: Role; agency: string | null }[];
  const rows: [who: string, grants: Grants, all: string, sbgs: string, mia: string, listed: boolean][] = [
    ["an evaluator of the lead", [{ role: "evaluator", agency: "SBGS" }], "own_body_executes", "own_body_executes", "own_body_executes", false],
    ["an evaluator of the obliged co-executor", [{ role: "evaluator", agency: "SCS" }], "own_body_executes", "own_body_executes", "own_body_executes", false],
    ["an evaluator who coordinates for the lead", [{ role: "coordinator", agency: "SBGS" }, { role: "evaluator", agency: null }], "own_body_executes", "own_body_executes", "own_body_executes", false],
    ["an evaluator of the body by consent", [{ role: "evaluator", agency: "MIA" }], "ok", "ok", "own_agency", true],
    ["an outside evaluator", [{ role: "evaluator", agency: null }], "ok", "ok", "ok", true],
  ];

  test.each(rows)("%s", async (_, grants, all, sbgs, mia, listed) => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const who = await story.personWith("judge", grants);
    const attempt = async (executor: string, seen = "SBGS.0 SCS.0 MIA.0") => scoreMeasure(db, who, NOW, story.verdict({ executor, seen })).then(() => "ok", (error: { code: string }) => error.code);
    const { view } = await getScoringMeasure(db, who, NOW, { ...M1, executor: null }, uk);
    expect(view.refusal).toBe(all === "ok" ? null : all);
    expect((await getScoringQueue(db, who, NOW, { plan: "PLAN-R", period: "2026" }, uk))?.rows.some(({ code }) => code === "M1")).toBe(listed);
    expect((await getMeasureVerdicts(db, who, NOW, M1, uk)).scoringHref !== null).toBe(listed);
    expect(await attempt("MIA")).toBe(mia);
    expect(await attempt("SBGS")).toBe(sbgs);
    expect(await attempt("all", sbgs === "ok" ? "SBGS.1 SCS.0 MIA.0" : undefined)).toBe(all);
  });

  test("nor makes another's draft final", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const draftIds = await story.drafted();
    const own = await story.person("own", "evaluator", "SCS");
    await expect(finaliseVerdict(db, own, TERM_OVER, { ...M1, draftIds, repliesSeen: [], idemKey: "final-by-own-body" })).rejects.toMatchObject({ code: "own_body_executes" });
  });

  test("nor judges a measure they reported on themselves", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    // who reported for SBGS has moved to the outside evaluators
    const moved: Actor = { ...story.focal, grants: [{ role: "evaluator", agencyId: null }] };
    await expect(scoreMeasure(db, moved, NOW, story.verdict())).rejects.toMatchObject({ code: "own_submission" });
    expect((await getScoringQueue(db, moved, NOW, { plan: "PLAN-R", period: "2026" }, uk))?.rows.map(({ code }) => code)).not.toContain("M1");
  });
});

describe("measures nobody may judge", () => {
  const database = useDatabase();

  test("the coordinator sees them with their bodies while every evaluator is of one of those, and none once somebody else comes", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await inTransaction(db, { actorId: null, action: "end_grant", now: NOW }, (trx) => trx.updateTable("role_grant").set({ to_at: NOW }).where("user_id", "=", story.evaluator.userId).execute());
    const coordinator = await story.person("coordinator", "coordinator", "SBGS");
    await story.person("one", "evaluator", "SBGS");
    const later = "2027-02-01T11:00:00.000Z";
    const unjudged = await getUnjudged(db, coordinator, later, uk);
    expect(unjudged.evaluators).toBe(1);
    expect(unjudged.measures.map(({ code, bodies }) => `${code}: ${bodies}`)).toEqual(["M1: SBGS; SCS, MIA (за згодою)", "M4: SBGS"]);
    expect(unjudgedTable(unjudged, later, uk).rows[0]).toMatchObject({ code: "M1", why: { value: "own_body_executes" } });

    await story.person("two", "evaluator", "MIA", "internal");
    const then = await getUnjudged(db, coordinator, later, uk);
    // the newcomer is not cleared for what is restricted
    expect(then.measures.map(({ code, isOfClearance }) => [code, isOfClearance])).toEqual([["M4", true]]);
    await story.person("three", "evaluator", "MIA");
    expect((await getUnjudged(db, coordinator, later, uk)).measures).toEqual([]);
  });

  test("within the coordinator's own ceiling, and for nobody else", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.person("plain", "coordinator", "SBGS", "internal");
    for (const who of [story.evaluator, story.focal]) await expect(getUnjudged(db, who, NOW, uk)).rejects.toMatchObject({ code: "not_found" });
    await inTransaction(db, { actorId: null, action: "end_grant", now: NOW }, (trx) => trx.updateTable("role_grant").set({ to_at: NOW }).where("user_id", "=", story.evaluator.userId).execute());
    const plain = await story.person("plain", "coordinator", "SBGS", "internal");
    const unjudged = await getUnjudged(db, plain, "2027-02-01T11:00:00.000Z", uk);
    expect([unjudged.evaluators, unjudged.measures.map(({ code }) => code)]).toEqual([0, ["M1", "M2", "M3"]]);
  });
});
