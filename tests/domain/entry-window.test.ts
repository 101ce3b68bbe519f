/** Cases C17 and C18: the edge of a deadline, and an exception from it. Report due 15 March 2027 in Kyiv (UTC+2). */
import { describe, expect, test } from "vitest";
import { entryWindow, type EntryRound } from "~/domain/entry-window";

const round: EntryRound = { periodKey: "2026", opensOn: "2026-01-01", dueOn: "2027-03-15", graceDays: 0, exceptionUntil: null };
const next: EntryRound = { periodKey: "2027-Q1", opensOn: "2027-04-01", dueOn: "2027-04-15", graceDays: 0, exceptionUntil: null };
const say = (of: EntryRound, now: string, following: EntryRound | null = null) => {
  const window = entryWindow(of, now, following);
  return window.ok ? window.by : window.reason;
};

describe("C17", () => {
  test.each<[string, EntryRound, string, string]>([
    ["23:59:59 in Kyiv", round, "2027-03-15T23:59:59+02:00", "round"],
    ["any instant before 00:00:00", round, "2027-03-15T23:59:59.999999+02:00", "round"],
    ["00:00:00 of the next day", round, "2027-03-16T00:00:00+02:00", "window_closed"],
    ["a draft of 14 March sent on 16 March", round, "2027-03-16T10:00:00+02:00", "window_closed"],
    ["two days of grace", { ...round, graceDays: 2 }, "2027-03-17T23:59:59+02:00", "round"],
    ["two days of grace, over", { ...round, graceDays: 2 }, "2027-03-18T00:00:00+02:00", "window_closed"],
    ["the first instant of the round", round, "2026-01-01T00:00:00+02:00", "round"],
    ["the instant before it", round, "2025-12-31T23:59:59+02:00", "window_not_open"],
    // clocks go forward on 28 March 2027: the day ends at UTC+3
    ["the last second on the day of the clock change", { ...round, dueOn: "2027-03-28" }, "2027-03-28T23:59:59+03:00", "round"],
    ["midnight after the clock change", { ...round, dueOn: "2027-03-28" }, "2027-03-29T00:00:00+03:00", "window_closed"],
    ["an hour that would still be the day without the change", { ...round, dueOn: "2027-03-28" }, "2027-03-28T21:30:00Z", "window_closed"],
  ])("%s", (_, of, now, expected) => expect(say(of, now)).toBe(expected));

  test("a refusal names the days, who can reopen, and keeps what was typed", () => {
    expect(entryWindow(round, "2027-03-16T00:00:00+02:00")).toEqual({
      ok: false, reason: "window_closed", opensOn: "2026-01-01", closedOn: "2027-03-15", reopenedBy: "coordinator", keepAs: "late_draft",
    });
  });

  test("what a round refuses the next one takes as a late correction", () => {
    expect([say(round, "2027-03-31T12:00:00+03:00", next), say(round, "2027-04-01T00:00:00+03:00", next), say(round, "2027-04-16T00:00:00+03:00", next)])
      .toEqual(["window_closed", "late_correction", "window_closed"]);
  });
});

describe("C18: an exception until 20 March", () => {
  const excepted = { ...round, exceptionUntil: "2027-03-20" };
  test.each([
    ["within the round it is the round", "2027-03-15T12:00:00+02:00", "round"],
    ["after it, the exception", "2027-03-20T23:59:59+02:00", "exception"],
    ["it ends by itself", "2027-03-21T00:00:00+02:00", "window_closed"],
  ])("%s", (_, now, expected) => expect(say(excepted, now)).toBe(expected));

  test("an exception never shortens the round", () => {
    expect(say({ ...round, exceptionUntil: "2027-03-01" }, "2027-03-15T12:00:00+02:00")).toBe("round");
  });
});
