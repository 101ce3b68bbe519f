/**
 * The page of those who lead, from the database: its figures are the scorecard's, cut to its reader; what stands in the
 * way, what has changed since the last edition, and the way from a figure to its value and evidence in three clicks.
 */
import { matchPath } from "@remix-run/react";
import { ROUTE_RULES } from "~/web/route-rules";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import { getOverview } from "~/features/leadership/get-overview.server";
import { agencyGoalsTable } from "~/features/leadership/agency-goals-view";
import { overviewPage } from "~/features/leadership/overview-page";
import { problemsTable } from "~/features/leadership/problem-rows";
import { reportingTable } from "~/features/leadership/reporting-table";
import { trendTable } from "~/features/leadership/trend-view";
import { cellOf, type ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import { getScorecard, type ScorecardQuestion } from "~/features/scorecard/get-scorecard.server";
import type { ValueInput } from "~/features/value/value-input";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { getHome } from "~/features/work-list/get-home.server";
import { wordsOf } from "~/i18n/translate";
import { testApp } from "../../support/app";
import { aClock } from "../../support/clock";
import { useDatabase } from "../../support/database";
import { anEditionStory, type EditionStory } from "../../support/edition-story";
import { anInstallation, aSession } from "../../support/people";
import { anEntry, number } from "../value/value-input";

/** The year 2025 is over and reported on. */
const NOW = "2026-04-01T09:00:00.000Z";
const uk = wordsOf("uk");
const database = useDatabase();
let story: EditionStory;

/** NUM reached its 10, CUM made 2 of 5 and says why, INSIDE is for the bodies alone. */
beforeEach(async () => {
  const { db } = database;
  await anInstallation(db);
  story = await anEditionStory(db);
  const [focal, judge] = [await story.person("author", "focal_point", "SBGS"), await story.person("judge", "evaluator")];
  const reported = async (code: string, value: string, day: string, more: Partial<ValueInput> = {}) => {
    const { measurementId, no } = await submitValue(db, focal, `${day}T08:00:00.000Z`, anEntry(story, code, number(value), { periodKey: "2025", ...more }));
    await verifyValue(db, judge, `${day}T09:00:00.000Z`, { measurementId, no, decisionsSeen: 0 });
  };
  await reported("NUM", "10", "2026-02-01");
  await reported("INSIDE", "1", "2026-02-02", { access: "internal" });
  await reported("CUM", "2", "2026-02-03", { obstacle: "procurement", evidence: { kind: "document", title: "акт № 15" } });
});

const read = (actor: Actor, change: Partial<ScorecardQuestion> = {}, now = NOW) => getOverview(database.db, actor, now, { planCode: story.planCode, periodKey: "2025", ...change });
/** Words with plain spaces. */
const page = async (...asked: Parameters<typeof read>) => plain(overviewPage(await read(...asked), uk));
const plain = <T>(view: T): T => JSON.parse(JSON.stringify(view).replaceAll("\u00a0", " ")) as T;
const cells = (table: ReportTable, ...keys: string[]) => table.rows.map((row) => keys.map((key) => cellOf(row, key).value ?? "-").join(" "));

test("its figures are those of the scorecard, and the map adds up to them", async () => {
  const { scorecard } = await getScorecard(database.db, story.leadership, NOW, { planCode: story.planCode, periodKey: "2025" });
  const overview = await read(story.leadership);
  const { counts } = scorecard.plan.implementation;
  expect(overview.answer.scorecard.plan).toEqual(scorecard.plan);
  expect(overview.goals.total).toEqual({ well: counts.achieved, of: counts.due, missing: counts.missing });
  expect(overview.trend.years.find(({ year }) => year === 2025)?.implementation?.counts).toMatchObject({ due: counts.due, achieved: counts.achieved });
  expect(plain(overviewPage(overview, uk))).toMatchObject({ indicators: { of: "1 із 3", figure: { value: "33.3", low: "33.3", high: "33.3" } }, map: { total: { text: "1/3" }, goals: [{ code: "G1" }] } });
});

test("problems: whose they are, how far, what stands in the way; the row of a measure counts its others", async () => {
  const { problems } = await page(story.leadership);
  expect(problems.rows).toMatchObject([{ title: "Індикатор INSIDE", said: "SBGS · 1 проти 5", light: "at_risk", next: "звіт до 15.03.2027", others: { words: "ще 1 індикатор цього заходу" } }]);
  const { problems: ofPublic } = await page(story.reader);
  expect(ofPublic.rows).toMatchObject([{ title: "Індикатор CUM", said: "SBGS · 2 проти 5 · закупівля", others: null }]);
});

test("what lies above a reader's ceiling is on no line, in no count and in no file", async () => {
  const overview = await read(story.reader);
  expect(overview.goals.total).toEqual({ well: 1, of: 2, missing: 0 });
  const files = [problemsTable, agencyGoalsTable, reportingTable, trendTable].map((table) => toCsv(table(overview, uk), "рядків")).join("\n");
  expect(files).not.toMatch(/INSIDE|SECRET/);
  expect(JSON.stringify(overviewPage(overview, uk))).not.toMatch(/INSIDE|SECRET/);
  // one value less owed than those who see what is for the bodies
  const owed = async (actor: Actor) => (await read(actor)).obligations.length;
  expect((await owed(story.leadership)) - (await owed(story.reader))).toBe(1);
});

test("over too few data: the interval and why, a hatch in the map, no share anywhere", async () => {
  const { indicators, map, trend } = await page(story.leadership, { knownAt: "2026-02-01" });
  expect(indicators).toMatchObject({ figure: { state: "withheld", value: null }, bounds: "число не показано: значення є у 1 із 3", nextLines: ["За чинним планом разом із зупиненими: 1 із 3", "За планом, як ухвалено: 1 із 3", "За нині чинним планом: 1 із 3"] });
  expect(map.total).toMatchObject({ tone: "thin", text: "1/3", said: "1 із 3, мало даних" });
  expect(trend.points).toMatchObject([{ year: 2025, value: null, low: "33.3", high: "100.0" }]);
});

test("while the year runs nothing is 0 and nothing is a share: when the first falls due, and what is silent by now", async () => {
  await database.db.insertInto("indicator_target").values({ plan_version_id: story.planVersionId, indicator_id: story.indicatorId("NUM"), period_key: "2026", value: "20" }).execute();
  for (const asked of ["2026", "2026-Q1"]) {
    const view = await page(story.leadership, { periodKey: asked });
    expect(view.indicators).toMatchObject({ figure: { state: "not_yet_due" }, of: null, notDue: "Для 1 індикатора строк іще не настав: найближчий 31.12.2026." });
    expect(view).toMatchObject({ map: { by: "pace", rows: [] }, problems: { rows: [], all: null }, measures: { hero: null } });
  }
});

test("files say what the page says", async () => {
  const overview = await read(story.leadership);
  expect(cells(agencyGoalsTable(overview, uk), "agency_code", "goal", "well", "of", "missing")).toEqual(["SBGS G1 1 3 0"]);
  expect(cells(problemsTable(overview, uk), "code", "measure", "kind", "progress", "expected", "next", "next_what", "others")).toEqual(["INSIDE M1 at_risk 20.0 100.0 2027-03-15 report 1"]);
  expect(cells(trendTable(overview, uk), "year", "plan", "rate", "achieved", "due", "why")).toEqual(["2025 PLAN-R 33.3 1 3 -", "2026 PLAN-R - 0 0 nothing_due"]);
  expect(cells(reportingTable(overview, uk), "code", "on_time", "not_reported", "owed")).toEqual(["SCS 0 1 1", "SBGS 3 7 10"]);
});

describe("since the last edition", () => {
  const changes = async (...asked: Parameters<typeof read>) => (await page(...asked)).more.changes;

  test("none: this is the first", async () => expect(await changes(story.reader)).toMatchObject({ words: "видань за цей період і рівень доступу ще не було", href: null, lines: [] }));

  test("the figures that differ, with the way to the edition", async () => {
    const edition = await story.edition({ cutOff: "2026-02-02" }, "2026-02-10T08:00:00.000Z");
    const found = await changes(story.reader);
    expect(found).toMatchObject({ words: `від видання ${edition.release.code} (10.02.2026)`, href: `/editions/${edition.release.code}` });
    expect(found.lines).toContain("Без перевіреного значення: 1 → 0");
    // every way that leaves the page is an address there is
    const hrefs = JSON.stringify(await page(story.reader)).match(/(?<=[hH]ref":")[^"?#]+/g) ?? [];
    expect(hrefs.filter((href) => !Object.keys(ROUTE_RULES).some((pattern) => pattern !== "*" && matchPath(pattern, href)))).toEqual([]);
    expect((await page(story.reader)).reading.more.join()).toContain(edition.release.code);
  });

  test("nothing differs", async () => {
    const edition = await story.edition({ cutOff: "2026-03-01" }, "2026-03-02T08:00:00.000Z");
    expect(await changes(story.reader)).toMatchObject({ words: `від видання ${edition.release.code} числа не змінилися`, lines: [] });
  });

  test("an edition of another ceiling is another reading's; one of another basis is not compared; one released later was not there", async () => {
    const edition = await story.edition({ cutOff: "2026-02-02" }, "2026-02-10T08:00:00.000Z");
    expect((await changes(story.leadership)).code).toBeNull();
    expect(await changes(story.reader, { basis: "current" })).toMatchObject({ words: `видання ${edition.release.code} стоїть на іншій основі`, lines: [] });
    expect((await changes(story.reader, { knownAt: "2026-02-09" })).code).toBeNull();
  });
});

test("what leaves the page is read as the page is", async () => {
  const view = await page(story.leadership, { basis: "current", knownAt: "2026-03-15", ceiling: "public" });
  const asked = "basis=current&known_at=2026-03-15&ceiling=public";
  const links = [view.links.scorecard, view.links.plan, view.indicators.listHref, view.map.total.href, view.map.goals[0]?.href, view.problems.rows[0]?.href, view.csv.years, ...view.years.map(({ href }) => href)];
  for (const link of links) expect(link).toContain(asked);
});

test("the first page of who leads or reads is this page for the usual plan; who has work of their own keeps their list", async () => {
  const home = async (actor: Actor) => plain(await getHome(database.db, actor, NOW, uk));
  expect((await home(story.leadership)).overview).toMatchObject({ planCode: "PLAN-R", period: "2025", title: "Стан виконання плану за 2025 рік" });
  expect((await home(story.reader)).overview?.indicators.of).toBe("1 із 2");
  expect(await home(story.coordinator)).toMatchObject({ overview: null, plans: [{ code: "PLAN-R" }] });
  expect(await home(await story.person("author", "focal_point", "SBGS"))).toMatchObject({ overview: null, plans: null });
});

test("three clicks from a figure to its value and the evidence beside it", async () => {
  const app = testApp(database.db, aClock(NOW));
  const { cookies } = await aSession(database.db, NOW, story.leadership.userId);
  const open = async (path: string) => {
    const response = await app.get(path, { cookies });
    expect(response.status, path).toBe(200);
    return (await response.text()).replaceAll("&amp;", "&");
  };
  const linkIn = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? "";
  const overview = await open("/plans/PLAN-R/overview/2025");
  const cell = linkIn(overview, /<td class="heat-\d"><a [^>]*href="([^"]+)"/);
  const list = await open(cell);
  const indicator = await open(linkIn(list, /href="(\/plans\/PLAN-R\/indicators\/CUM[^"]*)"/));
  const value = await open(linkIn(indicator, /href="(\/values\/[^"]+)"/));
  expect(value).toContain("акт № 15");
  // the figure on top, and a problem, lead there in as many
  expect(linkIn(overview, /<a [^>]*href="([^"]+)"><b>1\s+із\s+3<\/b>/)).toBe("/plans/PLAN-R/scorecard/2025/indicators?state=due");
  expect(overview).toContain('href="/plans/PLAN-R/indicators/INSIDE?');
});
