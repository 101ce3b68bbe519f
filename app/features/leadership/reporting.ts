/** Timeliness of reporting, all together and by body: on time, late, not reported, of what was owed by now. */
import type { CalendarDate, Id, ObligationFact } from "~/domain/facts";
import { groupBy } from "~/domain/group-by";
import { isInTime } from "~/domain/dates";

export interface ReportingCounts {
  onTime: number;
  late: number;
  notReported: number;
  /** of the three */
  owed: number;
  notYetDue: number;
}

export interface AgencyReporting extends ReportingCounts {
  agencyId: Id;
}

export function reportingOf(obligations: readonly ObligationFact[], today: CalendarDate): ReportingCounts {
  const owed = obligations.filter(({ excluded, submittedAt }) => !excluded || submittedAt !== null);
  const sent = owed.flatMap(({ submittedAt, dueOn }) => (submittedAt === null ? [] : [isInTime(submittedAt, dueOn)]));
  const silent = owed.filter(({ submittedAt }) => submittedAt === null);
  const notReported = silent.filter(({ dueOn }) => dueOn < today).length;
  const onTime = sent.filter(Boolean).length;
  return { onTime, late: sent.length - onTime, notReported, owed: sent.length + notReported, notYetDue: silent.length - notReported };
}

/** The smallest share on time first; bodies that owed nothing yet are left out. */
export function reportingByAgency(obligations: readonly ObligationFact[], today: CalendarDate): AgencyReporting[] {
  return [...groupBy(obligations, ({ agencyId }) => agencyId)]
    .map(([agencyId, own]) => ({ agencyId, ...reportingOf(own, today) }))
    .filter(({ owed }) => owed > 0)
    .sort((a, b) => a.onTime * b.owed - b.onTime * a.owed || b.notReported - a.notReported || b.owed - a.owed);
}
