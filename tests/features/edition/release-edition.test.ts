/**
 * From a reading to an edition: one person prepares it, another releases it, and what is recorded after the cut-off waits
 * for the next one. An edition never changes; a correction is a new edition that says what it changed.
 */
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { getEditionReading } from "~/features/edition/get-edition-reading.server";
import { recomputeEdition } from "~/features/edition/recompute-edition.server";
import { releaseEdition } from "~/features/edition/release-edition.server";
import { confirmPurge } from "~/features/content/confirm-purge.server";
import { requestPurge } from "~/features/content/request-purge.server";
import { verifyAudit } from "~db/queries/audit-check";
import { contentDigest, readText } from "~db/queries/content";
import { findPreparation, insertEdition, listEditionIds } from "~db/queries/editions";
import { databaseCode, inTransaction } from "~db/transaction.server";
import { refusal } from "../../support/demo-scorecard";
import { useDatabase } from "../../support/database";
import { anEditionStory, type EditionStory } from "../../support/edition-story";
import { NOW, tamper } from "../../support/rows";
import { tablesHolding } from "../../support/trace";

const database = useDatabase();
let story: EditionStory;
beforeEach(async () => {
  story = await anEditionStory(database.db);
  await story.report("NUM", "8", { at: "2026-02-20T08:00:00.000Z" });
});

const release = (preparationId: string, by = story.leadership, now = NOW) => releaseEdition(database.db, by, now, { planCode: story.planCode, preparationId, challengesRead: true });
const valueOf = (figures: { indicators: Record<string, { value: { printed: string | null }; achieved: string }> }, code: string) => {
  const { value, achieved } = figures.indicators[story.indicatorId(code)]!;
  return `${value.printed} ${achieved}`;
};

describe("the cut-off decides", () => {
  it("values that move while the edition is released do not enter; they do in the next one, which says so", async () => {
    const preparationId = await story.prepare({}, "2026-04-01T08:00:00.000Z");
    await story.report("NUM", "10", { at: "2026-04-02T08:00:00.000Z", no: 2, reason: "Акт звірки № 7" });
    const code = await release(preparationId, story.leadership, "2026-04-03T08:00:00.000Z");
    const first = (await findPreparation(database.db, preparationId))!;
    expect(first.release).toMatchObject({ no: 1, code, changes: null, by: { id: story.leadership.userId } });
    expect(valueOf(first.figures, "NUM")).toBe("8 not_achieved");

    const second = await story.edition({ cutOff: "2026-04-30" });
    expect(valueOf(second.figures, "NUM")).toBe("10 achieved");
    expect(second.release.changes).toMatchObject({
      since: { id: first.id, no: 1, code },
      indicators: [{ code: "NUM", was: { printed: "8" }, is: { printed: "10" }, why: "correction", reasonDigest: contentDigest("Акт звірки № 7") }],
    });
    expect(second.release.changes!.totals.map(({ key, was, is }) => `${key} ${was} → ${is}`)).toContain("achieved 0 → 1");
    expect(second.challenges.findings.map((finding) => finding.code)).toContain("totals_differ");
    expect(valueOf((await findPreparation(database.db, first.id))!.figures, "NUM"), "the first stays as it was").toBe("8 not_achieved");
    for (const id of await listEditionIds(database.db)) expect(await recomputeEdition(database.db, id)).toMatchObject({ isSame: true, differences: [] });
  });

  it("a date means its end in Kyiv, now means now, and what has not come is refused", async () => {
    const known = async (cutOff: string | null) => (await findPreparation(database.db, await story.prepare({ cutOff })))!.knownAt;
    expect(await known("2026-03-31")).toBe("2026-03-31T20:59:59.999Z");
    expect(await known("2026-11-25")).toBe(NOW);
    expect(await known(null)).toBe(NOW);
    expect(await refusal(story.prepare({ cutOff: "2026-11-26" }))).toBe("cut_off_ahead");
    expect(await refusal(story.prepare({ cutOff: "1999-01-01" }))).toBe("cut_off_before_plan");
  });

  it("a row with a time before the cut-off that appeared after the preparation is clock trouble: refused, nothing is released", async () => {
    const preparationId = await story.prepare();
    await story.report("CUM", "4", { at: "2026-03-01T08:00:00.000Z" });
    expect(await refusal(release(preparationId))).toBe("input_changed");
    expect(await listEditionIds(database.db)).toEqual([]);
  });

  it("after a later cut-off an earlier one is not released any more", async () => {
    const early = await story.prepare({ cutOff: "2026-03-01" });
    await story.edition({ cutOff: "2026-03-31" });
    expect(await refusal(release(early))).toBe("cut_off_overtaken");
  });
});

describe("four eyes", () => {
  it("nobody releases what they prepared, by the database either", async () => {
    const id = await story.prepare();
    expect(await refusal(release(id, story.coordinator))).toBe("own_preparation");
    const row = { id, no: 1, code: "K7K-204", planId: story.planId, periodKey: "2025", ceiling: "public" as const, changes: null, audit: { seq: 1, head: "0".repeat(64) }, releasedBy: story.coordinator.userId, now: NOW };
    const direct = inTransaction(database.db, { actorId: null, action: "release_edition", now: NOW }, (trx) => insertEdition(trx, row));
    expect(await direct.catch((error: unknown) => databaseCode(error))).toBe("IB004");
  });

  it("who may not see an edition is told that there is none; who may not release it, why", async () => {
    const id = await story.prepare({ ceiling: "internal" });
    expect(await refusal(release(id, story.reader))).toBe("not_found");
    expect(await refusal(release(id, await story.person("judge", "evaluator")))).toBe("role_lacks_action");
    expect(await refusal(release("00000000-0000-4000-8000-000000000000"))).toBe("not_found");
    expect(await refusal(releaseEdition(database.db, story.leadership, NOW, { planCode: "OTHER", preparationId: id, challengesRead: true })), "below another plan").toBe("not_found");
    expect(await refusal(story.prepare({ periodKey: "2024" }))).toBe("no_plan_version");
  });

  it("the second of two releases meets a conflict, one after another or at once", async () => {
    const [one, two] = [await story.prepare(), await story.prepare()];
    const other = await story.person("deputy", "leadership");
    await release(one);
    expect(await refusal(release(one, other))).toBe("already_decided");
    const third = await story.prepare();
    const answers = await Promise.all([refusal(release(two)), refusal(release(third, other))]);
    // on the embedded engine transactions wait for each other, on PostgreSQL the number of the edition is taken
    expect(answers.filter((answer) => answer !== null && answer !== "already_decided")).toEqual([]);
    const numbers = await database.db.selectFrom("edition").select("no").orderBy("no").execute();
    expect(numbers.map(({ no }) => no)).toEqual(answers.every((answer) => answer === null) ? [1, 2, 3] : [1, 2]);
  });
});

describe("the ceiling", () => {
  it("hash and figures of a public edition tell nothing of what lies above it", async () => {
    const before = (await findPreparation(database.db, await story.prepare()))!;
    await story.report("INSIDE", "5", { at: "2026-03-01T08:00:00.000Z" });
    await story.report("SECRET", "1", { at: "2026-03-02T08:00:00.000Z" });
    const after = (await findPreparation(database.db, await story.prepare()))!;
    expect([after.inputHash, after.figures]).toEqual([before.inputHash, before.figures]);
    const internal = (await findPreparation(database.db, await story.prepare({ ceiling: "internal" })))!;
    expect(valueOf(internal.figures, "INSIDE")).toBe("5 achieved");
    expect(Object.keys(internal.figures.indicators)).not.toContain(story.indicatorId("SECRET"));
  });

  it("what pages are drawn from holds nothing above it, no provisional value and no draft", async () => {
    await story.report("INSIDE", "4711", { at: "2026-03-01T08:00:00.000Z" });
    const { id } = await story.edition();
    const { answer, facts, reading } = await getEditionReading(database.db, id);
    const held = JSON.stringify([answer.plan, answer.version, answer.scorecard.readings, answer.scorecard.tree.plan, facts, reading.plan, reading.values, reading.tree.plan], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(held).toContain(story.indicatorId("NUM"));
    for (const hidden of ["INSIDE", "SECRET"]) expect(held).not.toContain(story.indicatorId(hidden));
    expect(held).not.toContain("4711");
    expect(reading.values.every(({ verified }) => verified)).toBe(true);
  });

  it("levels hold as they did at the cut-off: a value closed later stays in the edition as it was", async () => {
    const { id } = await story.edition();
    await story.report("NUM", "8", { at: "2026-05-01T08:00:00.000Z", no: 2, access: "internal" });
    expect(await recomputeEdition(database.db, id)).toMatchObject({ isSame: true });
  });
});

describe("kept for ever", () => {
  it("code and number are the edition's own; the audit head of the release lies in the chain", async () => {
    const first = await story.edition();
    const second = await story.edition({ ceiling: "internal" });
    expect([first.release.no, second.release.no]).toEqual([1, 1]);
    expect(first.release.code).toMatch(/^[CFHJKMNPQRTVWXY3479]{3}-\d{3}$/);
    expect(second.release.code).not.toBe(first.release.code);
    const { seq, head } = first.release.audit;
    expect(await verifyAudit(database.db, { seq, hash: head })).toMatchObject({ problems: [] });
  });

  it("a recomputation names what differs when facts were changed behind the application's back", async () => {
    const { id, release: { code } } = await story.edition();
    await tamper(database.db, (trx) => trx.updateTable("measurement_version").set({ value: "9" }).where("no", "=", 1).execute());
    const again = await recomputeEdition(database.db, id);
    expect(again).toMatchObject({ code, isSame: false });
    expect(again.inputHash.is).not.toBe(again.inputHash.was);
    expect(again.differences.map(({ path, was, is }) => `${path}: ${was} → ${is}`)).toContain(`indicators.NUM.value.printed: "8" → "9"`);
  });

  it("a foreword is held by its digest alone: removed under an act, no page and no table holds it, and the edition recomputes", async () => {
    const words = "Передмова: дякуємо Івану Прикладному за звірку.";
    const edition = await story.edition({ foreword: { uk: words, en: null } });
    const pages = async () => (await database.db.selectFrom("edition_page").select(["body"]).execute()).map(({ body }) => gunzipSync(body).toString("utf8"));
    expect((await pages()).filter((page) => page.includes(words)).length).toBeGreaterThan(0);
    const purgeId = await requestPurge(database.db, await story.person("administrator", "administrator"), NOW, { digest: contentDigest(words), actNo: "757/1/26", actOn: "2026-11-20" });
    await confirmPurge(database.db, await story.person("guard", "security_administrator"), NOW, { purgeId });
    expect(await tablesHolding(database.db, words)).toEqual([]);
    expect((await pages()).filter((page) => page.includes(words))).toEqual([]);
    expect((await pages()).length).toBeGreaterThan(0);
    expect(await readText(database.db, edition.foreword.uk)).toMatchObject({ purged: { actNo: "757/1/26" } });
    expect(await recomputeEdition(database.db, edition.id)).toMatchObject({ isSame: true });
  });
});
