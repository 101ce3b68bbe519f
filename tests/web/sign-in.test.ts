import { beforeEach, describe, expect, it } from "vitest";
import { readCookie } from "~/web/cookies";
import { newDeviceId } from "~/web/device.server";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aPerson, PASSWORD, type TestPerson } from "../support/people";

const database = useDatabase();
const clock = aClock();
let app: TestApp;
let person: TestPerson;

beforeEach(async () => {
  clock.set("2026-11-25T08:00:00.000Z");
  await anInstallation(database.db);
  app = testApp(database.db, clock);
  person = await aPerson(database.db, clock.now(), { login: "Olena", roles: ["leadership"], password: true });
});

const browser = () => `device=${newDeviceId()}`;
const setCookies = (response: Response) => response.headers.getSetCookie().join("; ");
const signIn = (login: string, password: string, cookies = browser(), extra: Record<string, string> = {}) =>
  app.post("/sign-in", { login, password, ...extra }, { cookies });

describe("signing in", () => {
  it("opens a session under a new token, whatever the case of the login, and remembers the device", async () => {
    const response = await signIn("OLENA", PASSWORD, person.cookies);
    expect(response.status).toBe(303);
    const token = readCookie(setCookies(response), "session");
    expect(token).not.toBe(person.token);
    expect(setCookies(response)).toMatch(/session=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
    // the former session of the browser has ended
    expect((await app.get("/account", { cookies: person.cookies })).headers.get("Location")).toBe("/sign-in?next=%2Faccount");
    expect((await app.get("/account", { cookies: `device=${person.deviceId}; session=${token}` })).status).toBe(200);
  });

  it("says the same of an unknown login, a wrong password and an ended account, and keeps the login typed", async () => {
    await aPerson(database.db, clock.now(), { login: "gone", endsOn: "2026-11-24", password: true });
    const pages = await Promise.all([signIn("nobody", PASSWORD), signIn("Olena", "wrong"), signIn("gone", PASSWORD)].map(async (asked) => {
      const response = await asked;
      return { status: response.status, html: await response.text() };
    }));
    for (const { status, html } of pages) {
      expect(status).toBe(422);
      expect(html).toContain("Логін або пароль не той");
      expect(html).not.toContain(PASSWORD);
    }
    expect(pages[0]?.html).toContain('value="nobody"');
  });

  it("lets an account in on its last day and not on the next (Kyiv dates)", async () => {
    await aPerson(database.db, clock.now(), { login: "last", endsOn: "2026-11-25", password: true });
    clock.set("2026-11-25T21:59:59.000Z"); // 23:59:59 in Kyiv
    expect((await signIn("last", PASSWORD)).status).toBe(303);
    clock.set("2026-11-25T22:00:00.000Z");
    expect((await signIn("last", PASSWORD)).status).toBe(422);
  });

  it.each([
    ["/plans?goal=1", "/plans?goal=1"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/\t/evil.example", "/"],
    ["/sign-in?next=/x", "/"],
    ["/..//evil.example", "/"],
  ])("leads to its own pages only: next=%j → %s", async (next, expected) => {
    expect((await signIn("Olena", PASSWORD, browser(), { next })).headers.get("Location")).toBe(expected);
  });

  it("records success and failure as acts, without what was typed", async () => {
    await signIn("Olena", "wrong-typed");
    await signIn("Olena", PASSWORD);
    const acts = await database.db.selectFrom("audit_entry").select(["action", "actor_id", "detail"]).where("action", "like", "sign_in%").orderBy("seq").execute();
    expect(acts.map(({ action, actor_id }) => [action, actor_id])).toEqual([["sign_in_failed", null], ["sign_in", person.id]]);
    expect(JSON.stringify(acts)).not.toContain("wrong-typed");
  });
});

describe("slowing guesses down", () => {
  const fail = async (times: number, login = "Olena") => {
    for (let time = 0; time < times; time += 1) await signIn(login, "wrong");
  };

  it("refuses after five failures for half a minute, doubling to fifteen minutes", async () => {
    await fail(5);
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const from = Date.parse(clock.now());
      const row = await database.db.selectFrom("sign_in_throttle").select("blocked_until").where("key", "like", "account:%").executeTakeFirstOrThrow();
      waits.push((Date.parse(row.blocked_until ?? "") - from) / 60_000);
      expect((await signIn("Olena", PASSWORD)).status).toBe(429);
      clock.set(row.blocked_until ?? "");
      await fail(1);
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 15, 15]);
  });

  it("treats an unknown login alike", async () => {
    await fail(5, "nobody");
    const response = await signIn("nobody", PASSWORD);
    expect(response.status).toBe(429);
    expect(await response.text()).toContain("Спробуйте через 1 хвилину");
  });

  it("survives a restart: a new application on the same database still refuses", async () => {
    await fail(5);
    app = testApp(database.db, clock);
    expect((await signIn("Olena", PASSWORD)).status).toBe(429);
  });

  it("lets the right password in from a device the person has used, and forgets the account's failures", async () => {
    const known = browser();
    await signIn("Olena", PASSWORD, known);
    await fail(8);
    expect((await signIn("Olena", PASSWORD)).status).toBe(429);
    expect((await signIn("Olena", "wrong", known)).status).toBe(422);
    expect((await signIn("Olena", PASSWORD, known)).status).toBe(303);
    expect((await signIn("Olena", PASSWORD)).status).toBe(303);
  });

  it("counts a network apart: thirty failures over many logins close it for unknown devices, others stay open", async () => {
    for (let no = 0; no < 30; no += 1) await signIn(`guess${no}`, "wrong");
    expect((await signIn("Olena", PASSWORD)).status).toBe(429);
    const elsewhere = await app.post("/sign-in", { login: "Olena", password: PASSWORD }, { cookies: browser(), network: "198.51.100.0/24" });
    expect(elsewhere.status).toBe(303);
  });

  it("records the moment the door closes once", async () => {
    await fail(5);
    await signIn("Olena", "wrong");
    await signIn("Olena", "wrong");
    const acts = await database.db.selectFrom("audit_entry").select("action").where("action", "=", "sign_in_throttled").execute();
    expect(acts).toHaveLength(1);
  });
});
