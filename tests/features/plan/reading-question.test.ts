/** What a reading is asked as: read from an address, written into one, answered for a reader (rules 15, 18 and 19). */
import { describe, expect, test } from "vitest";
import type { AccessLevel } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import { withoutDay } from "~/features/plan/reading-choices";
import { askedFor, askedIn, readAs, readingQuestion, readingShown } from "~/features/plan/reading-question";

const NOW = "2027-09-01T09:00:00.000Z";
const somebody = (role: Role, ceiling: AccessLevel): Actor => ({ userId: "somebody", ceiling, grants: [{ role, agencyId: null }] });
const reader = somebody("reader", "public");
const leader = somebody("leadership", "restricted");
const asked = (query: string) => new URLSearchParams(query);

describe("an address read and written again", () => {
  test.each([
    ["", ""],
    ["known_at=2027-04-15", "?known_at=2027-04-15"],
    ["known_at=15.04.2027", "?known_at=2027-04-15"],
    ["known_at=31.10.2026", "?known_at=2026-10-31"],
    ["basis=as_first_adopted&values=including_provisional&known_at=2027-04-15&ceiling=public", "?basis=as_first_adopted&values=including_provisional&known_at=2027-04-15&ceiling=public"],
    ["basis=&values=&known_at=&ceiling=", ""],
    ["basis=yesterday&values=all&known_at=31.02.2027&ceiling=secret", ""],
    ["known_at=29.02.2027", ""],
    ["goal=1&page=2", ""],
  ])("%j is asked as %j", (query, again) => expect(askedIn(readingQuestion(asked(query)))).toBe(again));

  test.each([
    [{}, null, ""],
    [{}, "2026", "?period=2026"],
    [{ knownAt: "2027-04-15" }, "2026", "?known_at=2027-04-15&period=2026"],
  ])("with the period of the page: %j in %s", (question, period, end) => expect(askedFor(question, period)).toBe(end));

  test.each([["?known_at=2027-04-15&goal=1", "?goal=1"], ["?known_at=2027-04-15", "?"]])("without its day %s is %s", (search, rest) => expect(withoutDay(search)).toBe(rest));
});

describe("answered for a reader", () => {
  test.each([
    ["a day means its end in Kyiv", "known_at=2027-04-15", "2027-04-15T20:59:59.999999Z", "2027-04-15"],
    ["also in winter", "known_at=2027-01-15", "2027-01-15T21:59:59.999999Z", "2027-01-15"],
    ["today means now", "known_at=2027-09-01", NOW, "2027-09-01"],
    ["a day ahead means now", "known_at=2028-01-01", NOW, "2027-09-01"],
    ["nothing asked means now", "", NOW, "2027-09-01"],
    ["no such day means now", "known_at=31.02.2027", NOW, "2027-09-01"],
  ])("%s", (_, query, knownAt, today) => expect(readAs(leader, NOW, readingQuestion(asked(query)))).toMatchObject({ knownAt, today }));

  test.each<[string, Actor, string, AccessLevel]>([
    ["one's own where none is asked", reader, "", "public"],
    ["a higher one is not given", reader, "ceiling=restricted", "public"],
    ["a lower one is", leader, "ceiling=public", "public"],
  ])("ceiling: %s", (_, actor, query, ceiling) => expect(readAs(actor, NOW, readingQuestion(asked(query))).ceiling).toBe(ceiling));

  test("unverified values of every body are not for every reader", () => {
    expect(() => readAs(reader, NOW, { reading: "including_provisional" })).toThrow("role_lacks_action");
    expect(readAs(leader, NOW, { reading: "including_provisional" }).reading).toBe("including_provisional");
  });
});

describe("the form that changes a reading", () => {
  test.each([
    ["known_at=31.02.2027", "31.02.2027", "date"],
    ["known_at=soon", "soon", "date"],
    ["known_at=2028-01-01", "01.01.2028", "future"],
    ["known_at=2027-04-15", "15.04.2027", null],
    ["", "", null],
  ])("%j stands in its box as %j, problem: %s", (query, knownAt, problem) =>
    expect(readingShown(leader, NOW, asked(query), "current")).toMatchObject({ knownAt, problem, basis: "current", reading: "official" }));

  test("the page's own choices are kept, what is asked anew is not", () =>
    expect(readingShown(reader, NOW, asked("period=2026&goal=1&known_at=2027-04-15&basis=current"), "current").kept).toEqual([["period", "2026"], ["goal", "1"]]));

  test("nobody is offered more than they may see", () => {
    expect(readingShown(reader, NOW, asked("ceiling=restricted"), "current")).toMatchObject({ ceiling: "public", ownCeiling: "public", mayAddProvisional: false });
    expect(readingShown(leader, NOW, asked(""), "current")).toMatchObject({ mayAddProvisional: true });
  });
});
