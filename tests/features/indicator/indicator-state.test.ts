import { expect, test } from "vitest";
import { hasStatus, indicatorState, isStatusFilter } from "~/features/indicator/indicator-state";
import { aReading, type ReadingBuilder } from "../../support/builders";

const running = (reading: ReadingBuilder) => reading.but({ due: "not_yet_due", averageDue: "due" });
const open = { periodKey: null, by: null, content: { kind: "stage" as const, no: 1 }, range: null, qualifier: null, disputed: null };
const missing = [{ indicatorId: "I", agencyId: "NPU", periodKey: "2020-Q3", reason: "not_reported" as const, awaiting: false }];
const incomplete = (reading: ReadingBuilder) => reading.but({ actual: { ...reading.reading.actual, label: "at_least", missing } });

test.each<[string, ReadingBuilder, string]>([
  ["due and achieved", aReading("I").achieved(), "achieved"],
  ["due, short of the target", aReading("I").notAchieved(), "under_way"],
  ["due, nothing came", aReading("I").unreported(), "not_reported"],
  ["due, waits for verification", aReading("I").awaiting(), "awaiting_verification"],
  ["due, a part missing decides", aReading("I").notAssessable(), "not_assessable"],
  ["suspended", aReading("I").excluded("suspended"), "suspended"],
  ["no target", aReading("I").excluded("no_target"), "excluded"],
  ["nothing due this year", aReading("I").notDue(), "not_due"],
  ["target after the measure's deadline", aReading("I").achieved().dueState("after_plan_date"), "not_due"],
  ["an open target that is reached", aReading("I").achieved().dueState("not_due").but({ target: open }), "achieved"],
  ["an open target that is not", aReading("I").notAchieved().dueState("not_due").but({ target: open }), "not_due"],
  ["the year runs, all asked for is in", running(aReading("I").notAchieved()), "not_yet_due"],
  ["the year runs, nothing asked for yet", aReading("I").notYetDue(), "not_yet_due"],
  ["the year runs, a quarter is over and nothing came", running(aReading("I").unreported()), "not_reported"],
  ["the year runs, one of three bodies is missing", running(incomplete(aReading("I").notAchieved())), "incomplete"],
  ["the year runs, a floor, one of three bodies is missing", incomplete(aReading("I").notAchieved()).dueState("not_yet_due"), "incomplete"],
  ["the year runs, the newest value waits", running(aReading("I").notAchieved().but({ awaitingVerification: true })), "awaiting_verification"],
])("%s", (_name, reading, state) => expect(indicatorState(reading.build())).toBe(state));

test("a list can be narrowed to a state or to a pace", () => {
  const late = aReading("I").notAchieved().pace("at_risk").build();
  expect([hasStatus(late, "under_way"), hasStatus(late, "at_risk"), hasStatus(late, "on_track"), hasStatus(late, "achieved")]).toEqual([true, true, false, false]);
  expect(["achieved", "behind", "nonsense"].map(isStatusFilter)).toEqual([true, true, false]);
});
