/**
 * When a value may be entered (cases C17 and C18). The server's clock decides; a round takes any instant before
 * 00:00:00 in Kyiv of the day after the due date and its days of grace. What is refused for a round is accepted
 * in the next one as a late correction, or kept as a late draft that can be sent for an exception.
 */
import { addDays, isInTime, type Instant } from "./dates";
import type { CalendarDate, PeriodKey } from "./facts";

export interface EntryRound {
  periodKey: PeriodKey;
  opensOn: CalendarDate;
  dueOn: CalendarDate;
  graceDays: number;
  /** granted to this body for this round by the coordinator; ends by itself */
  exceptionUntil: CalendarDate | null;
}

export type EntryWindow =
  | { ok: true; closesOn: CalendarDate; by: "round" | "exception" | "late_correction" }
  | {
      ok: false;
      reason: "window_not_open" | "window_closed";
      /** day the round opens, or its last day, for the sentence */
      opensOn: CalendarDate;
      closedOn: CalendarDate;
      /** who can reopen it; a role's code */
      reopenedBy: "coordinator";
      /** what was typed is kept and can be sent for an exception */
      keepAs: "late_draft" | null;
    };

/** The round's last day: due date and grace, or the exception where that ends later. */
export function closesOn(round: EntryRound): CalendarDate {
  const last = addDays(round.dueOn, round.graceDays);
  return round.exceptionUntil !== null && round.exceptionUntil > last ? round.exceptionUntil : last;
}

/**
 * May a value be entered for the round now? `nextRound`: the body's following round, through which an earlier
 * period is corrected late once its own round is closed.
 */
export function entryWindow(round: EntryRound, now: Instant, nextRound: EntryRound | null = null): EntryWindow {
  const closed = closesOn(round);
  const refused = { ok: false, opensOn: round.opensOn, closedOn: closed, reopenedBy: "coordinator" } as const;
  if (!hasBegun(round.opensOn, now)) return { ...refused, reason: "window_not_open", keepAs: null };
  if (isInTime(now, closed)) {
    return { ok: true, closesOn: closed, by: isInTime(now, addDays(round.dueOn, round.graceDays)) ? "round" : "exception" };
  }
  if (nextRound !== null && hasBegun(nextRound.opensOn, now) && isInTime(now, closesOn(nextRound))) {
    return { ok: true, closesOn: closesOn(nextRound), by: "late_correction" };
  }
  return { ...refused, reason: "window_closed", keepAs: "late_draft" };
}

/** The day has begun in Kyiv: the instant is not before its 00:00:00. */
const hasBegun = (day: CalendarDate, now: Instant) => !isInTime(now, addDays(day, -1));
