/**
 * From a draft verdict to the final one: the calendar of the field ("draft score → the agency has 14 days to comment →
 * final") and four eyes. The term is data; a day ends at 23:59:59 in Kyiv.
 *
 * Edge cases: what the body has answered may become final at once; what it has not, after its last day. A late reply is
 * taken, and marked late, as long as there is no final verdict and no newer draft. A final verdict is corrected by a new
 * draft with a new term.
 */
import { addDays, isInTime, kyivDateOf, type Instant } from "./dates";
import type { CalendarDate } from "./facts";

/** Days an installation gives where it says nothing else. */
export const RIGHT_OF_REPLY_DAYS = 14;

/** The last day of the body's right of reply. */
export const replyUntil = (draftedAt: Instant, days: number): CalendarDate => addDays(kyivDateOf(draftedAt), days);

export interface DraftInTerm {
  replyUntil: CalendarDate;
  /** null = the body has not answered yet */
  repliedAt: Instant | null;
}

/** waiting: the body may still answer in time; overdue: it did not, and still may until the verdict is final. */
export type ReplyState = "waiting" | "overdue" | "replied" | "replied_late";

export function replyState({ replyUntil, repliedAt }: DraftInTerm, now: Instant): ReplyState {
  if (repliedAt !== null) return isInTime(repliedAt, replyUntil) ? "replied" : "replied_late";
  return isInTime(now, replyUntil) ? "waiting" : "overdue";
}

/** May the draft become final now? */
export const mayBecomeFinal = (draft: DraftInTerm, now: Instant): boolean => replyState(draft, now) !== "waiting";
