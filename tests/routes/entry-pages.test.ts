/** The entry form as a browser without scripts sees it: every step is a form and a page. */
import { beforeEach, describe, expect, test } from "vitest";
import { IDEMPOTENCY_FIELD, INTENT_FIELD } from "~/ui/root-data";
import { findDraft } from "~db/queries/drafts";
import { listVersions } from "~db/queries/measurements";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aSession } from "../support/people";
import { aReportingStory, type ReportingStory } from "../support/reporting-story";

const database = useDatabase();
const clock = aClock("2027-02-01T10:00:00.000Z");
let app: TestApp;
let story: ReportingStory;
let cookies: Record<"a" | "b" | "evaluator", string>;
let ids: Record<"a" | "b" | "evaluator", string>;
let form: string;

beforeEach(async () => {
  const { db } = database;
  clock.set("2027-02-01T10:00:00.000Z");
  await anInstallation(db);
  story = await aReportingStory(db);
  const a = await story.person("a", "focal_point", "SBGS");
  const b = await story.person("b", "focal_point", "SBGS");
  const evaluator = await story.person("evaluator", "evaluator", "MIA");
  ids = { a: a.userId, b: b.userId, evaluator: evaluator.userId };
  cookies = {
    a: (await aSession(db, clock.now(), a.userId)).cookies,
    b: (await aSession(db, clock.now(), b.userId)).cookies,
    evaluator: (await aSession(db, clock.now(), evaluator.userId)).cookies,
  };
  app = testApp(db, clock);
  form = `/obligations/${story.owed("NUM")}`;
});

let keys = 0;
const aKey = () => `form-key-${(keys += 1)}-random`;

async function post(path: string, who: keyof typeof cookies, intent: string, fields: Record<string, string>) {
  const response = await app.post(path, { [INTENT_FIELD]: intent, ...fields }, { cookies: cookies[who] });
  const body = await response.text();
  return { status: response.status, location: response.headers.get("Location"), body, text: body.replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/\s+/g, " ") };
}
const send = (who: "a" | "b", fields: Record<string, string>) => post(form, who, "submit", { [IDEMPOTENCY_FIELD]: aKey(), ...fields });

describe("from typing to the receipt", () => {
  test("check → one confirming page with the value and what cannot be undone → receipt", async () => {
    const check = await post(form, "a", "check", { value: "1 234" });
    expect(check.status).toBe(200);
    expect(check.text).toContain("Подати 1 234?");
    expect(check.text).toContain("Скасувати подання не можна");
    expect(check.body).toContain('name="value" value="1 234"');
    const sent = await send("a", { value: "1 234", base_no: "" });
    expect(sent.status).toBe(303);
    const receipt = await (await app.get(sent.location ?? "", { cookies: cookies.a })).text();
    expect(receipt).toContain("Квитанція № 2027-0001");
    expect(receipt).toContain("12:00:00");
  });

  test("a refusal keeps what was typed in the box, says why at the field and in the summary, and saves nothing", async () => {
    const check = await post(form, "a", "check", { value: "12%", narrative: "Текст" });
    expect(check.status).toBe(422);
    expect(check.text.match(/Введіть число, без знака %/g)).toHaveLength(2);
    expect(check.body).toContain('value="12%"');
    expect(check.body).toContain(">Текст</textarea>");
    expect(await database.db.selectFrom("measurement_version").select("no").execute()).toEqual([]);
  });

  test("a number read one way of two is shown, and is not taken until that reading is confirmed (case C10)", async () => {
    const check = await post(form, "a", "check", { value: "2,012" });
    expect(check.text).toContain("Ви ввели «2,012». Це прочитано як 2,012.");
    expect((await send("a", { value: "2,012" })).status).toBe(422);
    expect((await send("a", { value: "2,012", confirmed: "value=2012" })).status).toBe(422);
    expect((await send("a", { value: "2,012", confirmed: "value=2.012" })).status).toBe(303);
  });

  test("a value worse than the last asks why once, and may be sent without an answer", async () => {
    clock.set("2026-02-01T10:00:00.000Z");
    cookies.a = (await aSession(database.db, clock.now(), ids.a)).cookies;
    await post(`/obligations/${story.owed("NUM", "2025")}`, "a", "submit", { [IDEMPOTENCY_FIELD]: aKey(), value: "50" });
    const asked = await post(form, "a", "check", { value: "40" });
    expect(asked.text).toContain("Було 50, стало 40");
    expect(asked.text).toContain("Чому значення змінилося в гірший бік");
    expect((await post(form, "a", "check", { value: "40", fall_seen: "yes" })).text).toContain("Подати 40?");
    expect((await send("a", { value: "40" })).status).toBe(303);
  });

  test("the same form sent twice makes one version, and leads to the same receipt", async () => {
    const key = aKey();
    const first = await post(form, "a", "submit", { [IDEMPOTENCY_FIELD]: key, value: "40" });
    const second = await post(form, "a", "submit", { [IDEMPOTENCY_FIELD]: key, value: "40" });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect(await database.db.selectFrom("measurement_version").select("no").execute()).toHaveLength(1);
  });

  test("a draft is kept as typed and fills the form again, for that person only", async () => {
    expect(await post(form, "a", "draft", { value: "12%", narrative: "Ще пишу", base_no: "" })).toMatchObject({ status: 303, location: `${form}?saved=yes` });
    const mine = await (await app.get(form, { cookies: cookies.a })).text();
    expect(mine).toContain('value="12%"');
    expect(mine).toContain(">Ще пишу</textarea>");
    expect(await (await app.get(form, { cookies: cookies.b })).text()).not.toContain("Ще пишу");
  });
});

describe("two writers meet on one page (case C14)", () => {
  test("what was seen, what is there, what I typed; both buttons carry their values", async () => {
    const { db } = database;
    await send("a", { value: "38", base_no: "" });
    await send("a", { value: "40", base_no: "1" });
    const conflict = await send("b", { value: "45", base_no: "1" });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Ви бачили Зараз у системі Ваше Значення 38 40 45");
    expect(conflict.text).toContain("Подати моє: 45");
    expect(conflict.text).toContain("Лишити 40");
    expect(conflict.body).toContain('name="base_no" value="2"');
    expect(await findDraft(db, ids.b, story.owed("NUM"))).toMatchObject({ body: { value: "45" } });

    const left = await post(form, "b", "leave", {});
    expect(left.location).toMatch(/^\/values\//);
    expect(await findDraft(db, ids.b, story.owed("NUM"))).toBeNull();
    expect((await send("b", { value: "45", base_no: "2" })).status).toBe(303);
    const measurementId = left.location?.split("/").at(-1) ?? "";
    expect((await listVersions(db, measurementId)).map((version) => version.value)).toEqual(["45", "40", "38"]);
  });
});

describe("after the deadline (case C17)", () => {
  test("the form opened in time is refused, kept, and says the rule, since when and who can reopen; then goes as a late correction", async () => {
    clock.set("2027-03-15T22:00:00.000Z");
    cookies.a = (await aSession(database.db, clock.now(), ids.a)).cookies;
    const late = await send("a", { value: "40", base_no: "" });
    expect(late.status).toBe(423);
    expect(late.text).toContain("приймали до 23:59:59 15.03.2027 за Києвом, за годинником сервера");
    expect(late.text).toContain("як пізнє виправлення в раунді 2027 рік, відкритому до 15.03.2028");
    expect(late.text).toContain("Введене збережено як чернетку");
    expect(late.body).toContain('value="40"');
    expect((await send("a", { value: "40", base_no: "", late: "yes" })).status).toBe(303);
  });
});

describe("the desk", () => {
  test("a return without a reason is refused at its field; with one it comes back to the body's first page", async () => {
    const sent = await send("a", { value: "40" });
    const value = await (await app.get(sent.location ?? "", { cookies: cookies.a })).text();
    const id = /\/values\/([0-9a-f-]{36})/.exec(value)?.[1] ?? "";
    const seen = { no: "1", decisions_seen: "0" };
    const empty = await post(`/verify/${id}`, "evaluator", "return", { ...seen, reason: "  " });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Напишіть, що треба виправити");
    expect(await post(`/verify/${id}`, "evaluator", "return", { ...seen, reason: "Додайте акт" })).toMatchObject({ status: 303, location: "/verify?done=returned" });
    expect((await post(`/verify/${id}`, "evaluator", "accept", seen)).status).toBe(409);
    expect(await (await app.get("/", { cookies: cookies.a })).text()).toContain("Додайте акт");
    expect(await (await app.get(form, { cookies: cookies.a })).text()).toContain("Повернув оцінювач");
  });
});
