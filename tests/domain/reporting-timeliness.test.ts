/** In time, late or not at all, of what was owed by a moment; the worst body first. */
import { expect, test } from "vitest";
import type { ObligationFact } from "~/domain/facts";
import { reportingByAgency, reportingOf } from "~/domain/reporting-timeliness";

/** After the last day of what is owed for 2026, before that of 2027's first quarter. */
const KNOWN_AT = "2027-03-20T09:00:00.000Z";
const owed = (but: Partial<ObligationFact> = {}): ObligationFact => ({ indicatorId: "i", agencyId: "SBGS", periodKey: "2026", dueOn: "2027-03-15", submittedAt: null, excluded: false, ...but });
const sent = (submittedAt: string, but: Partial<ObligationFact> = {}) => owed({ submittedAt, ...but });
const none = { onTime: 0, late: 0, notReported: 0, owed: 0, notYetDue: 0 };

test.each<[string, ObligationFact, Partial<typeof none>]>([
  ["the last second of the day in Kyiv is in time", sent("2027-03-15T21:59:59.000Z"), { onTime: 1, owed: 1 }],
  ["the first of the next is late", sent("2027-03-15T22:00:00.000Z"), { late: 1, owed: 1 }],
  ["nothing came", owed(), { notReported: 1, owed: 1 }],
  ["its day is ahead", owed({ dueOn: "2027-04-15" }), { notYetDue: 1 }],
  ["sent before its day", sent("2027-03-01T09:00:00.000Z", { dueOn: "2027-04-15" }), { onTime: 1, owed: 1 }],
  ["excluded: nobody owes it", owed({ excluded: true }), {}],
  ["excluded, and sent all the same", sent("2027-03-01T09:00:00.000Z", { excluded: true }), { onTime: 1, owed: 1 }],
])("%s", (_, obligation, expected) => expect(reportingOf([obligation], KNOWN_AT)).toEqual({ ...none, ...expected }));

test("the smallest share on time first; of equals the one that left more out; who owed nothing yet is not ranked", () => {
  const [inTime, late] = ["2027-03-01T09:00:00.000Z", "2027-03-16T09:00:00.000Z"];
  const of = (agencyId: string, ...all: ObligationFact[]) => all.map((each) => ({ ...each, agencyId }));
  const ranked = reportingByAgency([
    ...of("ALL", sent(inTime), sent(inTime)), ...of("HALF", sent(inTime), sent(late)), ...of("SILENT", sent(inTime), owed()),
    ...of("THIRD", sent(inTime), owed(), sent(late)), ...of("AHEAD", owed({ dueOn: "2027-04-15" })),
  ], KNOWN_AT);
  expect(ranked.map(({ agencyId, onTime, owed: of }) => `${agencyId} ${onTime}/${of}`)).toEqual(["THIRD 1/3", "SILENT 1/2", "HALF 1/2", "ALL 2/2"]);
});
