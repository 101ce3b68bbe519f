/** The states of an obligation, what may be done in each, and timeliness. */
import { describe, expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import { afterAct, obligationState, officialVersion, TRANSITIONS, type Decision, type ObligationAct, type ObligationState, type SubmittedVersion } from "~/domain/statuses";
import { timeliness } from "~/domain/timeliness";

const version = (no: number, ...decisions: Decision[]): SubmittedVersion => ({ no, sent: true, decisions: decisions.map((decision, index) => ({ seq: index + 1, decision })) });
const unsent = (no: number, ...decisions: Decision[]): SubmittedVersion => ({ ...version(no, ...decisions), sent: false });

test.each<[string, SubmittedVersion[], string | null, ObligationState, number | null]>([
  // facts → state, official version
  ["nothing sent", [], null, "open", null],
  ["sent", [version(1)], null, "submitted", null],
  ["verified", [version(1, "accepted")], null, "verified", 1],
  ["returned", [version(1, "returned")], null, "returned", null],
  ["sent again after a return", [version(1, "returned"), version(2)], null, "submitted", null],
  ["a correction of a verified value: the old one stays official", [version(1, "accepted"), version(2)], null, "submitted", 1],
  ["the correction verified", [version(1, "accepted"), version(2, "accepted")], null, "verified", 2],
  ["the correction returned: the old one stays official", [version(1, "accepted"), version(2, "returned")], null, "returned", 1],
  ["the decision withdrawn", [version(1, "accepted", "withdrawn")], null, "submitted", null],
  ["withdrawn and accepted anew", [version(1, "accepted", "withdrawn", "accepted")], null, "verified", 1],
  ["rows in any order", [version(2), version(1, "accepted")], null, "submitted", 1],
  ["written, waits for the body's approver", [unsent(1)], null, "awaiting_approval", null],
  ["sent back by the body's approver", [unsent(1, "returned")], null, "returned", null],
  ["an answer to a return waits for the body's approver", [version(1, "returned"), unsent(2)], null, "awaiting_approval", null],
  ["a correction waits for the body's approver: the old one stays official", [version(1, "accepted"), unsent(2)], null, "awaiting_approval", 1],
  ["suspended, though something was written", [unsent(1)], "suspended", "excluded", null],
  ["suspended, though something was sent", [version(1)], "suspended", "excluded", null],
])("%s", (_, versions, excludedReason, state, official) => {
  expect(obligationState({ versions, excludedReason })).toBe(state);
  expect(officialVersion(versions)?.no ?? null).toBe(official);
});

test("what may be done in which state", () => {
  const acts = (Object.keys(TRANSITIONS) as ObligationState[]).map((state) => `${state}: ${Object.keys(TRANSITIONS[state]).join(", ") || "nothing"}`);
  expect(acts.join("\n")).toMatchInlineSnapshot(`
    "open: save_draft, submit
    awaiting_approval: save_draft, correct, approve, return
    submitted: save_draft, correct, verify, return
    returned: save_draft, submit, withdraw_decision
    verified: save_draft, correct, withdraw_decision
    excluded: nothing"
  `);
});

test.each<[ObligationState, ObligationAct, string]>([
  ["verified", "verify", "already_decided"],
  ["returned", "verify", "already_decided"],
  ["open", "verify", "act_not_possible_in_state"],
  ["awaiting_approval", "verify", "act_not_possible_in_state"],
  ["submitted", "approve", "already_decided"],
  ["returned", "approve", "already_decided"],
  ["excluded", "approve", "act_not_possible_in_state"],
  ["excluded", "submit", "act_not_possible_in_state"],
  ["verified", "submit", "act_not_possible_in_state"],
])("in %s, %s is refused: %s", (state, act, code) => {
  expect(() => afterAct(state, act)).toThrow(DomainError);
  expect(() => afterAct(state, act)).toThrow(code);
});

describe("timeliness: due on 15 March 2027", () => {
  const dueOn = "2027-03-15";
  test.each<[string, string | null, string, boolean, string | null]>([
    ["the last second of the day in Kyiv", null, "2027-03-15T21:59:59Z", false, "not_yet_due"],
    ["midnight in Kyiv", null, "2027-03-15T22:00:00Z", false, "overdue"],
    ["sent in the last second", "2027-03-15T21:59:59.999Z", "2027-04-01T00:00:00Z", false, "on_time"],
    ["sent at midnight", "2027-03-15T22:00:00Z", "2027-04-01T00:00:00Z", false, "late"],
    ["suspended is never overdue", null, "2027-04-01T00:00:00Z", true, null],
    ["suspended, sent all the same", "2027-03-01T00:00:00Z", "2027-04-01T00:00:00Z", true, "on_time"],
  ])("%s", (_, submittedAt, now, excluded, expected) => {
    expect(timeliness({ dueOn, submittedAt, excluded }, now)).toBe(expected);
  });
});
