/** Draft → the body's reply → final. The term ends at 23:59:59 in Kyiv, whatever the clock change (28 March 2027). */
import { describe, expect, test } from "vitest";
import { mayBecomeFinal, replyState, replyUntil } from "~/domain/right-of-reply";

test.each([
  ["14 days from a morning", "2027-02-01T08:00:00Z", 14, "2027-02-15"],
  ["from an evening that is already the next day in Kyiv", "2027-02-01T22:30:00Z", 14, "2027-02-16"],
  ["over the change of clocks", "2027-03-20T08:00:00Z", 14, "2027-04-03"],
  ["another term", "2027-02-01T08:00:00Z", 7, "2027-02-08"],
])("the last day of the right of reply: %s", (_, draftedAt, days, expected) => expect(replyUntil(draftedAt, days)).toBe(expected));

const UNTIL = "2027-03-28";
// Kyiv is three hours ahead of UTC on the evening of 28 March 2027
const [LAST_SECOND, NEXT_DAY] = ["2027-03-28T20:59:59.999Z", "2027-03-28T21:00:00.000Z"];

describe("where a draft stands", () => {
  test.each<[string, string | null, string, string, boolean]>([
    ["no reply, the last second", null, LAST_SECOND, "waiting", false],
    ["no reply, the next day has begun", null, NEXT_DAY, "overdue", true],
    ["replied in time", "2027-03-20T08:00:00Z", "2027-03-20T08:00:01Z", "replied", true],
    ["replied in the last second", LAST_SECOND, NEXT_DAY, "replied", true],
    ["replied a moment too late", NEXT_DAY, NEXT_DAY, "replied_late", true],
  ])("%s", (_, repliedAt, now, state, final) => {
    expect(replyState({ replyUntil: UNTIL, repliedAt }, now)).toBe(state);
    expect(mayBecomeFinal({ replyUntil: UNTIL, repliedAt }, now)).toBe(final);
  });
});
