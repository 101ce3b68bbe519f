/**
 * Timeliness, a derived fact apart from status: by the original and by the extended date. A due date lasts until
 * 00:00:00 of the next day in Kyiv (case C17); nothing is overdue while it is excluded (case C22).
 */
import { isInTime, type Instant } from "./dates";
import type { CalendarDate } from "./facts";

export type Timeliness = "on_time" | "late" | "overdue" | "not_yet_due";

/**
 * `submittedAt`: when the first version came in; sending it again after a return does not make it late.
 * Null: excluded and not submitted, there is nothing to be in time for.
 */
export function timeliness(item: { dueOn: CalendarDate; submittedAt: Instant | null; excluded: boolean }, now: Instant): Timeliness | null {
  if (item.submittedAt !== null) return isInTime(item.submittedAt, item.dueOn) ? "on_time" : "late";
  if (item.excluded) return null;
  return isInTime(now, item.dueOn) ? "not_yet_due" : "overdue";
}
