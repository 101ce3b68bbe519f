/** The bridge from the database: two readings, a reading and an edition, two editions; what the reader may not see is in none of it. */
import { beforeEach, describe, expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { bridgeQuestion, bridgeSearch, type BridgeQuestion } from "~/features/bridge/bridge-question";
import { bridgeTable, itemsTable } from "~/features/bridge/bridge-table";
import { bridgeView } from "~/features/bridge/bridge-view";
import { getBridge } from "~/features/bridge/get-bridge.server";
import { cellOf, type ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import { wordsOf } from "~/i18n/translate";
import { useDatabase } from "../../support/database";
import { closeByAmendment } from "../../support/close-by-amendment";
import { anEditionStory, type EditionStory } from "../../support/edition-story";
import { anInstallation } from "../../support/people";

const NOW = "2026-05-01T09:00:00.000Z";
const uk = wordsOf("uk");
const database = useDatabase();
let story: EditionStory;

/** NUM 10 of 10, CUM 2 of 5 until May, INSIDE (internal) 5 of 5. */
beforeEach(async () => {
  await anInstallation(database.db);
  story = await anEditionStory(database.db);
  await story.report("NUM", "10", { at: "2026-02-01T08:00:00.000Z" });
  await story.report("CUM", "2", { at: "2026-02-02T08:00:00.000Z" });
  await story.report("INSIDE", "5", { at: "2026-02-03T08:00:00.000Z", access: "internal" });
});

const ask = (query: string, actor: Actor = story.leadership) => getBridge(database.db, actor, NOW, bridgeQuestion({ plan: story.planCode }, new URLSearchParams(query)));
const cells = (table: ReportTable, ...keys: string[]) => table.rows.map((row) => keys.map((key) => cellOf(row, key).value ?? "-").join(" "));
const moved = async (query: string, actor?: Actor) => {
  const { bridge, barred } = await ask(query, actor);
  return bridge === null ? barred : [`${bridge.from.printed} → ${bridge.to.printed}`, ...bridge.steps.filter(({ items }) => items.length > 0).map(({ step, piece, items }) => `${step} ${piece} ${items.map(({ code }) => code).join(",")}`)];
};

test("two days of one year: what was reported between them", async () => {
  expect(await moved("from_period=2025&from_known_at=2026-02-02&to_period=2025")).toEqual(["33.3 → 66.7", "new_reports 33.4 INSIDE"]);
});

test("the same for a reader of what is public: the figures, the items and the files hold nothing of the rest", async () => {
  await story.report("CUM", "6", { at: "2026-04-10T08:00:00.000Z", no: 2, reason: "помилка" });
  const query = "from_period=2025&from_known_at=2026-04-01&to_period=2025&to_ceiling=restricted";
  expect(await moved(query, story.reader)).toEqual(["50.0 → 100.0", "corrections 50.0 CUM"]);
  const open = await ask(query, story.reader);
  expect(JSON.stringify(bridgeView(open, uk)) + toCsv(itemsTable(open, uk), "рядків")).not.toMatch(/INSIDE|SECRET/);
});

describe("editions", () => {
  test("from an edition to its correction, and from the last one by default", async () => {
    const first = await story.edition({ cutOff: "2026-03-31" }, "2026-04-02T08:00:00.000Z");
    await story.report("CUM", "6", { at: "2026-04-10T08:00:00.000Z", no: 2, reason: "помилка" });
    expect(await moved("to_period=2025", story.reader)).toEqual(["50.0 → 100.0", "corrections 50.0 CUM"]);
    const second = await story.edition({ cutOff: "2026-04-20" }, "2026-04-21T08:00:00.000Z");
    expect(await moved(`from_edition=${first.release.code}&to_edition=${second.release.code}`, story.reader)).toEqual(["50.0 → 100.0", "corrections 50.0 CUM"]);
    // a higher ceiling is a step of its own
    expect(await moved(`from_edition=${second.release.code}&to_period=2025`)).toEqual(["100.0 → 100.0", "opened 0.0 INSIDE"]);
    const view = bridgeView(await ask(`from_edition=${first.release.code}&to_edition=${second.release.code}`, story.reader), uk);
    expect(view.choice.editions.map(({ value }) => value)).toEqual([second.release.code, first.release.code]);
    expect(view).toMatchObject({ from: { name: `Видання ${first.release.code}, 2025\u00a0рік`, href: `/editions/${first.release.code}` }, bars: [{ kind: "whole", to: "50.0" }, { kind: "rise", from: "50.0", to: "100.0", value: "+50,0" }, { kind: "whole", to: "100.0" }] });
    expect(view.steps[0]?.items.rows.map((row) => cellOf(row, "name").href)).toEqual([`/plans/${story.planCode}/indicators/CUM?basis=in_force_on_1_january&known_at=2026-04-20&ceiling=public&period=2025`]);
  });

  test("of another plan, above the ceiling, or none: not there", async () => {
    const inside = await story.edition({ cutOff: "2026-03-31", ceiling: "internal" }, "2026-04-02T08:00:00.000Z");
    await expect(ask(`to_edition=${inside.release.code}`, story.reader)).rejects.toThrow(new DomainError("not_found"));
    await expect(ask("to_edition=NONE-1")).rejects.toThrow(new DomainError("not_found"));
    expect(bridgeView(await ask("to_period=2025", story.reader), uk).choice.editions).toEqual([]);
  });
});

describe("an indicator that was open in an edition and has been closed by an amendment", () => {
  test("neither way does the bridge name it or what was reported of it since, nor does the next edition", async () => {
    const first = await story.edition({ cutOff: "2026-03-31" }, "2026-04-02T08:00:00.000Z");
    await closeByAmendment(database.db, story, "CUM", "2026-04-05");
    await story.report("CUM", "6", { at: "2026-04-10T08:00:00.000Z", no: 2, reason: "помилка" });
    for (const query of [`from_edition=${first.release.code}&to_period=2025`, `from_period=2025&to_edition=${first.release.code}`]) {
      const open = await ask(query, story.reader);
      expect(await moved(query, story.reader)).not.toBeTypeOf("string");
      expect(JSON.stringify(bridgeView(open, uk)) + toCsv(itemsTable(open, uk), "рядків"), query).not.toContain("CUM");
    }
    const second = await story.edition({ cutOff: "2026-04-20" }, "2026-04-21T08:00:00.000Z");
    expect(second.release.changes?.totals.length).toBeGreaterThan(0);
    expect(JSON.stringify(second.release.changes)).not.toContain("CUM");
  });
});

test("a first figure that is not asked: the same reading of the plan as first adopted; of an edition the one before", async () => {
  const day = await ask("to_period=2025&to_known_at=2026-02-02&to_ceiling=public");
  expect(day.question.from).toEqual({ periodKey: "2025", basis: "as_first_adopted", knownAt: "2026-02-02", ceiling: "public", reading: undefined });
  const first = await story.edition({ cutOff: "2026-03-31" }, "2026-04-02T08:00:00.000Z");
  expect((await ask(`to_edition=${first.release.code}`)).question.from).toEqual({ periodKey: "2025", basis: "as_first_adopted", knownAt: "2026-03-31", ceiling: "public" });
  await story.report("CUM", "6", { at: "2026-04-10T08:00:00.000Z", no: 2, reason: "помилка" });
  const second = await story.edition({ cutOff: "2026-04-20" }, "2026-04-21T08:00:00.000Z");
  expect((await ask(`to_edition=${second.release.code}`)).question.from).toEqual({ edition: first.release.code });
});

test("no bridge where a figure is over nothing, and where coverage withholds it; how much is known may be told", async () => {
  expect(await moved("from_period=2025&to_period=2026")).toBe("nothing_due");
  expect(await moved("from_period=2025&from_known_at=2026-02-01&to_period=2025")).toBe("withheld");
  expect(await moved("figure=coverage&from_period=2025&from_known_at=2026-02-01&to_period=2025")).toEqual(["33.3 → 100.0", "new_reports 66.7 CUM,INSIDE"]);
  const view = bridgeView(await ask("from_period=2025&from_known_at=2026-02-01&to_period=2025"), uk);
  expect(JSON.stringify([view.from.percent, view.to.percent, view.summary, view.bars, view.table])).toBe(`[null,"66,7\u00a0%",null,[],null]`);
  expect(view.from.instead).toBe("33,3–100,0\u00a0%, число не показано");
  await expect(ask("from_period=2025&to_period=2026").then((open) => bridgeTable(open, uk))).rejects.toThrow(new DomainError("not_found"));
});

test("files: the steps with both ends, what each moved, the labels of both readings", async () => {
  const open = await ask("from_period=2025&from_known_at=2026-02-02&to_period=2025");
  expect(cells(bridgeTable(open, uk), "step", "piece", "after", "counted", "over", "items", "exact")).toEqual([
    "from - 33.3 1 3 - -", "dropped 0.0 33.3 1 3 0 0", "added 0.0 33.3 1 3 0 0", "done 0.0 33.3 1 3 0 0", "interruptions 0.0 33.3 1 3 0 0", "rules 0.0 33.3 1 3 0 0",
    "corrections 0.0 33.3 1 3 0 0", "new_reports 33.4 66.7 2 3 1 100/3", "verdicts 0.0 66.7 2 3 0 0", "to - 66.7 2 3 - -",
  ]);
  expect(cells(itemsTable(open, uk), "step", "code", "was", "is")).toEqual(["new_reports INSIDE без значення досягнуто"]);
  expect(bridgeTable(open, uk).labels.filter(({ key }) => key.endsWith("known_at")).map(({ label }) => label)).toEqual(["Було: Відомо на", "Стало: Відомо на"]);
});

test("of one goal; a goal that is not there is not found", async () => {
  expect(await moved("goal=G1&from_period=2025&from_known_at=2026-02-02&to_period=2025")).toEqual(["33.3 → 66.7", "new_reports 33.4 INSIDE"]);
  await expect(ask("goal=G9&to_period=2025")).rejects.toThrow(new DomainError("not_found"));
});

test("the address says the whole question", () => {
  const question: BridgeQuestion = { planCode: "P", figure: "fully", goal: "SO1", from: { edition: "K7Q-204" }, to: { periodKey: "2026-Q1", basis: "current", reading: "including_provisional", knownAt: "2026-04-15", ceiling: "public" } };
  const search = bridgeSearch(question);
  expect(search).toBe("?figure=fully&goal=SO1&from_edition=K7Q-204&to_period=2026-Q1&to_basis=current&to_values=including_provisional&to_known_at=2026-04-15&to_ceiling=public");
  expect(bridgeSearch(bridgeQuestion({ plan: "P" }, new URLSearchParams(search)))).toBe(search);
});
