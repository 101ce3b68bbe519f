/** Period keys and calendar dates: what is one and what is not, bounds, order, the Kyiv day (case C17). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysCounted, endOfKyivDay, isInTime, kyivDateOf, parseDate } from "~/domain/dates";
import { comparePeriods, containsPeriod, nextPeriod, parsePeriod, period, periodOfDate, periodsBetween, periodsEndingWithin, previousPeriod, subPeriods } from "~/domain/periods";

describe("dates that exist and dates that do not", () => {
  test.each([
    ["2026-10-01", true], ["2026-10-31", true], ["2026-02-31", false], ["2026-02-29", false], ["2028-02-29", true],
    ["1900-02-29", false], ["2000-02-29", true], ["2026-04-31", false], ["2026-13-01", false], ["2026-00-10", false],
    ["2026-1-1", false], ["26-01-01", false], ["2026-01-01T00:00", false], ["", false], [" 2026-01-01", false],
  ])("%s → %s", (text, isOne) => expect(parseDate(text)).toBe(isOne ? text : null));

  test.each([
    ["2024-06-30", "2024-06-30", 1], ["2023-01-01", "2025-12-31", 1096], ["2024-04-01", "2024-12-31", 275],
    ["2026-03-28", "2026-03-30", 3], ["2026-10-24", "2026-10-26", 3], ["2026-01-02", "2026-01-01", 0],
  ])("%s to %s, both counted: %i", (from, to, days) => expect(daysCounted(from, to)).toBe(days));

  test("the day after 28 February", () => expect([addDays("2027-02-28", 1), addDays("2028-02-28", 1)]).toEqual(["2027-03-01", "2028-02-29"]));
});

describe("the Kyiv day ends before 00:00:00 of the next one", () => {
  test.each([
    // due date, instant, in time?
    ["2027-03-15", "2027-03-15T23:59:59+02:00", true],
    ["2027-03-15", "2027-03-15T23:59:59.999+02:00", true],
    ["2027-03-15", "2027-03-16T00:00:00+02:00", false],
    ["2027-03-15", "2027-03-15T21:59:59Z", true],
    ["2027-03-27", "2027-03-27T23:59:59+02:00", true],
    ["2027-03-28", "2027-03-28T23:59:59+03:00", true],
    ["2027-03-28", "2027-03-28T20:59:59Z", true],
    ["2027-03-28", "2027-03-28T21:00:00Z", false],
    ["2027-10-31", "2027-10-31T21:59:59Z", true],
    ["2027-10-31", "2027-10-31T22:00:00Z", false],
  ])("due %s, at %s: %s", (date, instant, inTime) => expect(isInTime(instant, date)).toBe(inTime));

  test.each([
    ["2026-12-31T22:00:00Z", "2027-01-01"], ["2026-12-31T21:59:59Z", "2026-12-31"],
    ["2026-07-01T20:59:59Z", "2026-07-01"], ["2026-07-01T21:00:00Z", "2026-07-02"],
  ])("%s is %s in Kyiv", (instant, date) => expect(kyivDateOf(instant)).toBe(date));

  test("the day of the clock change is 23 hours long", () => {
    expect([endOfKyivDay("2027-03-27"), endOfKyivDay("2027-03-28")]).toEqual(["2027-03-27T22:00:00Z", "2027-03-28T21:00:00Z"]);
  });
});

describe("period keys", () => {
  test.each([
    ["2026", "2026-01-01", "2026-12-31"], ["2026-H1", "2026-01-01", "2026-06-30"], ["2026-H2", "2026-07-01", "2026-12-31"],
    ["2026-Q4", "2026-10-01", "2026-12-31"], ["2026-10", "2026-10-01", "2026-10-31"], ["2028-02", "2028-02-01", "2028-02-29"],
  ])("%s is %s to %s", (key, startsOn, endsOn) => expect(parsePeriod(key)).toMatchObject({ startsOn, endsOn }));

  test.each(["2026-Q5", "2026-Q0", "2026-H3", "2026-13", "2026-00", "2026-1", "2026Q1", "26", "2026-q1", "", "2026 ", "2026-W1"])("%j is no period", (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(() => period(text)).toThrow(RangeError);
  });

  test.each([
    ["2026", "quarterly", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]],
    ["2026-H2", "quarterly", ["2026-Q3", "2026-Q4"]],
    ["2026-Q3", "monthly", ["2026-07", "2026-08", "2026-09"]],
    ["2026", "half_yearly", ["2026-H1", "2026-H2"]],
    ["2026-Q1", "quarterly", ["2026-Q1"]],
    ["2026-Q4", "annual", []],
  ] as const)("%s by %s", (key, frequency, parts) => expect(subPeriods(key, frequency)).toEqual(parts));

  test("a year's report ends in its last quarter", () => expect(periodsEndingWithin("2026-10-01", "2026-12-31", "annual")).toEqual(["2026"]));

  test.each([["2026-Q1", "2025-Q4"], ["2026", "2025"], ["2026-01", "2025-12"], ["2026-H1", "2025-H2"]])("before %s comes %s", (key, before) => {
    expect([previousPeriod(key), nextPeriod(before)]).toEqual([before, key]);
  });

  test("between two quarters", () => expect(periodsBetween("2025-Q3", "2026-Q1")).toEqual(["2025-Q3", "2025-Q4", "2026-Q1"]));
  test("ordered by last day, the shorter first", () => {
    expect(["2026", "2026-H1", "2026-06", "2026-Q1", "2026-Q2"].sort(comparePeriods)).toEqual(["2026-Q1", "2026-06", "2026-Q2", "2026-H1", "2026"]);
  });
  test("inside", () => expect([containsPeriod("2026", "2026-Q1"), containsPeriod("2026-Q1", "2026"), containsPeriod("2026-H1", "2026-Q3")]).toEqual([true, false, false]));

  test("every day lies in the one period of each frequency that claims it", () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays("1990-01-01", offset));
    fc.assert(fc.property(days, fc.constantFrom("annual", "half_yearly", "quarterly", "monthly"), (date, frequency) => {
      const { startsOn, endsOn } = period(periodOfDate(date, frequency));
      return startsOn <= date && date <= endsOn;
    }));
  });
});
