/** What a body claims of a whole measure, and what of it counts for a measure without indicators (rule 16). */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import { claimCompletion, type ClaimInput } from "~/features/scoring/claim-completion.server";
import { getMeasureVerdicts } from "~/features/scoring/get-measure-verdicts.server";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { wordsOf } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { useDatabase } from "../../support/database";
import { aScoringStory, SCORED_ON as NOW } from "../../support/scoring-story";

const uk = wordsOf("uk");
const CLOSED = "2027-03-16T10:00:00.000Z";
const M3 = { planCode: "PLAN-R", periodKey: "2026", code: "M3" };

async function aClaimant(db: Db) {
  const story = await aScoringStory(db);
  const scs = await story.person("scs", "focal_point", "SCS");
  const claim = (change: Partial<ClaimInput> = {}, who: Actor = scs, now = NOW) => claimCompletion(db, who, now, {
    planCode: "PLAN-R", code: "M3", agencyId: story.agencyId("SCS"), cycleId: story.cycleId("2026"), seen: 0,
    status: "implemented", documentNo: "Акт № 12", documentOn: "2026-12-20", text: "Роботи завершено.", idemKey: randomUUID(), ...change,
  });
  const suggested = async () => (await getScoringMeasure(db, story.evaluator, NOW, { ...M3, executor: null }, uk)).view.suggestion;
  return { story, scs, claim, suggested };
}

describe("a measure without indicators, after its date", () => {
  const database = useDatabase();

  test.each<[string, Partial<ClaimInput> | null, string | null, string]>([
    ["no claim", null, "not_implemented", "заяви про виконання немає"],
    ["a claim of completion with a document number", {}, "implemented", "з номером документа"],
    ["a claim of completion on the body's word alone", { documentNo: "", documentOn: null }, null, "стан визначають за текстом"],
    ["a claim of less, though with a document", { status: "in_progress" }, null, "стан визначають за текстом"],
  ])("%s", async (_, change, status, reason) => {
    const { claim, suggested } = await aClaimant(database.db);
    if (change !== null) await claim(change);
    const suggestion = await suggested();
    expect(suggestion.status).toBe(status);
    expect(suggestion.reasons[0]).toContain(reason);
  });

  test("a later claim stands beside the earlier one and counts; the screen shows both", async () => {
    const { db } = database;
    const { claim, suggested, story, scs } = await aClaimant(db);
    await claim({ status: "in_progress" });
    await claim({ seen: 1 });
    expect((await suggested()).status).toBe("implemented");
    const { view } = await getScoringMeasure(db, story.evaluator, NOW, { ...M3, executor: null }, uk);
    expect(view.claims.map(({ status, documentNo }) => [status, documentNo])).toEqual([["implemented", "Акт № 12"], ["in_progress", "Акт № 12"]]);
    expect(view.leadClaim).toMatchObject({ status: "implemented", text: { text: "Роботи завершено." } });
    expect((await getMeasureVerdicts(db, scs, NOW, M3, uk)).claimForms).toMatchObject([{ agency: "Орган SCS", rounds: [{ periodKey: "2026", seen: 2 }, { periodKey: "2027-Q1", seen: 0 }, { periodKey: "2027", seen: 0 }] }]);
  });
});

describe("who claims when", () => {
  const database = useDatabase();

  test("the same form twice makes one claim; the second of two writers meets a conflict", async () => {
    const { db } = database;
    const { claim } = await aClaimant(db);
    const idemKey = randomUUID();
    await claim({ idemKey });
    await claim({ idemKey });
    await expect(claim()).rejects.toMatchObject({ code: "claim_changed_meanwhile" });
    const results = await Promise.allSettled([claim({ seen: 1 }), claim({ seen: 1 })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.selectFrom("measure_claim").select("seq").orderBy("seq").execute()).toEqual([{ seq: 1 }, { seq: 2 }]);
  });

  test("only while its round is open; only by a body that executes the measure; never of what is not seen", async () => {
    const { db } = database;
    const { claim, story } = await aClaimant(db);
    await expect(claim({}, undefined, CLOSED)).rejects.toMatchObject({ code: "no_open_round", kind: "locked" });
    await expect(claim({ agencyId: story.agencyId("SBGS") }, story.focal)).rejects.toMatchObject({ code: "other_agency" });
    await expect(claim({}, story.evaluator)).rejects.toMatchObject({ code: "role_lacks_action" });
    await expect(claim({ agencyId: story.agencyId("SBGS") })).rejects.toMatchObject({ code: "other_agency" });
    await expect(claim({ code: "M4", agencyId: story.agencyId("SBGS") }, await story.person("plain", "focal_point", "SBGS", "internal"))).rejects.toMatchObject({ code: "not_found" });
    await expect(claim({ status: "suspended" })).rejects.toMatchObject({ code: "claim_refused" });
    await expect(claim({ documentNo: "" })).rejects.toMatchObject({ code: "claim_refused" });
    expect(await db.selectFrom("measure_claim").select("id").execute()).toEqual([]);
  });

  test("a body by consent may claim its share; others do not see a claim before it is their business", async () => {
    const { db } = database;
    const { claim, story } = await aClaimant(db);
    const mia = await story.person("mia", "focal_point", "MIA");
    await claim({ code: "M1", agencyId: story.agencyId("MIA") }, mia);
    const seenBy = async (who: Actor) => (await getMeasureVerdicts(db, who, NOW, { ...M3, code: "M1" }, uk)).claims.length;
    expect([await seenBy(mia), await seenBy(story.evaluator), await seenBy(story.focal), await seenBy(await story.person("reader", "reader", null, "public"))]).toEqual([1, 1, 0, 0]);
  });
});
