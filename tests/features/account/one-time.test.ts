import { beforeEach, describe, expect, it } from "vitest";
import { prepareFirstRun } from "~/features/account/first-run.server";
import { createResetLink } from "~/features/account/reset-password.server";
import type { Actor } from "~/domain/permissions";
import { newDeviceId } from "~/web/device.server";
import { testApp, type TestApp } from "../../support/app";
import { aClock } from "../../support/clock";
import { useDatabase } from "../../support/database";
import { anInstallation, aPerson, PASSWORD } from "../../support/people";

const database = useDatabase();
const clock = aClock();
let app: TestApp;
const NEW = "seven small green boats";

beforeEach(async () => {
  clock.set("2026-11-25T08:00:00.000Z");
  await anInstallation(database.db);
  app = testApp(database.db, clock);
});

const browser = () => ({ cookies: `device=${newDeviceId()}` });
const passwords = { newPassword: NEW, repeatPassword: NEW };
const signIn = async (login: string, password: string) => (await app.post("/sign-in", { login, password }, browser())).status;

describe("a one-time link", () => {
  async function linkFor(login: string) {
    const administrator = await aPerson(database.db, clock.now(), { roles: ["administrator"] });
    const person = await aPerson(database.db, clock.now(), { login, roles: ["leadership"], password: true });
    const actor: Actor = { userId: administrator.id, grants: [{ role: "administrator", agencyId: null }], ceiling: "internal" };
    return { person, actor, link: await createResetLink(database.db, actor, clock.now(), person.id) };
  }

  it("sets a password once, ends every session, and is then nothing", async () => {
    const { person, link } = await linkFor("olena");
    expect((await app.get(link)).status).toBe(200);
    expect((await app.post(link, passwords, browser())).headers.get("Location")).toBe("/sign-in?reset=1");
    expect((await app.get("/account", { cookies: person.cookies })).status).toBe(303);
    expect([await signIn("olena", PASSWORD), await signIn("olena", NEW)]).toEqual([422, 303]);
    expect([(await app.get(link)).status, (await app.post(link, passwords, browser())).status]).toEqual([404, 404]);
  });

  it("sent twice at once is used once", async () => {
    const { link } = await linkFor("olena");
    const statuses = (await Promise.all([app.post(link, passwords, browser()), app.post(link, passwords, browser())])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 404]);
  });

  it("lasts a day, and a newer one ends it", async () => {
    const { link, actor, person } = await linkFor("olena");
    clock.pass("PT23H59M");
    expect((await app.get(link)).status).toBe(200);
    clock.pass("PT1M");
    expect((await app.get(link)).status).toBe(404);
    const newer = await createResetLink(database.db, actor, clock.now(), person.id);
    const newest = await createResetLink(database.db, actor, clock.now(), person.id);
    expect([(await app.get(newer)).status, (await app.get(newest)).status]).toEqual([404, 200]);
  });

  it.each([
    ["kept back by a coordinator, is dead once the account is an administrator's", "coordinator", "administrator"],
    ["kept back by an administrator, is dead once the account is the second person of a purge", "administrator", "security_administrator"],
  ] as const)("%s", async (_case, giver, later) => {
    const by = await aPerson(database.db, clock.now(), { roles: [giver] });
    const person = await aPerson(database.db, clock.now(), {});
    const actor: Actor = { userId: by.id, grants: [{ role: giver, agencyId: null }], ceiling: "internal" };
    const link = await createResetLink(database.db, actor, clock.now(), person.id);
    expect((await app.get(link)).status).toBe(200);
    await database.db.insertInto("role_grant").values({ user_id: person.id, role: later, from_at: clock.now() }).execute();
    expect([(await app.get(link)).status, (await app.post(link, passwords, browser())).status]).toEqual([404, 404]);
  });

  it("is dead once its giver is nobody any more", async () => {
    const { link, actor } = await linkFor("olena");
    await database.db.updateTable("role_grant").set({ to_at: clock.now() }).where("user_id", "=", actor.userId).execute();
    expect((await app.get(link)).status).toBe(404);
  });

  it("keeps its token out of the database and the log", async () => {
    const { link } = await linkFor("olena");
    const token = link.split("/").at(-1) ?? "";
    const rows = await database.db.selectFrom("reset_link").selectAll().execute();
    const acts = await database.db.selectFrom("audit_entry").selectAll().execute();
    expect(JSON.stringify([rows, acts])).not.toContain(token);
  });

  it.each([
    ["a security administrator's account by an administrator", "administrator", "security_administrator", "account_protected"],
    ["an administrator's account by a coordinator", "coordinator", "administrator", "account_protected"],
    ["any account by an evaluator", "evaluator", "leadership", "not_found"],
  ] as const)("is refused: %s", async (_case, giver, holder, reason) => {
    const by = await aPerson(database.db, clock.now(), { roles: [giver] });
    const person = await aPerson(database.db, clock.now(), { roles: [holder] });
    const actor: Actor = { userId: by.id, grants: [{ role: giver, agencyId: null }], ceiling: "internal" };
    await expect(createResetLink(database.db, actor, clock.now(), person.id)).rejects.toMatchObject({ code: reason });
  });
});

describe("the first start", () => {
  const administrator = { login: "first", nameUk: "Перша", nameEn: "First", ...passwords };

  it("prints a code; the page makes the first administrator, signs them in, and is gone", async () => {
    const code = (await prepareFirstRun(database.db, clock.now())) ?? "";
    expect(code).toMatch(/^[0-9a-f]{6}(-[0-9a-f]{6}){3}$/);
    expect((await app.get("/sign-in")).headers.get("Location")).toBe("/setup");
    const wrong = await app.post("/setup", { ...administrator, code: "000000-000000-000000-000000" }, browser());
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="Перша"');
    const right = await app.post("/setup", { ...administrator, code }, browser());
    expect([right.status, right.headers.get("Location")]).toEqual([303, "/"]);
    expect((await app.get("/setup")).status).toBe(404);
    expect((await app.post("/setup", { ...administrator, login: "second", code }, browser())).status).toBe(404);
    expect(await signIn("first", NEW)).toBe(303);
    expect(await prepareFirstRun(database.db, clock.now())).toBeNull();
  });

  it("a new start makes a new code and ends the old one", async () => {
    const old = (await prepareFirstRun(database.db, clock.now())) ?? "";
    await prepareFirstRun(database.db, clock.now());
    expect((await app.post("/setup", { ...administrator, code: old }, browser())).status).toBe(422);
  });
});
