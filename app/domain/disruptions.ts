/**
 * Interruptions as facts (rules 8, 10 and 14 of the calculation rules): which of them bear on an indicator, a measure,
 * a node or a body on a day. Effects: waive = no report is owed, pause = the work stands still (both suspend; only
 * paused days leave the plan's days), break = the series starts anew, gap and target = shown beside, change no figure.
 * Scopes: a node's reaches everything below it, a measure's its indicators; a body's suspends only that body's part;
 * a territory's concerns breakdowns, never a national total.
 */
import { addDays, daysCounted, earlier, later } from "./dates";
import type { CalendarDate, DisruptionEffect, DisruptionFact, Id } from "./facts";

/** What is asked about. A measure has no indicatorId, a node neither. */
export interface DisruptionSubject {
  indicatorId: Id | null;
  measureId: Id | null;
  /** its node and all above it */
  nodePath: readonly Id[];
  /** bodies whose part is meant; several = all of them together */
  agencyIds: readonly Id[];
}

const SUSPENDING: readonly DisruptionEffect[] = ["waive", "pause"];

export const isOn = (disruption: DisruptionFact, date: CalendarDate) =>
  disruption.from <= date && (disruption.to === null || date <= disruption.to);

/** Whether the scope holds the subject itself; a body's scope is another matter (isOfAgency). */
function reachesSubject(disruption: DisruptionFact, subject: DisruptionSubject): boolean {
  switch (disruption.scopeKind) {
    case "indicator":
      return disruption.scopeId === subject.indicatorId;
    case "measure":
      return disruption.scopeId === subject.measureId;
    case "node":
      return subject.nodePath.includes(disruption.scopeId);
    case "agency":
    case "territory":
      return false;
  }
}

const isOfAgency = (disruption: DisruptionFact, agencyId: Id) =>
  disruption.scopeKind === "agency" && disruption.scopeId === agencyId;

/** What suspends the subject on that day, or null. By bodies only when each of them is suspended. */
export function suspensionOn(disruptions: readonly DisruptionFact[], subject: DisruptionSubject, date: CalendarDate): DisruptionFact | null {
  const on = disruptions.filter((disruption) => SUSPENDING.includes(disruption.effect) && isOn(disruption, date));
  const direct = on.find((disruption) => reachesSubject(disruption, subject));
  if (direct) return direct;
  const byBody = subject.agencyIds.map((agencyId) => on.find((disruption) => isOfAgency(disruption, agencyId)) ?? null);
  return byBody.length > 0 && byBody.every((disruption) => disruption !== null) ? (byBody[0] ?? null) : null;
}

/** Days between the two dates, both counted, on which the subject is paused; overlapping pauses count once (rule 14). */
export function pausedDays(disruptions: readonly DisruptionFact[], subject: DisruptionSubject, from: CalendarDate, to: CalendarDate): number {
  const stretches = disruptions
    .filter((disruption) => disruption.effect === "pause" && reachesSubject(disruption, subject))
    .map((disruption) => ({ from: later(disruption.from, from), to: disruption.to === null ? to : earlier(disruption.to, to) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let next = from;
  for (const stretch of stretches) {
    const start = later(stretch.from, next);
    if (stretch.to < start) continue;
    days += daysCounted(start, stretch.to);
    next = addDays(stretch.to, 1);
  }
  return days;
}

/** The latest break of the subject's series not later than the date, or null; a break at any of its bodies breaks it. */
export function lastBreak(disruptions: readonly DisruptionFact[], subject: DisruptionSubject, until: CalendarDate): DisruptionFact | null {
  const breaks = withEffect(disruptions, subject, "break").filter((disruption) => disruption.from <= until);
  return breaks.reduce<DisruptionFact | null>((last, each) => (last === null || last.from < each.from ? each : last), null);
}

/** Disruptions of one effect that bear on the subject or on one of its bodies: for charts, lists and export flags. */
export function withEffect(disruptions: readonly DisruptionFact[], subject: DisruptionSubject, effect: DisruptionEffect): DisruptionFact[] {
  return disruptions.filter(
    (disruption) =>
      disruption.effect === effect &&
      (reachesSubject(disruption, subject) || subject.agencyIds.some((agencyId) => isOfAgency(disruption, agencyId))),
  );
}
