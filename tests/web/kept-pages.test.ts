/** Pages drawn once and shown again: never another person's, never older than the records, each with its own tokens. */
import { beforeEach, describe, expect, it } from "vitest";
import type { AccessLevel } from "~/domain/facts";
import { readLanguage } from "~/i18n/language.server";
import { createAnswer, type Answer } from "~/web/answer.server";
import { readCookie } from "~/web/cookies";
import { newReference, randomToken } from "~/web/digest";
import { keepPages, type KeepingAnswer } from "~/web/kept-pages.server";
import type { RequestContext } from "~/web/load-context";
import { recordAct } from "~db/queries/audit";
import { inTransaction } from "~db/transaction.server";
import { testBuild } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aPerson, aSession, type TestPerson } from "../support/people";
import { aReportingStory, type ReportingStory } from "../support/reporting-story";
import { aVerifiedValue } from "../support/verified-value";

const database = useDatabase();
const clock = aClock();
let story: ReportingStory;
/** how often a page was drawn */
let drawn: number;
let keeping: KeepingAnswer;
const drawing = createAnswer(testBuild(), "test");

const keep = (answer: Answer) => {
  drawn = 0;
  keeping = keepPages((request, context) => {
    drawn += 1;
    return answer(request, context);
  });
};

beforeEach(async () => {
  clock.set("2027-02-01T09:00:10.000Z");
  await anInstallation(database.db);
  story = await aReportingStory(database.db);
  keep(drawing);
});

const SCORECARD = "/plans/PLAN-R/scorecard/2026";
const INDICATORS = "/plans/PLAN-R/scorecard/2026/indicators?state=any";

const aLeader = (ceiling: AccessLevel = "internal") => aPerson(database.db, clock.now(), { roles: ["leadership"], ceiling });

function requestOf(path: string, cookies: string, init: RequestInit = {}): { request: Request; context: RequestContext } {
  const request = new Request(`http://localhost${path}`, { ...init, headers: { Accept: "text/html", Cookie: cookies } });
  const log = { error: () => {}, warn: () => {}, info: () => {} } as unknown as RequestContext["log"];
  return {
    request,
    context: {
      db: database.db, now: clock.now, nonce: randomToken(), requestId: newReference(), network: "192.0.2.0/24", deviceId: readCookie(cookies, "device") ?? randomToken(),
      secure: false, language: readLanguage(request), log, failure: null,
    },
  };
}

interface Shown {
  status: number;
  html: string;
  setCookie: string | null;
  context: RequestContext;
}

async function ask(path: string, { cookies }: Pick<TestPerson, "cookies">, init: RequestInit = {}): Promise<Shown> {
  const { request, context } = requestOf(path, cookies, init);
  const answer = await keeping(request, context);
  if (answer instanceof Response) return { status: answer.status, html: await answer.text(), setCookie: answer.headers.get("Set-Cookie"), context };
  return { status: 200, html: Buffer.concat(answer.copy.plain(answer.own)).toString(), setCookie: null, context };
}

describe("the same person at the same address", () => {
  it("is shown the page drawn before, to the letter what would be drawn for them now", async () => {
    const leader = await aLeader();
    await ask(SCORECARD, leader);
    const { html, context } = await ask(SCORECARD, leader);
    expect(drawn).toBe(1);
    const { request } = requestOf(SCORECARD, leader.cookies);
    expect(html).toBe(await (await drawing(request, { ...context })).text());
  });

  it("gets a nonce, a request number and, in another browser, a form token of their own", async () => {
    const leader = await aLeader();
    const elsewhere = await aSession(database.db, clock.now(), leader.id);
    const [first, second] = [await ask(SCORECARD, leader), await ask(SCORECARD, elsewhere)];
    expect(drawn).toBe(1);
    for (const { html, context } of [first, second]) {
      const nonces = [...html.matchAll(/nonce="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(nonces)).toEqual(new Set([context.nonce]));
      expect(html).toContain(`data-reference="${context.requestId}"`);
    }
    const token = ({ html }: Shown) => /name="_csrf" value="([^"]*)"/.exec(html)?.[1];
    expect(token(first)).toMatch(/^[\w-]{43}$/);
    expect(token(second)).not.toBe(token(first));
    expect(second.html).not.toContain(token(first));
    expect(second.html).not.toContain(first.context.requestId);
  });

  it("and many at once: the page is drawn once", async () => {
    const leader = await aLeader();
    const shown = await Promise.all([ask(SCORECARD, leader), ask(SCORECARD, leader), ask(SCORECARD, leader)]);
    expect([drawn, ...shown.map(({ status }) => status)]).toEqual([1, 200, 200, 200]);
  });
});

describe("another page is drawn for", () => {
  const titles = (html: string) => ["Індикатор SECRET", "Індикатор INSIDE", "Індикатор NUM"].filter((title) => html.includes(title));

  it("a person with another ceiling, whoever came first", async () => {
    const [wide, narrow] = [await aLeader("restricted"), await aLeader("public")];
    const shown = [];
    for (const person of [wide, narrow, wide, narrow]) shown.push(titles((await ask("/plans/PLAN-R", person)).html));
    expect(shown).toEqual([
      ["Індикатор SECRET", "Індикатор INSIDE", "Індикатор NUM"], ["Індикатор NUM"],
      ["Індикатор SECRET", "Індикатор INSIDE", "Індикатор NUM"], ["Індикатор NUM"],
    ]);
    expect(drawn).toBe(2);
  });

  it("a person with the same rights and another name", async () => {
    const [one, other] = [await aLeader(), await aLeader()];
    expect((await ask(SCORECARD, one)).html).toContain(`Особа ${one.login}`);
    const { html } = await ask(SCORECARD, other);
    expect([html.includes(`Особа ${other.login}`), html.includes(one.login)]).toEqual([true, false]);
  });

  it("another language and another question", async () => {
    const leader = await aLeader();
    expect((await ask(SCORECARD, leader)).html).toContain('<html lang="uk"');
    expect((await ask(SCORECARD, { cookies: `${leader.cookies}; lang=en` })).html).toContain('<html lang="en"');
    await ask(`${SCORECARD}?basis=current`, leader);
    expect(drawn).toBe(3);
  });

  it.each([["the next minute", "2027-02-01T09:01:00.000Z"], ["a clock set back", "2027-02-01T09:00:19.000Z"]])("%s", async (_what, at) => {
    const leader = await aLeader();
    clock.set("2027-02-01T09:00:20.000Z");
    await ask(SCORECARD, leader);
    clock.set(at);
    await ask(SCORECARD, leader);
    expect(drawn).toBe(2);
  });
});

describe("what changes is seen by the next request", () => {
  it("a verified value", async () => {
    const leader = await aLeader();
    expect((await ask(INDICATORS, leader)).html).not.toContain("4321");
    await aVerifiedValue(database.db, story, "NUM", "4321", clock.now());
    expect((await ask(INDICATORS, leader)).html.replaceAll("\u00a0", "")).toContain("4321");
  });

  it("a narrower ceiling, another role, another name", async () => {
    const leader = await aLeader("restricted");
    const shows = async (text: string) => (await ask("/plans/PLAN-R", leader)).html.includes(text);
    const change = (set: { ceiling?: string; name_uk?: string }) => database.db.updateTable("user_account").set(set).where("id", "=", leader.id).execute();
    expect(await shows("Індикатор SECRET")).toBe(true);
    await change({ ceiling: "internal" });
    expect([await shows("Індикатор SECRET"), await shows("Індикатор INSIDE")]).toEqual([false, true]);
    await change({ name_uk: "Інше ім’я" });
    expect(await shows("Інше ім’я")).toBe(true);
    await database.db.updateTable("role_grant").set({ to_at: clock.now() }).where("user_id", "=", leader.id).execute();
    expect((await ask("/plans/PLAN-R", leader)).status).toBe(404);
  });

  it("a grant that ends by itself, at its moment", async () => {
    const leader = await aPerson(database.db, clock.now(), { roles: ["leadership"] });
    await database.db.updateTable("role_grant").set({ to_at: "2027-02-01T09:00:30.000Z" }).where("user_id", "=", leader.id).execute();
    expect((await ask(SCORECARD, leader)).status).toBe(200);
    clock.set("2027-02-01T09:00:30.000Z");
    expect((await ask(SCORECARD, leader)).status).toBe(404);
  });

  it("a session that was ended, an account past its day, nobody at all", async () => {
    const [leader, other] = [await aLeader(), await aLeader()];
    for (const person of [leader, other]) expect((await ask(SCORECARD, person)).status).toBe(200);
    await database.db.updateTable("session").set({ revoked_at: clock.now() }).where("user_id", "=", leader.id).execute();
    await database.db.updateTable("user_account").set({ ends_on: "2027-01-31" }).where("id", "=", other.id).execute();
    const stolen = { cookies: leader.cookies.replace(/device=[^;]*/, `device=${"x".repeat(43)}`) };
    for (const person of [leader, other, stolen, { cookies: "" }]) expect((await ask(SCORECARD, person)).status).toBe(303);
  });
});

describe("a page is not kept", () => {
  const answering = (body: string, init: ResponseInit = {}) => async () =>
    new Response(body, { status: 200, ...init, headers: { "Content-Type": "text/html; charset=utf-8", ...init.headers } });

  it.each<[string, () => Promise<Response>]>([
    ["that is no success", answering("<p>gone</p>", { status: 404 })],
    ["that sets a cookie", answering("<p>text</p>", { headers: { "Set-Cookie": "seen=1" } })],
    ["that is no page", answering("{}", { headers: { "Content-Type": "application/json" } })],
    ["with a form that may be sent once", answering('<input type="hidden" name="_key" value="one">')],
  ])("%s", async (_what, answer) => {
    keep(answer);
    const leader = await aLeader();
    const shown = [await ask(SCORECARD, leader), await ask(SCORECARD, leader)];
    expect(drawn).toBe(2);
    expect(shown[1]).toMatchObject({ status: shown[0]!.status, html: shown[0]!.html, setCookie: shown[0]!.setCookie });
  });

  it("that recorded its reading", async () => {
    keep(async (_request, { db }) => {
      await inTransaction(db, { actorId: null, action: "read_restricted", now: clock.now() }, (trx) => recordAct(trx, "read_restricted"));
      return answering("<p>restricted</p>")();
    });
    const leader = await aLeader();
    await ask(SCORECARD, leader);
    await ask(SCORECARD, leader);
    expect(drawn).toBe(2);
  });

  it("that was refused, though the framework drew it", async () => {
    keep(async (_request, context) => {
      context.failure = { status: 409, code: "x", params: {}, fields: {} };
      return answering("<p>refused</p>")();
    });
    const leader = await aLeader();
    await ask(SCORECARD, leader);
    await ask(SCORECARD, leader);
    expect(drawn).toBe(2);
  });

  it("drawn over the turn of a minute", async () => {
    const leader = await aLeader();
    keep(async () => {
      clock.set("2027-02-01T09:01:00.000Z");
      return answering("<p>late</p>")();
    });
    await ask(SCORECARD, leader);
    await ask(SCORECARD, leader);
    expect(drawn).toBe(2);
  });

  it.each([
    ["a value", () => aVerifiedValue(database.db, story, drawn === 1 ? "NUM" : "FLOW", "1", clock.now())],
    ["a word that the audit does not record", () => database.db.insertInto("unit").values({ code: "km", name_uk: "км", name_en: "km" }).onConflict((oc) => oc.column("code").doUpdateSet({ name_en: "km" })).execute()],
  ])("while %s was being recorded", async (_what, record) => {
    const leader = await aLeader();
    keep(async () => {
      await record();
      return answering("<p>meanwhile</p>")();
    });
    const { request, context } = requestOf(SCORECARD, leader.cookies);
    expect(await keeping(request, context)).toBeInstanceOf(Response);
  });

  it("while something recorded lies ahead", async () => {
    const leader = await aLeader();
    await aVerifiedValue(database.db, story, "NUM", "4321", "2027-02-01T09:00:40.000Z");
    expect((await ask(INDICATORS, leader)).html).not.toContain("4321");
    clock.set("2027-02-01T09:00:40.000Z");
    expect((await ask(INDICATORS, leader)).html.replaceAll("\u00a0", "")).toContain("4321");
  });

  it.each([["a post", SCORECARD, { method: "POST" }], ["what the framework fetches", `${SCORECARD}?_data=root`, {}], ["another address", "/plans", {}]])("%s", async (_what, path, init) => {
    keep(answering("<p>text</p>"));
    const leader = await aLeader();
    await ask(path, leader, init);
    await ask(path, leader, init);
    expect(drawn).toBe(2);
  });

  it("that failed: the fault is the asker's own", async () => {
    keep(() => Promise.reject(new Error("drawing failed")));
    const leader = await aLeader();
    await expect(ask(SCORECARD, leader)).rejects.toThrow("drawing failed");
    keep(answering("<p>text</p>"));
    expect((await ask(SCORECARD, leader)).html).toBe("<p>text</p>");
  });
});
