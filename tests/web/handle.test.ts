import { json } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { DomainError } from "~/domain/errors";
import { csrfToken } from "~/web/device.server";
import { failureOf } from "~/web/failure.server";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";
import { contextOf, type RequestContext } from "~/web/load-context";
import { readLanguage } from "~/i18n/language.server";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aPerson, aSession, type TestPerson } from "../support/people";

const database = useDatabase();
const clock = aClock();
let person: TestPerson;
let ran: string[];

beforeEach(async () => {
  clock.set("2026-11-25T08:00:00.000Z");
  await anInstallation(database.db);
  person = await aPerson(database.db, clock.now(), { roles: ["leadership"] });
  ran = [];
});

const schema = z.object({ title: z.string().min(3), note: z.string().optional() });
const save = actionForm(schema, async ({ idempotencyKey }, { title }) => {
  ran.push(`${title}/${idempotencyKey ?? ""}`);
  if (title === "refused") throw new DomainError("window_closed", { due: "2026-03-15" });
  if (title === "broken") throw new Error("the disk is on fire");
  if (title === "hidden") throw new DomainError("not_found");
  return `/things/${ran.length}`;
});

type Fields = Record<string, string>;
interface Asked { path?: string; cookies?: string; accept?: string; who?: TestPerson }

function contextFor(request: Request, deviceId: string): RequestContext {
  return {
    db: database.db, now: clock.now, nonce: "n", requestId: "TEST-0001", network: "192.0.2.0/24", deviceId, secure: false,
    language: readLanguage(request), log: { error: (...line: unknown[]) => logged.push(line), warn: () => {}, info: () => {} } as unknown as RequestContext["log"], failure: null,
  };
}
let logged: unknown[][] = [];
beforeEach(() => (logged = []));

async function send(fields: Fields, { path = "/things/new", accept = "text/html", who = person, cookies = who.cookies }: Asked = {}) {
  const body = new URLSearchParams({ _csrf: await csrfToken(database.db, who.deviceId), ...fields });
  const request = new Request(`http://localhost${path}`, { method: "POST", body, headers: { Cookie: cookies, Accept: accept } });
  const context = contextFor(request, who.deviceId);
  const response = await handleAction({ request, context, params: {} }, { save }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }) as Response;
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  return { status: response.status, location: response.headers.get("Location"), headers: response.headers, body: isJson ? await response.json() as Record<string, never> : null, context };
}

async function open(path: string, who = person) {
  const request = new Request(`http://localhost${path}`, { headers: { Cookie: who.cookies } });
  return handleLoad({ request, context: contextFor(request, who.deviceId), params: {} }, async ({ readKept }) => ({ kept: await readKept() }));
}

it("a refusal and then faults of one request are logged once and told as the fault", () => {
  const context = contextFor(new Request("http://localhost/"), person.deviceId);
  const lost = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  for (const error of [new DomainError("other_agency"), lost, lost]) failureOf(error, context);
  expect(context.failure).toMatchObject({ status: 503, code: "unavailable" });
  expect(logged).toHaveLength(1);
});

describe("what a form answers", () => {
  it.each([
    ["taken", { title: "good" }, 303, null],
    ["too short: what was typed comes back", { title: "ab", note: "long thought" }, 422, { title: ["errors.tooShort?min=3"] }],
    ["missing", { note: "x" }, 422, { title: ["errors.required"] }],
    ["refused by the domain, reason on the page", { title: "refused" }, 423, { "": ["errors.reason.window_closed?due=2026-03-15"] }],
  ])("%s", async (_case, fields, status, error) => {
    const answer = await send({ _intent: "save", ...fields } as Fields);
    expect(answer.status).toBe(status);
    if (error) expect(answer.body).toMatchObject({ lastResult: { error, initialValue: fields } });
  });

  it("gives no password back and no control field", async () => {
    const { body } = await send({ _intent: "save", title: "ab", newPassword: "secret words" });
    expect(JSON.stringify(body)).not.toMatch(/secret words|_csrf|_intent/);
  });

  it("a thing that may not be seen is not there", async () => {
    const { status, body } = await send({ _intent: "save", title: "hidden" });
    expect([status, body]).toEqual([404, { status: 404, code: "not_found", params: {}, reference: "TEST-0001" }]);
  });

  it("a fault is logged once with the number shown, without what was typed", async () => {
    const { status, body } = await send({ _intent: "save", title: "broken", note: "typed text" });
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: "unexpected", reference: "TEST-0001" });
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).toContain("TEST-0001");
    expect(JSON.stringify(logged)).not.toContain("typed text");
  });

  it.each([["no button", {}], ["an unknown button", { _intent: "constructor" }]])("%s is no form of ours", async (_case, fields) => {
    expect((await send({ title: "good", ...fields } as Fields)).status).toBe(400);
    expect(ran).toEqual([]);
  });

  it("a form with an old token comes back as typed and does nothing", async () => {
    const answer = await send({ _intent: "save", title: "good", _csrf: "of another browser" });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ lastResult: { initialValue: { title: "good" } }, problem: { code: "form_out_of_date" } });
    expect(ran).toEqual([]);
  });

  it("another language: nothing is done, everything typed is there, the choice is remembered", async () => {
    const answer = await send({ _intent: "save", _lang: "en", title: "ab", note: "думка" });
    expect([answer.status, answer.headers.get("Set-Cookie")]).toEqual([200, "lang=en; Path=/; Max-Age=31536000; SameSite=Lax"]);
    expect(answer.body).toMatchObject({ lastResult: { initialValue: { title: "ab", note: "думка" } } });
    expect(answer.context.language).toBe("en");
    expect(ran).toEqual([]);
  });
});

describe("the same post twice", () => {
  const first = { _intent: "save", _key: "a-key-of-a-form", title: "good" };

  it("is done once and leads where the first led", async () => {
    const answers = [await send(first), await send(first)];
    expect(answers.map(({ location }) => location)).toEqual(["/things/1", "/things/1"]);
    expect(ran).toEqual(["good/a-key-of-a-form"]);
  });

  it("at the same moment is done once too", async () => {
    const answers = await Promise.all([send(first), send(first), send(first)]);
    expect(new Set(answers.map(({ location }) => location))).toEqual(new Set(["/things/1"]));
    expect(ran).toHaveLength(1);
  });

  it("with other contents is a conflict, and what was typed is there", async () => {
    await send(first);
    const { status, body } = await send({ ...first, title: "other" });
    expect([status, body?.problem]).toEqual([409, { status: 409, code: "form_sent_differently", params: {}, reference: "TEST-0001" }]);
    expect(ran).toHaveLength(1);
  });

  it("after a refusal may come again, corrected or not", async () => {
    await send({ ...first, title: "refused" });
    expect((await send({ ...first, title: "good" })).status).toBe(303);
  });

  it("of another person is another post", async () => {
    await send(first);
    const other = await aPerson(database.db, clock.now(), { roles: ["leadership"] });
    expect((await send(first, { who: other })).location).toBe("/things/2");
  });

  it("cut off by a stop of the server is done again after a minute", async () => {
    await database.db.insertInto("idempotency").values({
      user_id: person.id, key: "cut-off-key", path: "/things/new", started_at: clock.now(),
      fingerprint: await fingerprintOf({ title: "good" }),
    }).execute();
    clock.pass("PT61S");
    expect((await send({ _intent: "save", _key: "cut-off-key", title: "good" })).location).toBe("/things/1");
  });
});

async function fingerprintOf(fields: Fields): Promise<string> {
  const { fingerprint } = await import("~/web/typed-fields.server");
  const form = new FormData();
  form.set("_intent", "save");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return fingerprint("/things/new", form);
}

describe("a session that ended while the form was open", () => {
  const typed = { _intent: "save", title: "an hour of work", note: "with a comma, and “quotes”", password: "not kept" };

  async function keep(): Promise<string> {
    clock.pass("PT61M");
    const { status, location } = await send(typed, { path: "/things/new?step=2" });
    expect(status).toBe(303);
    return new URL(location ?? "", "http://localhost").searchParams.get("next") ?? "";
  }

  it("keeps what was typed for the same person, who finds the form filled", async () => {
    const next = await keep();
    expect(next).toMatch(/^\/things\/new\?step=2&kept=[0-9a-f-]{36}$/);
    const again = { ...person, ...(await aSession(database.db, clock.now(), person.id)) };
    const { kept } = await open(next, again);
    expect(kept?.initialValue).toEqual({ title: typed.title, note: typed.note });
    expect(ran).toEqual([]);
  });

  it.each([
    ["not for another person", async () => aPerson(database.db, clock.now(), { roles: ["leadership"] }), (next: string) => next],
    ["not on another page", async () => ({ ...person, ...(await aSession(database.db, clock.now(), person.id)) }), (next: string) => next.replace("/new", "/other")],
    ["not after an hour", async () => {
      clock.pass("PT60M");
      return { ...person, ...(await aSession(database.db, clock.now(), person.id)) };
    }, (next: string) => next],
  ])("%s", async (_case, who, at) => {
    const next = await keep();
    expect((await open(at(next), await who())).kept).toBeNull();
  });

  it("is forgotten once it was sent", async () => {
    const next = await keep();
    const again = { ...person, ...(await aSession(database.db, clock.now(), person.id)) };
    await send({ _intent: "save", _key: "key-of-the-kept", title: typed.title }, { who: again, path: next });
    expect((await open(next, again)).kept).toBeNull();
  });
});

describe("a program that asks for application/json", () => {
  it("is told 401 without a session instead of being led to a page", async () => {
    const { status, context } = await send({ _intent: "save", title: "good" }, { cookies: `device=${person.deviceId}`, accept: "application/json" });
    expect([status, context.failure?.code]).toEqual([401, "sign_in_first"]);
  });
});

it("a loader may answer with a response of its own", async () => {
  const request = new Request("http://localhost/x", { headers: { Cookie: person.cookies } });
  const response = await handleLoad({ request, context: contextFor(request, person.deviceId), params: {} }, async () => json({ own: true }, { status: 201 }));
  expect(response.status).toBe(201);
});

it("a request without its context is a fault", () => {
  expect(() => contextOf({})).toThrow("without its context");
});
