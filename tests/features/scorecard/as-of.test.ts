/** Case C23 and rule 19: what was known on a day, whatever came after; and rule 18: what has been closed since stays closed. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { readPlan } from "~/features/plan/read-plan.server";
import { toCsv } from "~/features/report/to-csv";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { wordsOf } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { useDatabase } from "../../support/database";
import { aReportingStory, type ReportingStory } from "../../support/reporting-story";
import { anEntry, number } from "../value/value-input";
import { closeByAmendment } from "../../support/close-by-amendment";

const NOW = "2027-09-01T09:00:00.000Z";
const words = wordsOf("en");

/** 40 accepted on 10 April; corrected to 36 with a reason, that accepted on 2 June. */
async function corrected(db: Db): Promise<ReportingStory> {
  const story = await aReportingStory(db);
  const focal = await story.person("focal", "focal_point", "SBGS");
  const evaluator = await story.person("evaluator", "evaluator", "MIA");
  const { measurementId } = await submitValue(db, focal, "2027-03-10T09:00:00.000Z", anEntry(story, "NUM", number("40")));
  await verifyValue(db, evaluator, "2027-04-10T09:00:00.000Z", { measurementId, no: 1, decisionsSeen: 0 });
  await submitValue(db, focal, "2027-03-14T09:00:00.000Z", anEntry(story, "NUM", number("36"), { baseNo: 1, correctionReason: "four units were counted twice" }));
  await verifyValue(db, evaluator, "2027-06-02T09:00:00.000Z", { measurementId, no: 2, decisionsSeen: 0 });
  return story;
}

describe("C23: a value as known on a day", () => {
  const database = useDatabase();

  test.each([
    ["2027-04-09", null],
    ["2027-04-10", "40"],
    ["2027-04-15", "40"],
    ["2027-06-01", "40"],
    ["2027-06-02", "36"],
    [undefined, "36"],
  ])("known at %s: %s", async (knownAt, expected) => {
    const { db } = database;
    const story = await corrected(db);
    const reader = await story.person("reader", "leadership");
    const question = { ...(knownAt === undefined ? {} : { knownAt }) };
    const { scorecard } = await getScorecard(db, reader, NOW, { planCode: story.planCode, periodKey: "2026", ...question });
    const read = scorecard.readings.find(({ indicatorId }) => indicatorId === story.indicatorId("NUM"));
    const content = read?.actual.content;
    expect(content?.kind === "number" ? content.value.toString() : null).toBe(expected);
    expect(scorecard.label).toMatchObject({ planVersionId: story.planVersionId, rulesVersion: 1 });

    // who sees verified values alone: the correction that waits is not among them
    const outside = await story.person("outside", "reader", null, "public");
    const { table } = await getIndicator(db, outside, NOW, { planCode: story.planCode, code: "NUM", words, question });
    const file = toCsv(table, "rows");
    expect(/,40,/.test(file)).toBe(expected === "40");
    expect(/,36,/.test(file)).toBe(expected === "36");
    expect(file).toContain("1 (2025-01-01)");
  });

  test("nothing is deleted by a correction: both versions stay, with both decisions", async () => {
    const { db } = database;
    await corrected(db);
    const { rows } = await sql`select v.no, trim_scale(v.value)::text as value, d.decision from measurement_version v
      join verification d on d.measurement_id = v.measurement_id and d.no = v.no order by v.no`.execute(db);
    expect(rows).toEqual([{ no: 1, value: "40", decision: "accepted" }, { no: 2, value: "36", decision: "accepted" }]);
  });

  test("a value whose later official version is closed is not shown as it once was", async () => {
    const { db } = database;
    const story = await corrected(db);
    await sql`alter table measurement_version disable trigger user`.execute(db);
    await sql`update measurement_version set access = 'internal' where no = 2`.execute(db);
    await sql`alter table measurement_version enable trigger user`.execute(db);
    const outside = await story.person("reader", "reader", null, "public");
    const { scorecard } = await getScorecard(db, outside, NOW, { planCode: story.planCode, periodKey: "2026", knownAt: "2027-04-15" });
    expect(scorecard.readings.some(({ indicatorId }) => indicatorId === story.indicatorId("NUM"))).toBe(false);
  });

  test("an indicator that an amendment has closed since is not shown through the plan as it was", async () => {
    const { db } = database;
    const story = await corrected(db);
    await closeByAmendment(db, story, "NUM", "2027-07-01");
    const outside = await story.person("reader", "reader", null, "public");
    const asked = { knownAt: "2027-04-15" };
    expect((await readPlan(db, outside, NOW, story.planCode, asked)).tree.indicatorById.has(story.indicatorId("NUM"))).toBe(false);
    const { scorecard } = await getScorecard(db, outside, NOW, { planCode: story.planCode, periodKey: "2026", ...asked });
    expect(scorecard.tree.indicatorById.has(story.indicatorId("NUM"))).toBe(false);
    const inside = await story.person("inside", "leadership");
    expect((await readPlan(db, inside, NOW, story.planCode, asked)).tree.indicatorById.has(story.indicatorId("NUM"))).toBe(true);
  });
});
