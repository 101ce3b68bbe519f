/**
 * The states of an obligation (one value owed by one body for one period) and what may be done in each.
 * State is derived, never stored as the truth: submitting, verifying and returning only add facts
 * (rules 9 and 19 of the calculation rules).
 */
import { DomainError } from "./errors";

export type ObligationState = "open" | "awaiting_approval" | "submitted" | "returned" | "verified" | "excluded";
export type ObligationAct = "save_draft" | "submit" | "correct" | "approve" | "verify" | "return" | "withdraw_decision";
export type Decision = "accepted" | "returned" | "withdrawn";

export interface SubmittedVersion {
  no: number;
  /** it has left the body; false = it waits for the body's own approver */
  sent: boolean;
  decisions: { seq: number; decision: Decision }[];
}

/**
 * The state by the facts. Excluded wins over everything (a suspended value that was sent all the same is still
 * excluded). The latest version counts: a correction of a verified value is "submitted" again, while the verified
 * one stays the official value until the correction is verified. A withdrawn decision leaves none. What the body's own
 * approver sent back is "returned" as well, though it never left.
 */
export function obligationState(facts: { excludedReason: string | null; versions: readonly SubmittedVersion[] }): ObligationState {
  if (facts.excludedReason !== null) return "excluded";
  const version = last(facts.versions, (each) => each.no);
  if (version === null) return "open";
  const decision = last(version.decisions, (each) => each.seq)?.decision;
  if (decision === "accepted") return "verified";
  if (decision === "returned") return "returned";
  return version.sent ? "submitted" : "awaiting_approval";
}

/** The official version: the greatest whose last decision is "accepted"; null = none (rule 9). */
export function officialVersion<V extends SubmittedVersion>(versions: readonly V[]): V | null {
  return last(versions.filter((version) => last(version.decisions, (each) => each.seq)?.decision === "accepted"), (each) => each.no);
}

/** Which act leads where. What is not listed is refused with the state it was tried in. */
export const TRANSITIONS: Record<ObligationState, Partial<Record<ObligationAct, ObligationState>>> = {
  open: { save_draft: "open", submit: "submitted" },
  // until someone decides, the body may replace what it wrote or sent
  awaiting_approval: { save_draft: "awaiting_approval", correct: "awaiting_approval", approve: "submitted", return: "returned" },
  submitted: { save_draft: "submitted", correct: "submitted", verify: "verified", return: "returned" },
  returned: { save_draft: "returned", submit: "submitted", withdraw_decision: "submitted" },
  verified: { save_draft: "verified", correct: "submitted", withdraw_decision: "submitted" },
  excluded: {},
};

const DECISIONS: readonly ObligationAct[] = ["approve", "verify", "return"];

/** The state after an act. Throws DomainError already_decided or act_not_possible_in_state. */
export function afterAct(state: ObligationState, act: ObligationAct): ObligationState {
  const next = TRANSITIONS[state][act];
  if (next !== undefined) return next;
  const decided = DECISIONS.includes(act) && (state === "verified" || state === "returned" || act === "approve" && state === "submitted");
  throw new DomainError(decided ? "already_decided" : "act_not_possible_in_state", { state, act });
}

function last<T>(items: readonly T[], order: (item: T) => number): T | null {
  return items.reduce<T | null>((latest, item) => (latest === null || order(item) > order(latest) ? item : latest), null);
}
