/** The evaluators' screen, the body's reply and a claim, as a browser without scripts sees them. */
import { beforeEach, describe, expect, test } from "vitest";
import { IDEMPOTENCY_FIELD, INTENT_FIELD } from "~/ui/root-data";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aSession } from "../support/people";
import { aScoringStory, SCORED_ON, type ScoringStory } from "../support/scoring-story";

const database = useDatabase();
const clock = aClock(SCORED_ON);
const SCREEN = "/scoring/PLAN-R/2026/M1";
type Who = "judge" | "other" | "own" | "focal" | "coordinator" | "reader";

let app: TestApp;
let story: ScoringStory;
let cookies: Record<Who, string>;

beforeEach(async () => {
  const { db } = database;
  clock.set(SCORED_ON);
  await anInstallation(db);
  story = await aScoringStory(db);
  await story.reported("40");
  const signedIn = async (userId: string) => (await aSession(db, clock.now(), userId)).cookies;
  cookies = {
    judge: await signedIn(story.evaluator.userId),
    other: await signedIn((await story.person("other", "evaluator", "MIA")).userId),
    own: await signedIn((await story.person("own", "evaluator", "SCS")).userId),
    focal: await signedIn(story.focal.userId),
    coordinator: await signedIn((await story.person("coordinator", "coordinator", "SBGS")).userId),
    reader: await signedIn((await story.person("reader", "reader", null, "public")).userId),
  };
  app = testApp(db, clock);
});

let keys = 0;
const textOf = (body: string) => body.replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/&quot;/g, '"').replace(/\s+/g, " ");

async function get(path: string, who: Who) {
  const response = await app.get(path, { cookies: cookies[who] });
  const body = await response.text();
  return { status: response.status, body, text: textOf(body) };
}

async function post(path: string, who: Who, intent: string, fields: Record<string, string>) {
  const response = await app.post(path, { [INTENT_FIELD]: intent, [IDEMPOTENCY_FIELD]: `form-key-${(keys += 1)}-random`, ...fields }, { cookies: cookies[who] });
  const body = await response.text();
  return { status: response.status, location: response.headers.get("Location"), body, text: textOf(body) };
}

const isChosen = (body: string, value: string) => [...body.matchAll(/<input type="radio"[^>]*>/g)].some(([input]) => input.includes(`value="${value}"`) && input.includes("checked"));
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";

/** Fills the form as the page carries it. */
async function draft(who: Who, fields: Record<string, string> = {}, path = SCREEN) {
  const { body } = await get(path, who);
  const carried = Object.fromEntries(["executor", "seen", "suggested_seen"].map((name) => [name, hidden(body, name)]));
  return post(path, who, "draft", { ...carried, status: "in_progress", evidence_grade: "document_seen", ...fields });
}

const draftId = async (code: string) => (await database.db.selectFrom("verdict").select("id").where("agency_id", "=", story.agencyId(code)).where("stage", "=", "draft").executeTakeFirstOrThrow()).id;

describe("the screen", () => {
  test("suggestion marked and first, nothing chosen beforehand; once saved, the draft is", async () => {
    const first = await get(SCREEN, "judge");
    expect(first.text).toContain("Цілей цього періоду досягнуто: 1 із 1, отже за планом.");
    expect(first.body.indexOf('value="in_progress"')).toBeLessThan(first.body.indexOf('value="implemented"'));
    expect(first.body).not.toMatch(/type="radio"[^>]*checked/);
    const saved = await draft("judge");
    expect([saved.status, saved.location]).toEqual([303, `${SCREEN}?for=all&saved=draft`]);
    const again = await get(saved.location ?? "", "judge");
    expect(again.text).toContain("Чернетку збережено");
    expect(again.body.match(/type="radio"[^>]*checked/g)).toHaveLength(2);
    expect(again.text).toContain("SBGS: можна після відповіді органу або після 15.02.2027, 23:59 за Києвом");
  });

  test("every error at its field and in the summary, what was typed kept, nothing saved", async () => {
    const refused = await draft("judge", { status: "suspended", evidence_grade: "", legal_basis: "", from_on: "31.02.2027", text: "Роботи <b>стоять</b>", source_1: "https://", source_kind_1: "link" });
    expect(refused.status).toBe(422);
    for (const message of ["Оберіть одне", "Вкажіть підставу зупинення", "Введіть дату, як 24.11.2026", "Напишіть, чому стан інший", "Введіть адресу, що починається з https://", "Підтвердьте, що тут немає службової інформації"]) {
      expect(refused.text.split(message).length - 1, message).toBe(2);
    }
    expect(refused.body).toContain('value="31.02.2027"');
    expect(refused.body).toContain("Роботи &lt;b&gt;стоять&lt;/b&gt;");
    expect(isChosen(refused.body, "suspended")).toBe(true);
    expect(await database.db.selectFrom("verdict").select("id").execute()).toEqual([]);
  });

  test("two evaluators meet on one page: what was seen, what is there, what I chose; mine can be saved on top", async () => {
    const { body } = await get(SCREEN, "other");
    const opened = Object.fromEntries(["executor", "seen", "suggested_seen"].map((name) => [name, hidden(body, name)]));
    await draft("judge");
    const mine = { ...opened, status: "implemented", evidence_grade: "own_visit", differs_reason: "Бачили на місці.", declared: "on" };
    const conflict = await post(SCREEN, "other", "draft", mine);
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("цей захід оцінив інший оцінювач");
    expect(conflict.text).toContain("Оцінка SBGS SCS Ви бачили ще не оцінено ще не оцінено Зараз у системі Оцінювач, 01.02.2027, 12:00 Виконується бачили документи Виконується бачили документи");
    expect(conflict.text).toContain("Ваше ви, зараз Виконано власний виїзд або розмова");
    expect(conflict.text).toContain("Зберегти мою: Виконано");
    const again = await post(SCREEN, "other", "draft", { ...mine, seen: hidden(conflict.body, "seen") });
    expect(again.status).toBe(303);
    const stages = await database.db.selectFrom("verdict").select(["seq", "status"]).where("agency_id", "=", story.agencyId("SBGS")).orderBy("seq").execute();
    expect(stages).toEqual([{ seq: 1, status: "in_progress" }, { seq: 2, status: "implemented" }]);
  });

  test("values changed while the form was open: said at the status, the form as typed", async () => {
    const { body } = await get(SCREEN, "judge");
    const opened = Object.fromEntries(["executor", "seen", "suggested_seen"].map((name) => [name, hidden(body, name)]));
    await story.reported("100", 1);
    const refused = await post(SCREEN, "judge", "draft", { ...opened, status: "in_progress", evidence_grade: "none", differs_reason: "Чекаємо на акт.", declared: "on" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("пропозиція тепер інша");
    expect(refused.body).toContain("Чекаємо на акт.");
    expect(hidden(refused.body, "suggested_seen")).toBe("implemented");
  });

  test("an expired session: signed in again, what was typed fills the form", async () => {
    const { body } = await get(SCREEN, "judge");
    const opened = Object.fromEntries(["executor", "seen", "suggested_seen"].map((name) => [name, hidden(body, name)]));
    clock.pass("PT13H");
    const away = await post(SCREEN, "judge", "draft", { ...opened, status: "implemented", evidence_grade: "document_seen", differs_reason: "Акт № 7.", declared: "on" });
    expect([away.status, away.location?.split("?")[0]]).toEqual([303, "/sign-in"]);
    const next = new URLSearchParams(away.location?.split("?")[1]).get("next") ?? "";
    cookies.judge = (await aSession(database.db, clock.now(), story.evaluator.userId)).cookies;
    const back = await get(next, "judge");
    expect(back.body).toContain("Акт № 7.");
    expect(isChosen(back.body, "implemented")).toBe(true);
  });

  test("one's own body: the page says why and has no form; a post is refused, one by one and all alike", async () => {
    const page = await get(SCREEN, "own");
    expect(page.text).toContain("Ваш орган виконує цей захід, тому оцінює хтось інший.");
    expect(page.body).not.toContain('name="evidence_grade"');
    for (const executor of ["all", "SBGS", "SCS"]) {
      const refused = await post(SCREEN, "own", "draft", { executor, seen: "SBGS.0 SCS.0 MIA.0", suggested_seen: "in_progress", status: "in_progress", evidence_grade: "none" });
      expect([executor, refused.status]).toEqual([executor, 403]);
    }
    expect(await database.db.selectFrom("verdict").select("id").execute()).toEqual([]);
  });

  test("queue, values and unjudged measures leave as files", async () => {
    const csv = async (path: string, who: Who) => (await app.get(path, { cookies: cookies[who] })).text();
    expect(await csv("/scoring.csv?plan=PLAN-R&period=2026", "judge")).toContain("Захід M1,M1,SBGS,none,in_progress");
    expect(await csv(`${SCREEN}/values.csv`, "judge")).toContain("NUM");
    expect(await csv("/scoring/unjudged.csv", "coordinator")).not.toContain("M1");
    expect((await get("/scoring", "judge")).text).toContain("Почати з першого");
    expect((await get("/scoring/unjudged", "coordinator")).text).toContain("Кожен захід є кому оцінити");
  });
});

describe("the reply and the final word", () => {
  test("from the first page of the body to a final verdict that everybody reads", async () => {
    await draft("judge", { text: "Дві з трьох систем працюють.", declared: "on" });
    const page = `/verdicts/${await draftId("SBGS")}`;
    expect((await get("/", "focal")).body).toContain(`href="${page}"`);
    expect((await get(page, "focal")).text).toContain("Відповісти можна до 15.02.2027, 23:59 за Києвом");
    const empty = await post(page, "focal", "reply", { answer: "remarks", text: "" });
    expect([empty.status, empty.text.split("Напишіть зауваження").length - 1]).toEqual([422, 2]);
    expect((await get(page, "reader")).status).toBe(404);
    expect((await get("/plans/PLAN-R/measures/M1?period=2026", "reader")).text).not.toContain("Дві з трьох систем");
    const sent = await post(page, "focal", "reply", { answer: "remarks", text: "Працюють усі три.", declared: "on" });
    expect([sent.status, sent.location]).toEqual([303, `${page}?replied=yes`]);
    expect((await post(page, "focal", "reply", { answer: "agreed" })).status).toBe(409);

    const ready = await get(SCREEN, "judge");
    expect(hidden(ready.body, "draft_id")).toBe(page.split("/").at(-1));
    const unread = await post(SCREEN, "judge", "finalise", { draft_id: hidden(ready.body, "draft_id") });
    expect([unread.status, unread.text.includes("Тим часом орган відповів")]).toEqual([409, true]);
    const final = await post(SCREEN, "judge", "finalise", { draft_id: hidden(ready.body, "draft_id"), reply_seen: hidden(ready.body, "reply_seen") });
    expect(final.location).toBe(`${SCREEN}?saved=final`);
    const shown = (await get("/plans/PLAN-R/measures/M1?period=2026", "reader")).text;
    expect(shown).toContain("Дві з трьох систем працюють.");
    expect(shown).toContain("Працюють усі три.");
    expect(shown).toContain("«Виконано» не дають: SCS");
    expect((await get(page, "focal")).text).toContain("відповіді на неї більше не приймають");
  });

  test("a draft pressed final before its time: refused with the day, by the page's own words", async () => {
    await draft("judge");
    const refused = await post(SCREEN, "judge", "finalise", { draft_id: await draftId("SCS") });
    expect(refused.status).toBe(423);
    expect(refused.text).toContain("Орган іще може відповісти до кінця дня 15.02.2027.");
  });
});

describe("a claim", () => {
  const measure = "/plans/PLAN-R/measures/M1";

  test("on the measure's page of an executor's focal point; errors at their fields; then beside the others", async () => {
    const page = await get(measure, "focal");
    expect(page.text).toContain("Заявити від органу: Орган SBGS");
    expect((await get(measure, "reader")).text).not.toContain("Заявити");
    const fields = { agency: hidden(page.body, "agency"), round: /<option value="([^"]+\.0)"/.exec(page.body)?.[1] ?? "" };
    const refused = await post(measure, "focal", "claim", { ...fields, document_on: "20.12.2026", claim_text: "Роботи тривають" });
    expect(refused.status).toBe(422);
    for (const message of ["Оберіть одне", "Вкажіть номер документа", "Підтвердьте, що тут немає службової інформації"]) expect(refused.text.split(message).length - 1, message).toBe(2);
    expect(refused.body).toContain("Роботи тривають");
    const sent = await post(measure, "focal", "claim", { ...fields, claimed: "in_progress", document_no: "№ 5", document_on: "20.12.2026", claim_text: "Роботи тривають", declared: "on" });
    expect([sent.status, sent.location]).toEqual([303, `${measure}?claimed=yes`]);
    expect((await get(SCREEN, "judge")).text).toContain("Заявлено: виконується");
    expect((await post(measure, "focal", "claim", { ...fields, claimed: "implemented" })).status).toBe(409);
  });
});
