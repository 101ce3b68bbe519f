/** Preparing, releasing and reading an edition as a browser without scripts does it: every step is a form and a page. */
import { beforeAll, describe, expect, test } from "vitest";
import { IDEMPOTENCY_FIELD } from "~/ui/root-data";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anEditionStory, type EditionStory } from "../support/edition-story";
import { anInstallation, aSession } from "../support/people";

const clock = aClock("2026-04-20T08:00:00.000Z");
let app: TestApp;
let story: EditionStory;
const cookies: Record<string, string> = {};
const database = useDatabase({
  once: async (db) => {
    await anInstallation(db);
    story = await anEditionStory(db);
    await story.report("NUM", "8", { at: "2026-02-20T08:00:00.000Z" });
    await story.report("INSIDE", "5", { at: "2026-02-21T08:00:00.000Z" });
    for (const [name, { userId }] of Object.entries({ coordinator: story.coordinator, leadership: story.leadership, reader: story.reader, evaluator: await story.person("judge", "evaluator") })) {
      cookies[name] = (await aSession(db, clock.now(), userId)).cookies;
    }
  },
});
beforeAll(() => {
  app = testApp(database.db, clock);
});

const plain = (body: string) => body.replace(/<(script|style)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/\s+/g, " ");
async function read(path: string, who: string) {
  const response = await app.get(path, { cookies: cookies[who] });
  return { status: response.status, text: plain(await response.text()) };
}
let keys = 0;
async function post(path: string, who: string, fields: Record<string, string>) {
  const response = await app.post(path, { [IDEMPOTENCY_FIELD]: `edition-form-${(keys += 1)}-random`, ...fields }, { cookies: cookies[who] });
  return { status: response.status, location: response.headers.get("Location") ?? "", text: plain(await response.text()) };
}

const PREPARE = "/plans/PLAN-R/editions/prepare";
const filled = { period: "2025", ceiling: "public", basis: "in_force_on_1_january", cut_off: "31.03.2026", foreword_uk: "Передмова <b>до</b> видання" };
let prepared = "";
let code = "";

describe("preparing", () => {
  test("the form offers periods of the plan that have begun, and only to who may prepare", async () => {
    const { status, text } = await read(PREPARE, "coordinator");
    expect([status, text.includes("2025 рік"), text.includes("2027 рік")]).toEqual([200, true, false]);
    for (const who of ["leadership", "reader", "evaluator"]) expect((await read(PREPARE, who)).status, who).toBe(404);
  });

  test.each<[string, Record<string, string>, string]>([
    ["no period", { ...filled, period: "" }, "Оберіть одне"],
    ["a period the form does not offer", { ...filled, period: "2031" }, "Оберіть одне"],
    ["for whom it is not said", { ...filled, ceiling: "restricted" }, "Оберіть одне"],
    ["a day that is none", { ...filled, cut_off: "31.02.2026" }, "Введіть дату"],
    ["a day to come", { ...filled, cut_off: "2026-04-21" }, "Дата зрізу ще не настала"],
  ])("%s: the form comes back as typed, with the reason", async (_what, fields, reason) => {
    const { status, text } = await post(PREPARE, "coordinator", fields);
    expect([status, text.includes(reason), text.includes("Передмова")]).toEqual([422, true, true]);
  });

  test("prepared: figures, sheet and hash are shown; the preparer is told that somebody else releases", async () => {
    const { status, location } = await post(PREPARE, "coordinator", filled);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/plans\/PLAN-R\/editions\/[0-9a-f-]{36}$/)]);
    prepared = location;
    const { text } = await read(prepared, "coordinator");
    expect(text).toContain("Контрольний аркуш");
    expect(text).toContain("Охоплення замале для остаточного числа");
    expect(text).toContain("Видання, яке ви підготували, випускає інша особа");
    expect(text).toContain("31.03.2026, 23:59");
    expect((await read("/editions", "coordinator")).text).toContain("Чекають випуску");
    expect((await read(prepared, "reader")).status).toBe(404);
    expect((await read(prepared.replace("PLAN-R", "PLAN-X"), "coordinator")).status).toBe(404);
  });
});

describe("releasing", () => {
  test("one confirming page says what happens and that nobody undoes it", async () => {
    const { text } = await read(`${prepared}/release`, "leadership");
    for (const words of ["Видання 1 за 2025 рік побачать усі", "Скасувати випуск не може ніхто", "Виправлення — це нове видання", "Контрольний аркуш прочитано"]) expect(text).toContain(words);
  });

  test("not without having read the sheet; not by the preparer, nor by who may only look", async () => {
    expect(await post(`${prepared}/release`, "leadership", {})).toMatchObject({ status: 422, text: expect.stringContaining("Поставте позначку") });
    expect(await post(`${prepared}/release`, "coordinator", { challenges_read: "on" })).toMatchObject({ status: 403, text: expect.stringContaining("випускає інша особа") });
    expect(await post(`${prepared}/release`, "evaluator", { challenges_read: "on" })).toMatchObject({ status: 403, text: expect.stringContaining("не дозволяє") });
    expect((await post(`${prepared}/release`, "reader", { challenges_read: "on" })).status).toBe(404);
  });

  test("released: it has its code, and the second of two is told", async () => {
    const { status, location } = await post(`${prepared}/release`, "leadership", { challenges_read: "on" });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/editions\/[A-Z0-9]{3}-\d{3}\?released=yes$/)]);
    code = location.slice("/editions/".length, -"?released=yes".length);
    expect((await read(location, "leadership")).text).toContain(`Випущено. Видання ${code} чинне`);
    expect(await post(`${prepared}/release`, "leadership", { challenges_read: "on" })).toMatchObject({ status: 409, text: expect.stringContaining("Рішення вже ухвалила інша особа") });
    expect((await read(prepared, "leadership")).text).toContain("Це видання вже випущено");
  });
});

describe("reading", () => {
  test("a reader sees figures, foreword and the recomputation, neither the sheet nor what is prepared", async () => {
    const { status, text } = await read(`/editions/${code}`, "reader");
    expect(status).toBe(200);
    for (const words of [`Видання ${code}`, "Той самий відбиток і ті самі числа", "Передмова &lt;b&gt;до&lt;/b&gt; видання", "Сторінки видання для всіх", "Це перше видання"]) expect(text).toContain(words);
    for (const words of ["Контрольний аркуш", "INSIDE", "Підготовка"]) expect(text).not.toContain(words);
    expect((await read(`/editions/${code}/challenges.csv`, "reader")).status).toBe(404);
    expect((await read(`/editions/${code}/changes.csv`, "reader")).status).toBe(404);
  });

  test("tables leave as files with what they stand on", async () => {
    const csv = async (path: string) => (await (await app.get(path, { cookies: cookies.leadership })).text()).split("\r\n");
    const [head = "", first = ""] = await csv(`/editions/${code}/figures.csv`);
    expect(head).toContain("Число,У цьому виданні,План,Редакція плану,Період читання,Основа,Значення,Версія правил,День зрізу даних,Відомо на,Рівень доступу,Видання");
    expect(first).toContain("Індикаторів зі строком,2,PLAN-R,");
    expect(first).toContain(`2026-03-31,2026-03-31T20:59:59.999Z,лише відкриті заходи,${code} (1)`);
    expect((await csv(`/editions/${code}/challenges.csv`))[1]).toContain("Охоплення замале для остаточного числа,serious,");
    expect((await csv("/editions.csv"))[1]).toContain(`${code},2025,`);
  });

  test("an internal edition is nothing to a public reader; a correction says what it corrects and why", async () => {
    const release = async (path: string) => (await post(`${path}/release`, "leadership", { challenges_read: "on" })).location.replace("?released=yes", "");
    const internal = await release((await post(PREPARE, "coordinator", { ...filled, ceiling: "internal" })).location);
    expect((await read(internal, "leadership")).status).toBe(200);
    expect((await read(internal, "reader")).status).toBe(404);
    expect((await read("/editions", "reader")).text).not.toContain(internal.slice("/editions/".length));

    await story.report("NUM", "10", { at: "2026-04-02T08:00:00.000Z", no: 2, reason: "Звірено з актом № 7" });
    const second = await release((await post(PREPARE, "coordinator", { ...filled, cut_off: "", foreword_uk: "" })).location);
    const { text } = await read(second, "reader");
    for (const words of [`Що змінилося від видання ${code}`, "8; не досягнуто", "10; досягнуто", "виправлено значення", "Звірено з актом № 7", "Зріз зроблено о 20.04.2026, 11:00"]) expect(text).toContain(words);
    expect((await read(`/editions/${code}`, "reader")).text).toContain("Це видання виправлено: чинне");
    expect((await read("/editions/ZZZ-000", "reader")).status).toBe(404);
  });
});
