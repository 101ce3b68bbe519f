/** What no page of ours sends, and what it must do to the server: nothing. */
import { connect } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningServer, startServer } from "~/web/server";
import { testApp, testBuild, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aPerson, type TestPerson } from "../support/people";

const database = useDatabase();
const clock = aClock();
let app: TestApp;
let admin: TestPerson;

beforeEach(async () => {
  await anInstallation(database.db);
  app = testApp(database.db, clock);
  admin = await aPerson(database.db, clock.now(), { roles: ["administrator"] });
});

const person = { login: "olha", nameUk: "Ольга", nameEn: "Olha", language: "uk" };
const send = (fields: Record<string, string>) => app.post("/admin/users", { ...person, ...fields }, { cookies: admin.cookies });

describe("fields that no form of ours has", () => {
  it.each([
    ["a list with a place far away", { "x[100000000]": "1" }],
    ["nesting without end", { [`x${".y".repeat(20_000)}`]: "1" }],
    ["the language's own names", { "__proto__.isAdministrator": "1" }],
    ["no name", { "": "1" }],
    ["too many", Object.fromEntries(Array.from({ length: 301 }, (_, no) => [`field${no}`, "1"]))],
  ])("%s: not read at all, in little space", async (_case, fields) => {
    const response = await send(fields);
    expect(response.status).toBe(400);
    expect((await response.text()).length).toBeLessThan(50_000);
    expect(app.logged).toEqual([]);
  });

  it("a zero character is refused at its field, what was typed kept", async () => {
    const response = await send({ nameUk: "Оль\0га" });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain("нульовий символ");
    expect(html).toContain('value="olha"');
    expect(app.logged).toEqual([]);
    expect((await send({})).status).toBe(200);
  });

  it("bytes that are no text at all are read as replacement signs and stop nothing", async () => {
    const response = await app.get("/admin/users?q=%ff%fe%ed%a0%80", { cookies: admin.cookies });
    expect(response.status).toBe(200);
  });
});

describe("addresses", () => {
  it.each(["/plans/%00", "/admin/users?q=%00", "/admin/users/%00", "/audit?person=%00", "/obligations/%00", "/values/%00", "/evidence/%00", "/board?round=%00"])(
    "%s is nothing, and no fault", async (path) => {
      const response = await app.get(path, { cookies: admin.cookies });
      expect([response.status, app.logged]).toEqual([404, []]);
    });

  it.each(["0000-01-01", "0001-01-01", "9999-12-31", "2026-02-31"])("the log asked from %s answers", async (date) => {
    expect((await app.get(`/audit?from=${date}&to=${date}`, { cookies: admin.cookies })).status).toBe(200);
  });

  it("an account's last day is of this age or refused at its field", async () => {
    const other = await aPerson(database.db, clock.now(), { login: "taras", roles: ["reader"] });
    const fields = { _intent: "account", nameUk: "Тарас", nameEn: "Taras", language: "uk", endsOn: "31.12.9999" };
    const response = await app.post(`/admin/users/${other.id}`, fields, { cookies: admin.cookies });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("31.12.9999");
  });
});

describe("below the framework", () => {
  let server: RunningServer;
  let lines: string[];
  beforeEach(async () => {
    lines = [];
    const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
    server = await startServer({ db: database.db, port: 0, clock: clock.now, mode: "production", log, build: testBuild() });
  });
  afterEach(() => server.close());

  function statusOf(head: string): Promise<string> {
    const { hostname, port } = new URL(server.url);
    return new Promise((resolve, reject) => {
      let answer = "";
      const socket = connect(Number(port), hostname, () => socket.write(`${head}\r\nConnection: close\r\n\r\n`));
      socket.on("data", (part) => (answer += part.toString())).on("error", reject).on("close", () => resolve(answer.split("\r\n")[0] ?? ""));
    });
  }

  it.each([
    ["another host written into the path is a path that is nothing", "GET //evil.example/sign-in HTTP/1.1\r\nHost: localhost", "404 Not Found"],
    ["so it is with a backslash", "GET /\\evil.example/sign-in HTTP/1.1\r\nHost: localhost", "404 Not Found"],
    ["a whole address instead of a path", "GET http://evil.example/sign-in HTTP/1.1\r\nHost: localhost", "400 Bad Request"],
    ["a host that is none", "GET /sign-in HTTP/1.1\r\nHost: a b", "400 Bad Request"],
    ["a method no browser sends", "TRACE /sign-in HTTP/1.1\r\nHost: localhost", "400 Bad Request"],
    ["a method no page has", "PUT /plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0", "405 Method Not Allowed"],
  ])("%s", async (_case, head, status) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await statusOf(head)).toBe(`HTTP/1.1 ${status}`);
    expect(said).not.toHaveBeenCalled();
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
    said.mockRestore();
  });

  it.each(["/reset/one-time-token", "/Reset/one-time-token", "/%72eset/one-time-token", "/reset/one-time-token%E0"])("the log never holds a one-time link: %s", async (path) => {
    await (await fetch(server.url + path)).text();
    await server.close();
    expect(lines.join("")).toContain('"msg":"request"');
    expect(lines.join("")).not.toContain("one-time-token");
  });
});
