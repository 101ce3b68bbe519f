/** Case C23 on pages and in files: 40 accepted on 10 April, corrected to 36, that accepted on 2 June. */
import { beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { anEntry, number } from "../features/value/value-input";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aSession } from "../support/people";
import { aScoringStory, type ScoringStory } from "../support/scoring-story";

const database = useDatabase();
const clock = aClock();
const NOW = "2027-09-01T09:00:00.000Z";
const THEN = "known_at=2027-04-15";

let app: TestApp;
let story: ScoringStory;
let value: string;
let cookies: { leader: string; reader: string };

beforeEach(async () => {
  const { db } = database;
  clock.set(NOW);
  await anInstallation(db);
  story = await aScoringStory(db);
  const { measurementId } = await submitValue(db, story.focal, "2027-03-10T09:00:00.000Z", anEntry(story, "NUM", number("40")));
  await verifyValue(db, story.evaluator, "2027-04-10T09:00:00.000Z", { measurementId, no: 1, decisionsSeen: 0 });
  await submitValue(db, story.focal, "2027-03-14T09:00:00.000Z", anEntry(story, "NUM", number("36"), { baseNo: 1, correctionReason: "чотири раховано двічі" }));
  await verifyValue(db, story.evaluator, "2027-06-02T09:00:00.000Z", { measurementId, no: 2, decisionsSeen: 0 });
  value = `/values/${measurementId}`;
  const signedIn = async (userId: string) => (await aSession(db, clock.now(), userId)).cookies;
  cookies = {
    leader: await signedIn((await story.person("leader", "leadership")).userId),
    reader: await signedIn((await story.person("reader", "reader", null, "public")).userId),
  };
  app = testApp(db, clock);
});

async function get(path: string, who: keyof typeof cookies = "reader") {
  const response = await app.get(path, { cookies: cookies[who] });
  const body = await response.text();
  const shown = body.replace(/<script[\s\S]*?<\/script>/g, "");
  return { status: response.status, body: shown, text: shown.replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/\s+/g, " ") };
}

const PLAN = "/plans/PLAN-R";

const cellsOf = (line: string) => [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell = ""]) => cell.replace(/^"|"$/g, ""));

/** The first line about NUM by the heads of its columns; a head that stands twice is the first of the two. */
function firstOf(file: string): Record<string, string> {
  const [heads = [], ...lines] = file.replace(/^\uFEFF/, "").split(/\r?\n/).map(cellsOf);
  const line = lines.find((cells) => cells.includes("NUM")) ?? [];
  return Object.fromEntries([...heads.entries()].reverse().map(([index, head]) => [head, line[index] ?? ""]));
}

const FILES = [
  `${PLAN}/tree.csv?period=2026`, `${PLAN}/nodes/G1/parts.csv?period=2026`, `${PLAN}/measures/M1/indicators.csv?period=2026`, `${PLAN}/indicators/NUM/values.csv?period=2026`,
  `${PLAN}/scorecard/2026/goals.csv?state=any`, `${PLAN}/scorecard/2026/indicators.csv?state=any`,
];
const withValue = FILES.filter((path) => /tree|measures|values|\/indicators\.csv/.test(path));

describe("C23: Q4 as known on 15 April, and now", () => {
  test.each(withValue)("%s", async (path) => {
    const [then, now] = [await get(`${path}&${THEN}`), await get(path)];
    expect([then.status, now.status]).toEqual([200, 200]);
    expect(firstOf(then.body)).toMatchObject({ "Значення": "40", "Редакція плану": "1 (2025-01-01)", "Версія правил": "1", "Відомо на": "2027-04-15T20:59:59.999999Z" });
    expect(firstOf(now.body)).toMatchObject({ "Значення": "36", "Редакція плану": "1 (2025-01-01)", "Версія правил": "1", "Відомо на": NOW });
  });

  test("the same question gives the same bytes, whenever it is asked", async () => {
    const path = `${PLAN}/scorecard/2026/indicators.csv?state=any&${THEN}`;
    const first = (await get(path)).body;
    clock.set("2027-11-30T09:00:00.000Z");
    cookies.reader = (await aSession(database.db, clock.now(), (await story.person("reader", "reader", null, "public")).userId)).cookies;
    expect((await get(path)).body).toBe(first);
  });

  test("the value's page shows the versions of that day, and that there is more now", async () => {
    const then = await get(`${value}?${THEN}`);
    expect(then.text).toContain("Відомо на кінець 15.04.2027");
    expect(then.text).toContain("Відтоді це змінено");
    expect(then.text).not.toContain("чотири раховано двічі");
    expect(then.text).not.toMatch(/\b36\b/);
    const now = await get(value);
    expect(now.text).toContain("чотири раховано двічі");
    expect(now.text).toMatch(/\b40\b/);
    expect(now.text).not.toContain("Відтоді це змінено");
    const file = (await get(`${value}/versions.csv?${THEN}`)).body;
    expect([/\b40\b/.test(file), /36/.test(file.replace(/\d{4}-\d\d-\d\dT\S+/g, ""))]).toEqual([true, false]);
  });

  test("who sees what is not verified sees of it what was written by the day", async () => {
    const [before, after] = [await get(`${value}?known_at=2027-03-12`, "leader"), await get(`${value}?${THEN}`, "leader")];
    expect([before, after].map(({ text }) => text.includes("чотири раховано двічі"))).toEqual([false, true]);
    expect(before.text).not.toContain("підтверджено ·");
    expect(before.text).not.toContain("Виправити");
  });

  test("nothing of the value was known before it was accepted", async () => {
    expect((await get(`${value}?known_at=2027-04-09`)).status).toBe(404);
    expect((await get(`${value}?known_at=2027-04-10`)).status).toBe(200);
  });

  test("a correction adds: 40 is never deleted", async () => {
    const { rows } = await sql<{ value: string }>`select trim_scale(value)::text as value from measurement_version order by no`.execute(database.db);
    expect(rows.map((row) => row.value)).toEqual(["40", "36"]);
  });
});

describe("the question goes along", () => {
  const pages = [PLAN, `${PLAN}/nodes/G1`, `${PLAN}/measures/M1`, `${PLAN}/indicators/NUM`, `${PLAN}/scorecard/2026`, `${PLAN}/scorecard/2026/indicators`, `${PLAN}/overview/2026`];
  const isReading = (href: string) => /^\/(plans\/PLAN-R|values\/)/.test(href) && !href.includes("/editions");
  // links that say the opposite on purpose
  const seesNow = /<a[^>]*href="([^"]+)"[^>]*>Показати відоме зараз/;

  test.each(pages)("every link of %s to a page or file with figures", async (path) => {
    const page = await get(`${path}?${THEN}&ceiling=public`, "leader");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Відомо на кінець 15.04.2027");
    expect(page.text).toContain("Рівень: відкрита інформація");
    const links = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&")).filter(isReading);
    expect(links.length).toBeGreaterThan(0);
    const now = seesNow.exec(page.body)?.[1]?.replaceAll("&amp;", "&");
    expect(links.filter((href) => href !== now && !(href.includes(THEN) && href.includes("ceiling=public")))).toEqual([]);
  });

  test("a filter keeps what the page is read as", async () => {
    for (const path of [PLAN, `${PLAN}/scorecard/2026/indicators`]) {
      const { body } = await get(`${path}?${THEN}`);
      expect(body).toContain('<input type="hidden" name="known_at" value="2027-04-15"/>');
    }
  });

  test.each(pages)("a wrong date on %s: said at its box and at the top, what is known now is shown", async (path) => {
    const page = await get(`${path}?known_at=31.02.2027`, "leader");
    expect(page.status).toBe(200);
    expect(page.body).toContain('value="31.02.2027"');
    expect(page.text.match(/Введіть дату/g)).toHaveLength(2);
    expect(page.text).not.toContain("Відомо на кінець");
  });

  test("a day ahead is now, and said so", async () => {
    const page = await get(`${PLAN}/measures/M1?known_at=2028-01-01`);
    expect(page.text).toContain("Цей день ще попереду");
    expect(page.text).not.toContain("Відомо на кінець");
  });

  test("before the plan was accepted there is none", async () => {
    for (const path of [PLAN, `${PLAN}/scorecard/2026`]) expect((await get(`${path}?known_at=2024-01-01`)).status).toBe(404);
  });
});

describe("basis", () => {
  test("asked on a plan's page it is that of the page's period, and the file says which it was", async () => {
    await story.amended("2026-07-01T09:00:00.000Z", { dueOn: null });
    expect((await get(`${PLAN}/measures/M1?period=2026`)).status).toBe(404);
    const asked = "?period=2026&basis=in_force_on_1_january";
    expect((await get(`${PLAN}/measures/M1${asked}`)).text).toContain("план, чинний на 01.01.2026");
    expect((await get(`${PLAN}/measures/M1/indicators.csv${asked}`)).body).toContain("1 (2025-01-01)");
    expect((await get(`${PLAN}/measures/M1?period=2027&basis=in_force_on_1_january`)).status).toBe(404);
    // what a scorecard lists opens, though an amendment has taken it out since
    const { body } = await get(`${PLAN}/scorecard/2026/indicators?state=any`);
    const href = /href="(\/plans\/PLAN-R\/indicators\/NUM[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await get(href)).status).toBe(200);
  });
});

describe("levels hold as of now (rule 18)", () => {
  test("a later official value above the reader's ceiling: the past tells nothing, and gives no hint", async () => {
    await sql`alter table measurement_version disable trigger user`.execute(database.db);
    await sql`update measurement_version set access = 'internal' where no = 2`.execute(database.db);
    await sql`alter table measurement_version enable trigger user`.execute(database.db);
    expect((await get(`${value}?${THEN}`)).status).toBe(404);
    const page = await get(`${PLAN}/indicators/NUM?${THEN}`);
    expect(page.text).not.toMatch(/\b(40|36)\b(?! ?%)(?=[^.]*підтверджено)/);
    expect(page.text).not.toContain("Відтоді це змінено");
    expect((await get(`${PLAN}/indicators/NUM/values.csv?${THEN}`)).body).not.toMatch(/[,;\t]40[,;\t]/);
    expect((await get(`${value}?${THEN}`, "leader")).status).toBe(200);
    expect((await get(`${value}?${THEN}&ceiling=public`, "leader")).status).toBe(404);
  });
});
