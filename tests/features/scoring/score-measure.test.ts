import { describe, expect, test } from "vitest";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { scoreMeasure } from "~/features/scoring/score-measure.server";
import { wordsOf } from "~/i18n/translate";
import { listVerdictBasis, listVerdicts, listVerdictSources } from "~db/queries/verdicts";
import { useDatabase } from "../../support/database";
import { aScoringStory, SCORED_ON as NOW } from "../../support/scoring-story";

const uk = wordsOf("uk");
const LATER = "2027-02-02T10:00:00.000Z";
const asked = { plan: null, period: "2026" };

describe("a draft verdict", () => {
  const database = useDatabase();

  test("on all obliged executors alike: one row a body, with what was suggested and the values it stands on", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    const value = await story.reported("40");
    const ids = await story.drafted({ text: "Акт уведення в дію бачили.", sources: [{ kind: "visit", title: "Виїзд до пункту пропуску", on: "2027-01-20" }] });
    const rows = await listVerdicts(db, story.measureId("M1"), LATER);
    expect(rows.map((row) => [row.agency_id, row.stage, row.seq, row.status, row.suggested, row.evidence_grade, row.method_no, row.reply_until])).toEqual(
      ["SBGS", "SCS"].map((code) => [story.agencyId(code), "draft", 1, "in_progress", "in_progress", "document_seen", 1, "2027-02-15"]).sort(),
    );
    for (const id of ids) expect(await listVerdictBasis(db, id)).toEqual([{ measurementId: value.measurementId, no: 1 }]);
    expect((await listVerdictSources(db, ids)).map((source) => [source.kind, source.seen_on])).toEqual([["visit", "2027-01-20"], ["visit", "2027-01-20"]]);
  });

  test("the screen: suggestion with its reasons, values, place in the queue", async () => {
    const { db } = database;
    const story = await aScoringStory(db);
    await story.reported("40");
    const { view, table } = await getScoringMeasure(db, story.evaluator, LATER, { planCode: story.planCode, periodKey: "2026", code: "M1", executor: null }, uk);
    expect(view.suggestion.status).toBe("in_progress");
    expect(view.suggestion.reasons[0]).toContain("Цілей цього періоду досягнуто: 1 із 1");
    console.log(JSON.stringify(view, null, 1).slice(0, 3000), JSON.stringify(table.rows[0]));
    const queue = await getScoringQueue(db, story.evaluator, LATER, { plan: story.planCode, period: "2026" }, uk);
    console.log(JSON.stringify(queue?.rows, null, 1));
  });
});
