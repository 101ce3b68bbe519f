/**
 * Walks every address with every role, reading and writing. An address without a rule fails; so does a rule that the
 * page does not keep: who lacks the action is told that there is nothing, whoever is not signed in is led to sign in.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, may } from "~/domain/permissions";
import { type Role, ROLES } from "~/domain/roles";
import { INTENT_FIELD } from "~/ui/root-data";
import { type Access, ROUTE_RULES, type RouteRule } from "~/web/route-rules";
import { routeFiles, testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anAgency, anInstallation, aPerson, type TestPerson } from "../support/people";

const clock = aClock();
const people = new Map<Role, TestPerson>();
const agency = { id: "" };
let app: TestApp;

const database = useDatabase({
  once: async (db) => {
    await anInstallation(db);
    agency.id = await anAgency(db, "SBGS");
    for (const role of Object.keys(ROLES) as Role[]) {
      const bound = role === "focal_point" || role === "agency_approver";
      people.set(role, await aPerson(db, clock.now(), { login: role, roles: [bound ? { role, agencyId: agency.id } : role] }));
    }
  },
});
beforeAll(() => {
  app = testApp(database.db, clock);
});

const NOBODY_ID = "00000000-0000-4000-8000-000000000000";
/** An address of that pattern at which there is nothing: who may look and who may not are told the same. */
const addressOf = (pattern: string) =>
  pattern === "*" ? "/nothing/here" : pattern.replace(/:(id|measurementId)\b/g, NOBODY_ID).replace(/:[a-zA-Z]+/g, "NONE");

/** Tables of something that this empty installation has none of: there is nothing to give even to who may have it. */
const WITHOUT_DATA = new Set(["/board.csv", "/scoring.csv"]);

const isOpen = (access: Access): boolean => typeof access === "object" && "open" in access;
const actorOf = (role: Role): Actor => ({ userId: NOBODY_ID, grants: [{ role, agencyId: agency.id }], ceiling: "internal" });
const allows = (access: Access, role: Role): boolean =>
  typeof access === "object" && !("open" in access) ? access.some((action) => may(actorOf(role), action)) : true;

const addresses = routeFiles.filter(({ module }) => "loader" in module || "action" in module || "default" in module).map(({ address }) => address);
const ruled = addresses.filter((address) => ROUTE_RULES[address]).map((address) => [address, ROUTE_RULES[address] as RouteRule] as const);
const roles = Object.keys(ROLES) as Role[];

it("every address has a rule and every rule an address", () => {
  expect(addresses.filter((address) => !ROUTE_RULES[address]), "without a rule").toEqual([]);
  expect(Object.keys(ROUTE_RULES).filter((address) => !addresses.includes(address)), "rules of nothing").toEqual([]);
});

it("what can be sent has a rule, and what has a rule can be sent", () => {
  for (const { address, module } of routeFiles) {
    if (!ROUTE_RULES[address]) continue;
    expect(Boolean(ROUTE_RULES[address]?.act), `${address}: action without a rule, or a rule without an action`).toBe("action" in module);
  }
});

describe.each(ruled)("%s", (pattern, rule) => {
  const address = addressOf(pattern);

  it("somebody not signed in", async () => {
    const response = await app.get(address);
    if (isOpen(rule.load)) expect([200, 404]).toContain(response.status);
    else expect([response.status, response.headers.get("Location")?.split("?")[0]]).toEqual([303, "/sign-in"]);
    const json = await app.get(address, { headers: { Accept: "application/json" } });
    if (!isOpen(rule.load)) expect([json.status, json.headers.get("Content-Type")]).toEqual([401, "application/problem+json; charset=utf-8"]);
  });

  it.each(roles)("reading as %s", async (role) => {
    const { status } = await app.get(address, { cookies: people.get(role)?.cookies ?? "" });
    expect(status, "no fault of ours").toBeLessThan(500);
    if (!allows(rule.load, role)) expect(status).toBe(404);
    else if (!/[:*]/.test(pattern) && !isOpen(rule.load)) expect(WITHOUT_DATA.has(pattern) ? [200, 404] : [200, 302, 303]).toContain(status);
  });

  if (rule.act === undefined) {
    it("takes no posts", async () => {
      const { status } = await app.post(address, {}, { cookies: people.get("administrator")?.cookies ?? "" });
      expect([404, 405]).toContain(status);
    });
    return;
  }
  const acts = actsOf(rule.act);

  it("a post from another site, and one without the page's token, do nothing", async () => {
    const cookies = people.get("administrator")?.cookies ?? "";
    expect((await app.post(address, {}, { cookies, headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(403);
    expect((await app.post(address, {}, { cookies, headers: { Origin: "https://evil.example" } })).status).toBe(403);
    const browser = acts.every(([, access]) => isOpen(access)) ? `device=${"d".repeat(43)}` : cookies;
    expect([403, 404]).toContain((await app.post(address, { _csrf: "forged" }, { cookies: browser })).status);
  });

  it.each(acts)("posting %j without being signed in", async (intent, access) => {
    const { status, headers } = await app.post(address, intent, { cookies: `device=${"d".repeat(43)}` });
    if (isOpen(access)) expect([200, 303, 404, 422]).toContain(status);
    else expect([status, headers.get("Location")?.split("?")[0]]).toEqual([303, "/sign-in"]);
  });

  it.each(acts.flatMap(([intent, access]) => roles.map((role) => [intent, role, access] as const)))("posting %j as %s", async (intent, role, access) => {
    if (pattern === "/sign-out") return; // would end the session the other rows use; tests/web/session has it
    const { status } = await app.post(address, intent, { cookies: people.get(role)?.cookies ?? "" });
    expect(status, "no fault of ours").toBeLessThan(500);
    // an empty form is refused first; what must never happen is that it is taken
    if (!allows(access, role)) expect([403, 404, 422]).toContain(status);
  });
});

function actsOf(act: NonNullable<RouteRule["act"]>): (readonly [Record<string, string>, Access])[] {
  if (act === "signed_in" || Array.isArray(act) || "open" in act) return [[{}, act as Access]];
  return Object.entries(act as Record<string, Access>).map(([intent, access]) => [{ [INTENT_FIELD]: intent }, access] as const);
}
