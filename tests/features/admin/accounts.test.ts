import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "~/domain/roles";
import { testApp, type TestApp } from "../../support/app";
import { aClock } from "../../support/clock";
import { useDatabase } from "../../support/database";
import { anAgency, anInstallation, aPerson, type TestPerson } from "../../support/people";

const database = useDatabase();
const clock = aClock();
let app: TestApp;
let administrator: TestPerson;
let agencyId: string;

beforeEach(async () => {
  clock.set("2026-11-25T08:00:00.000Z");
  await anInstallation(database.db);
  app = testApp(database.db, clock);
  agencyId = await anAgency(database.db, "SBGS");
  administrator = await aPerson(database.db, clock.now(), { login: "chief", roles: ["administrator"] });
});

const send = (path: string, fields: Record<string, string>, who = administrator) => app.post(path, fields, { cookies: who.cookies });
const acts = async () => (await database.db.selectFrom("audit_entry").select("action").distinct().execute()).map(({ action }) => action);
const newcomer = { login: "olena.k", nameUk: "Олена", nameEn: "Olena", language: "uk" };

describe("a new account", () => {
  it("comes with a one-time link, shown once, and no role", async () => {
    const response = await send("/admin/users", newcomer);
    const html = await response.text();
    expect(response.status).toBe(200);
    const link = /http:\/\/localhost(\/reset\/[\w-]{43})/.exec(html)?.[1] ?? "";
    expect((await app.get(link)).status).toBe(200);
    expect(await (await app.get("/admin/users", { cookies: administrator.cookies })).text()).not.toContain("/reset/");
    expect(await acts()).toContain("create_account");
  });

  it.each([
    ["a login somebody has, in another case", { login: "CHIEF" }, "Такий логін уже має інша особа"],
    ["no name", { nameUk: "" }, "Заповніть це поле"],
    ["an address that is none", { email: "olena" }, "Введіть адресу електронної пошти"],
  ])("is refused at its field: %s", async (_case, fields, message) => {
    const response = await send("/admin/users", { ...newcomer, ...fields } as Record<string, string>);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(message);
    expect(html).toContain('value="Olena"');
  });
});

describe("a role", () => {
  let person: TestPerson;
  beforeEach(async () => {
    person = await aPerson(database.db, clock.now(), { login: "olena" });
  });
  const page = () => `/admin/users/${person.id}`;
  const give = (role: Role, fields: Record<string, string> = {}, who = administrator) => send(page(), { _intent: "grant", role, ...fields }, who);
  const opens = async (path: string) => (await app.get(path, { cookies: person.cookies })).status;

  it("opens its pages at once and closes them when it ends; both are in the log with who did it", async () => {
    expect(await opens("/audit")).toBe(404);
    expect((await give("administrator")).status).toBe(303);
    expect(await opens("/audit")).toBe(200);
    const grant = await database.db.selectFrom("role_grant").select("id").where("user_id", "=", person.id).executeTakeFirstOrThrow();
    clock.pass("PT1M");
    expect((await send(page(), { _intent: "end_grant", grantId: grant.id })).status).toBe(303);
    expect(await opens("/audit")).toBe(404);
    const rows = await database.db.selectFrom("audit_entry").select(["action", "actor_id"]).where("row_table", "=", "role_grant").where("actor_id", "is not", null).orderBy("seq").execute();
    expect(rows).toEqual([{ action: "grant_role", actor_id: administrator.id }, { action: "end_grant", actor_id: administrator.id }]);
  });

  it("from a later day opens nothing before it", async () => {
    await give("administrator", { fromOn: "27.11.2026" });
    expect(await opens("/audit")).toBe(404);
    clock.set("2026-11-25T12:00:00.000Z");
    await database.db.updateTable("session").set({ expires_at: "2026-12-31T00:00:00.000Z", seen_at: "2026-11-26T22:00:00.000Z" }).execute();
    clock.set("2026-11-26T22:00:00.000Z"); // 27 November, 00:00 in Kyiv
    expect(await opens("/audit")).toBe(200);
  });

  it.each<[string, Role, Record<string, string>, number, string]>([
    ["bound to a body, without one", "focal_point", {}, 422, "Для цієї ролі вкажіть орган"],
    ["on a day that is none", "leadership", { fromOn: "31.02.2026" }, 422, "Введіть дату, як 24.11.2026"],
  ])("is refused at its field: %s", async (_case, role, fields, status, message) => {
    const response = await give(role, fields);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(message);
  });

  it("is not given twice for one body, and is for two", async () => {
    const other = await anAgency(database.db, "SCS");
    expect((await give("focal_point", { agencyId })).status).toBe(303);
    expect((await give("focal_point", { agencyId: other })).status).toBe(303);
    expect((await give("focal_point", { agencyId })).status).toBe(409);
  });

  it("of the security administrator stands apart from every other", async () => {
    await give("leadership");
    const response = await give("security_administrator");
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Ці дві ролі не поєднуються в одній особі");
  });

  it("above the giver's reach is refused: a coordinator makes focal points, not administrators", async () => {
    const coordinator = await aPerson(database.db, clock.now(), { roles: ["coordinator"] });
    expect((await give("focal_point", { agencyId }, coordinator)).status).toBe(303);
    expect((await give("administrator", {}, coordinator)).status).toBe(403);
  });

  it("stands in a table that leaves as a file too, ended ones included", async () => {
    await give("focal_point", { agencyId });
    const person = await database.db.selectFrom("role_grant").select("user_id").where("role", "=", "focal_point").executeTakeFirstOrThrow();
    const file = await app.get(`/admin/users/${person.user_id}/grants.csv`, { cookies: administrator.cookies });
    expect(await file.text()).toMatch(/\r\nfocal_point,\S+,2026-11-25T\S+,,chief,1\r\n$/);
  });

  it("is not given to oneself", async () => {
    const response = await send(`/admin/users/${administrator.id}`, { _intent: "grant", role: "leadership" });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("З власним обліковим записом цього зробити не можна");
  });
});

describe("the last administrator stays", () => {
  it("whatever another one tries", async () => {
    const second = await aPerson(database.db, clock.now(), { login: "second", roles: ["administrator"] });
    // the first leaves at the end of the day; ending the second would then leave nobody
    expect((await send(`/admin/users/${administrator.id}`, { _intent: "account", nameUk: "Аа", nameEn: "Aa", language: "uk", endsOn: "25.11.2026" }, second)).status).toBe(303);
    const response = await send(`/admin/users/${second.id}`, { _intent: "account", nameUk: "Бб", nameEn: "Bb", language: "uk", endsOn: "25.11.2026" });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("Це останній адміністратор");
  });
});

describe("an account's last day", () => {
  it("gone by signs the person out everywhere", async () => {
    const person = await aPerson(database.db, clock.now(), { roles: ["leadership"] });
    await send(`/admin/users/${person.id}`, { _intent: "account", nameUk: "Аа", nameEn: "Aa", language: "uk", endsOn: "24.11.2026" });
    expect((await app.get("/account", { cookies: person.cookies })).status).toBe(303);
  });
});

describe("the security administrator", () => {
  it("sets how far another reads, nobody else does, and never their own", async () => {
    const keeper = await aPerson(database.db, clock.now(), { roles: ["security_administrator"] });
    const person = await aPerson(database.db, clock.now(), { roles: ["evaluator"] });
    const set = (who: TestPerson, userId: string) => send("/security", { _intent: "clearance", userId, ceiling: "restricted" }, who);
    expect((await set(administrator, person.id)).status).toBe(404);
    expect((await set(keeper, keeper.id)).status).toBe(403);
    expect((await set(keeper, person.id)).status).toBe(303);
    expect(await database.db.selectFrom("user_account").select("ceiling").where("id", "=", person.id).executeTakeFirstOrThrow()).toEqual({ ceiling: "restricted" });
    expect(await acts()).toContain("set_clearance");
  });

  it("takes the tables of the page away as files, without what names a session, on record; an administrator does not", async () => {
    const keeper = await aPerson(database.db, clock.now(), { login: "keeper", roles: ["security_administrator"] });
    for (const [name, line] of [["acts", "export_table"], ["sessions", "keeper,"], ["clearances", "chief,internal"]] as const) {
      await app.get("/security/clearances.csv", { cookies: keeper.cookies });
      const file = await app.get(`/security/${name}.csv`, { cookies: keeper.cookies });
      expect([file.status, file.headers.get("Content-Disposition")]).toEqual([200, `attachment; filename="security-${name}.csv"`]);
      const text = await file.text();
      expect(text).toContain(line);
      expect(text).not.toMatch(/[0-9a-f]{64}/);
      expect((await app.get(`/security/${name}.csv`, { cookies: administrator.cookies })).status).toBe(404);
    }
    expect(await acts()).toContain("export_table");
  });

  it("sees who is in and ends a session", async () => {
    const keeper = await aPerson(database.db, clock.now(), { roles: ["security_administrator"] });
    const html = await (await app.get("/security", { cookies: keeper.cookies })).text();
    expect(html).toContain("chief");
    const session = await database.db.selectFrom("session").select("token_hash").where("user_id", "=", administrator.id).executeTakeFirstOrThrow();
    expect((await send("/security", { _intent: "revoke", session: session.token_hash }, keeper)).status).toBe(303);
    expect((await app.get("/account", { cookies: administrator.cookies })).status).toBe(303);
  });
});

describe("a removal under an act takes two", () => {
  it("asked for by one, confirmed by the security administrator, and then the content is gone", async () => {
    const digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"; // sha256 of "test"
    await database.db.insertInto("content").values({ digest, body: Buffer.from("test"), media_type: "text/plain", size_bytes: 4 }).execute();
    const keeper = await aPerson(database.db, clock.now(), { roles: ["security_administrator"] });
    expect((await send("/admin/purge", { digest, actNo: "12/3", actOn: "20.11.2026" })).status).toBe(303);
    const purge = await database.db.selectFrom("purge").select("id").executeTakeFirstOrThrow();
    expect((await send("/security", { _intent: "confirm_purge", purgeId: purge.id })).status).toBe(404);
    expect((await send("/security", { _intent: "confirm_purge", purgeId: purge.id }, keeper)).status).toBe(303);
    expect(await database.db.selectFrom("content").select("body").executeTakeFirstOrThrow()).toEqual({ body: null });
  });
});

describe("the audit page", () => {
  it("checks the chain, against a head noted earlier too", async () => {
    await send("/admin/users", newcomer);
    const sound = await (await send("/audit", {})).text();
    expect(sound).toMatch(/Ланцюг цілий: записів \d+/);
    const gone = await (await send("/audit", { noted: `9999:${"a".repeat(64)}` })).text();
    expect(gone).toContain("хвіст відрізано: запису № 9999 немає");
    expect((await send("/audit", { noted: "9999" })).status).toBe(422);
  });

  it("filters by act, person and day, and gives the same as a file", async () => {
    await send("/admin/users", newcomer);
    const page = async (query: string) => (await app.get(`/audit${query}`, { cookies: administrator.cookies })).text();
    expect(await page("?action=create_account&person=chief&from=25.11.2026")).toContain("user_account");
    expect(await page("?person=nobody")).toContain("За цим відбором записів немає");
    const file = await app.get("/audit.csv?action=create_account", { cookies: administrator.cookies });
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(1).every((line) => line.includes("create_account"))).toBe(true);
    expect(await acts()).toContain("export_table");
  });
});
