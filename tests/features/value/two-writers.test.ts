import { describe, expect, test } from "vitest";
import { correctValue } from "~/features/value/correct-value.server";
import { submitUnchanged } from "~/features/value/submit-unchanged.server";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { findDraft } from "~db/queries/drafts";
import { listVersions } from "~db/queries/measurements";
import { findSubmission } from "~db/queries/submissions";
import type { Db } from "~db/client.server";
import { useDatabase } from "../../support/database";
import { aReportingStory } from "../../support/reporting-story";
import { anEntry, number } from "./value-input";

const NOW = "2027-02-01T10:00:00.000Z";

const audited = (db: Db, table: string) =>
  db.selectFrom("audit_entry").select(["actor_id", "action"]).where("row_table", "=", table).where("action", "<>", "prepare").orderBy("seq").execute();

describe("two focal points, one value (case C14)", () => {
  const database = useDatabase();

  test("the second to save meets a conflict with what was seen and what is there; nothing is lost", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const a = await story.person("a", "focal_point", "SBGS");
    const b = await story.person("b", "focal_point", "SBGS");
    const first = await submitValue(db, a, NOW, anEntry(story, "NUM", number("38")));
    await submitValue(db, a, NOW, anEntry(story, "NUM", number("40"), { baseNo: 1 }));
    const saving = submitValue(db, b, NOW, anEntry(story, "NUM", number("45"), { baseNo: 1, typed: { value: "45" } }));
    await expect(saving).rejects.toMatchObject({
      code: "value_changed_meanwhile",
      saw: { no: 1, content: number("38") },
      there: { no: 2, content: number("40"), own: false },
    });
    expect((await listVersions(db, first.measurementId)).map((each) => each.value)).toEqual(["40", "38"]);
    expect(await findDraft(db, b.userId, story.owed("NUM"))).toMatchObject({ body: { value: "45" }, baseNo: 1 });

    await submitValue(db, b, NOW, anEntry(story, "NUM", number("45"), { baseNo: 2 }));
    expect((await listVersions(db, first.measurementId)).map((each) => [each.value, each.author_id])).toEqual([
      ["45", b.userId],
      ["40", a.userId],
      ["38", a.userId],
    ]);
    expect(await audited(db, "measurement_version")).toEqual([
      { actor_id: a.userId, action: "submit_value" },
      { actor_id: a.userId, action: "submit_value" },
      { actor_id: b.userId, action: "submit_value" },
    ]);
    expect(await findDraft(db, b.userId, story.owed("NUM"))).toBeNull();
  });

  test("two first values sent at the same moment: one is taken, the other meets it", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const people = [await story.person("a", "focal_point", "SBGS"), await story.person("b", "focal_point", "SBGS")];
    const results = await Promise.allSettled(people.map((person, index) => submitValue(db, person, NOW, anEntry(story, "NUM", number(String(40 + index))))));
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "value_changed_meanwhile", saw: null } });
    expect(await db.selectFrom("submission").select("id").execute()).toHaveLength(1);
  });

  test("the same post again, or twice at once, makes one version and one receipt", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const entry = anEntry(story, "NUM", number("40"));
    const [one, two] = await Promise.all([submitValue(db, focal, NOW, entry), submitValue(db, focal, NOW, entry)]);
    const three = await submitValue(db, focal, NOW, entry);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(await listVersions(db, one.measurementId)).toHaveLength(1);
    expect(await db.selectFrom("submission").select("id").execute()).toHaveLength(1);
  });
});

describe("no change since, in one click", () => {
  const database = useDatabase();

  test.each([
    ["a stock", "NUM", true],
    ["a stage", "STAGE", true],
    ["a yes or no", "YES", true],
    ["an amount of the period", "FLOW", false],
    ["a running total", "CUM", false],
  ] as const)("%s: %s, offered %s", async (_what, code, allowed) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const content = code === "STAGE" ? { kind: "stage" as const, no: 2 } : code === "YES" ? { kind: "yes_no" as const, value: true } : number("17");
    await submitValue(db, focal, "2026-02-01T10:00:00.000Z", anEntry(story, code, content, { periodKey: "2025" }));
    const repeating = submitUnchanged(db, focal, NOW, { obligationId: story.owed(code), baseNo: null, idemKey: "unchanged-1", late: false });
    if (!allowed) return expect(repeating).rejects.toMatchObject({ params: { code: "nothing_to_repeat" } });
    const { measurementId, submissionId } = await repeating;
    expect((await listVersions(db, measurementId))[0]).toMatchObject({ kind: content.kind, unchanged_since: "2025-12-31" });
    expect(await findSubmission(db, submissionId ?? "")).toMatchObject({ submitted_by: focal.userId });
  });

  test("has nothing to repeat before the first value", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const repeating = submitUnchanged(db, focal, NOW, { obligationId: story.owed("NUM"), baseNo: null, idemKey: "unchanged-1", late: false });
    await expect(repeating).rejects.toMatchObject({ params: { code: "nothing_to_repeat" } });
  });
});

describe("correcting", () => {
  const database = useDatabase();

  test("what was verified asks for a reason, and is official until the correction is verified (rule 9)", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const evaluator = await story.person("e", "evaluator", "MIA");
    const { measurementId } = await submitValue(db, focal, NOW, anEntry(story, "NUM", number("40")));
    await verifyValue(db, evaluator, NOW, { measurementId, no: 1, decisionsSeen: 0 });
    const bare = anEntry(story, "NUM", number("36"), { baseNo: 1 });
    await expect(correctValue(db, focal, NOW, bare)).rejects.toMatchObject({ params: { code: "correction_reason" } });
    await correctValue(db, focal, NOW, { ...bare, correctionReason: "Подвійний облік двох комплексів" });
    expect(await officialAt(db, measurementId, "2027-02-01T23:00:00.000Z")).toBe("40");
    await verifyValue(db, evaluator, "2027-02-05T09:00:00.000Z", { measurementId, no: 2, decisionsSeen: 0 });
    expect(await officialAt(db, measurementId, "2027-02-04T00:00:00.000Z")).toBe("40");
    expect(await officialAt(db, measurementId, "2027-02-06T00:00:00.000Z")).toBe("36");
  });

  test("there is nothing to correct before the first value", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    await expect(correctValue(db, focal, NOW, anEntry(story, "NUM", number("1")))).rejects.toMatchObject({ code: "act_not_possible_in_state" });
  });

  test("a running total: 2, 5, a late 3 for 2025, and 5 → 4 only with a reason (case C06)", async () => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("a", "focal_point", "SBGS");
    const of2025 = await submitValue(db, focal, "2026-02-01T10:00:00.000Z", anEntry(story, "CUM", number("2"), { periodKey: "2025" }));
    const of2026 = await submitValue(db, focal, NOW, anEntry(story, "CUM", number("5")));
    await correctValue(db, focal, NOW, anEntry(story, "CUM", number("3"), { periodKey: "2025", baseNo: 1, late: true }));
    const down = anEntry(story, "CUM", number("4"), { baseNo: 1 });
    await expect(correctValue(db, focal, NOW, down)).rejects.toMatchObject({ params: { code: "cumulative_fall" } });
    await correctValue(db, focal, NOW, { ...down, correctionReason: "Один навчений вибув" });
    expect((await listVersions(db, of2025.measurementId)).map((each) => each.value)).toEqual(["3", "2"]);
    expect((await listVersions(db, of2026.measurementId)).map((each) => each.value)).toEqual(["4", "5"]);
  });
});

/** Rule 19: the greatest version whose last verification recorded by the moment is "accepted". */
async function officialAt(db: Db, measurementId: string, asOf: string): Promise<string | null> {
  const row = await db
    .selectFrom("measurement_version as v")
    .select("v.value")
    .where("v.measurement_id", "=", measurementId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("verification as d")
          .whereRef("d.measurement_id", "=", "v.measurement_id")
          .whereRef("d.no", "=", "v.no")
          .where("d.recorded_at", "<=", asOf)
          .where("d.decision", "=", "accepted"),
      ),
    )
    .orderBy("v.no", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.value ?? null;
}
