/** Whom the form of a verdict opens at, which drafts may become final, what a form says it was opened at. */
import { describe, expect, it } from "vitest";
import { chosenExecutor, draftsOf, type ExecutorView } from "~/features/scoring/executors-to-judge";
import { readSeen } from "~/features/scoring/verdict-input";
import type { VerdictView } from "~/features/scoring/verdict-view";

type Said = Pick<VerdictView, "stage" | "status" | "grade" | "text" | "replyState">;
const draft: Said = { stage: "draft", status: "implemented", grade: "document_seen", text: null, replyState: "waiting" };
const final: Said = { ...draft, stage: "final" };

function executor(code: string, together: boolean, latest: Said | null): ExecutorView {
  return { agencyId: code, code, agency: code, name: code, role: "co", byConsent: !together, isJudgedTogether: together, latest: latest as VerdictView | null };
}

describe("the form opens", () => {
  it.each<[string, string | null, ExecutorView[], string]>([
    ["at the body asked for", "B", [executor("A", true, null), executor("B", true, null)], "B"],
    ["at all of them while they stand alike", null, [executor("A", true, null), executor("B", true, null)], "all"],
    ["at the first that is not done", null, [executor("A", true, final), executor("B", true, draft)], "B"],
    ["at all of them when that is asked for", "all", [executor("A", true, final), executor("B", true, draft)], "all"],
    ["at the only obliged one, whoever else consents", null, [executor("A", false, null), executor("B", true, null)], "B"],
    ["at all where nobody is obliged and all are judged together", null, [executor("A", true, null), executor("B", true, null)], "all"],
    ["at a code that is no executor as if none were asked for", "X", [executor("A", true, null)], "A"],
  ])("%s", (_, asked, executors, code) => expect(chosenExecutor(asked, executors)).toBe(code));
});

it("drafts become final once their body answered or its term is over; final verdicts are no drafts", () => {
  const executors = [
    executor("A", true, draft), executor("B", true, { ...draft, replyState: "replied" }), executor("C", true, { ...draft, replyState: "overdue" }),
    executor("D", true, { ...draft, replyState: "replied_late" }), executor("E", true, final), executor("F", true, null),
  ];
  const { ready, waiting } = draftsOf(executors);
  expect([ready.map(({ agency }) => agency), waiting.map(({ agency }) => agency)]).toEqual([["B", "C", "D"], ["A"]]);
});

it.each<[string, [string, number][]]>([
  ["SBGS.2 SCS.0", [["SBGS", 2], ["SCS", 0]]],
  ["M.O.D.11", [["M.O.D", 11]]],
  ["", []],
  ["SBGS SCS.x", []],
])("«%s» was what the form was opened at", (seen, numbers) => expect([...readSeen(seen)]).toEqual(numbers));
