import { beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "~/web/digest";
import { newDeviceId } from "~/web/device.server";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aPerson, aSession, PASSWORD, type TestPerson } from "../support/people";

const database = useDatabase();
const clock = aClock();
let app: TestApp;
let person: TestPerson;

beforeEach(async () => {
  clock.set("2026-11-25T06:00:00.000Z");
  await anInstallation(database.db);
  app = testApp(database.db, clock);
  person = await aPerson(database.db, clock.now(), { roles: ["leadership"], password: true });
});

const isIn = async (cookies = person.cookies) => (await app.get("/account", { cookies })).status === 200;
const setting = (key: string, minutes: number) => database.db.insertInto("setting").values({ key, value: JSON.stringify(minutes) }).execute();

describe("a session ends", () => {
  it("after an hour without a request, counted from the last one", async () => {
    clock.pass("PT60M");
    expect(await isIn()).toBe(true);
    clock.pass("PT60M");
    expect(await isIn()).toBe(true);
    clock.pass("PT60M1S");
    expect(await isIn()).toBe(false);
  });

  it("after twelve hours however busy", async () => {
    for (let hour = 0; hour < 11; hour += 1) {
      clock.pass("PT60M");
      expect(await isIn()).toBe(true);
    }
    clock.pass("PT59M59S");
    expect(await isIn()).toBe(true);
    clock.pass("PT1S");
    expect(await isIn()).toBe(false);
  });

  it("sooner where the installation says so", async () => {
    await setting("session_idle_minutes", 10);
    clock.pass("PT10M1S");
    expect(await isIn()).toBe(false);
  });

  it("when it is revoked, and when the account's last day has passed", async () => {
    await database.db.updateTable("session").set({ revoked_at: clock.now() }).execute();
    expect(await isIn()).toBe(false);
    const other = await aPerson(database.db, clock.now(), { endsOn: "2026-11-25", roles: ["leadership"] });
    expect(await isIn(other.cookies)).toBe(true);
    clock.set("2026-11-25T22:00:00.000Z");
    const again = { ...other, ...(await aSession(database.db, clock.now(), other.id)) };
    expect(await isIn(again.cookies)).toBe(false);
  });

  it("when the person signs out, by a post only", async () => {
    await app.get("/sign-out", { cookies: person.cookies });
    expect(await isIn()).toBe(true);
    const response = await app.post("/sign-out", {}, { cookies: person.cookies });
    expect(response.headers.getSetCookie()).toEqual(["session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect(await isIn()).toBe(false);
  });
});

describe("a session's token", () => {
  it("is kept as a digest only", async () => {
    const row = await database.db.selectFrom("session").selectAll().executeTakeFirstOrThrow();
    expect(row.token_hash).toBe(sha256Hex(person.token));
    expect(JSON.stringify(row)).not.toContain(person.token);
  });

  it("opens nothing in another browser", async () => {
    expect(await isIn(`device=${newDeviceId()}; session=${person.token}`)).toBe(false);
  });
});

describe("one's own password", () => {
  const change = (fields: Record<string, string>) =>
    app.post("/account", { _intent: "password", currentPassword: PASSWORD, newPassword: "a better password", repeatPassword: "a better password", ...fields }, { cookies: person.cookies });

  it("when changed ends every other session and keeps this one", async () => {
    const elsewhere = await aSession(database.db, clock.now(), person.id);
    const response = await change({});
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Завершено 1 інший сеанс.");
    expect([await isIn(), await isIn(elsewhere.cookies)]).toEqual([true, false]);
    expect((await app.post("/sign-in", { login: person.login, password: "a better password" }, { cookies: `device=${newDeviceId()}` })).status).toBe(303);
  });

  it.each([
    ["the present one is wrong", { currentPassword: "not it" }, "Теперішній пароль не той"],
    ["the two do not match", { repeatPassword: "a better passwort" }, "Паролі не збігаються"],
    ["too short", { newPassword: "eleven-char", repeatPassword: "eleven-char" }, "щонайменше 12 знаків"],
    ["all alike", { newPassword: "aaaaaaaaaaaa", repeatPassword: "aaaaaaaaaaaa" }, "щонайменше 12 знаків"],
  ])("is not changed when %s; nothing typed is sent back", async (_case, fields, message) => {
    const response = await change(fields as Record<string, string>);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(message);
    expect(html).not.toContain("better passwor");
  });

  it("cannot be guessed without limit from an open session", async () => {
    for (let time = 0; time < 5; time += 1) await change({ currentPassword: "not it" });
    expect((await change({})).status).toBe(429);
  });

  it("given by somebody else is changed before anything else is done", async () => {
    await database.db.updateTable("password_credential").set({ must_change: true }).execute();
    expect((await app.get("/audit", { cookies: person.cookies })).headers.get("Location")).toBe("/account");
    expect(await (await app.get("/account", { cookies: person.cookies })).text()).toContain("Замініть його своїм");
  });
});
