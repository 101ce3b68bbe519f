/**
 * How many values came in time, late or not at all, of what was owed by a moment: all together and by body (calendar of
 * the field, case C17; words of timeliness.ts). One that nobody owes because it is excluded is in no count, unless it came
 * all the same; what is not due yet stands apart.
 */
import type { Instant } from "./dates";
import type { Id, ObligationFact } from "./facts";
import { groupBy } from "./group-by";
import { timeliness, type Timeliness } from "./timeliness";

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

export function reportingOf(obligations: readonly ObligationFact[], knownAt: Instant): ReportingCounts {
  const states = obligations.map((each) => timeliness(each, knownAt));
  const count = (which: Timeliness) => states.filter((state) => state === which).length;
  const [onTime, late, notReported] = [count("on_time"), count("late"), count("overdue")];
  return { onTime, late, notReported, owed: onTime + late + notReported, notYetDue: count("not_yet_due") };
}

/** The smallest share on time first, among equals the more that is not reported; bodies that owed nothing yet are left out. */
export function reportingByAgency(obligations: readonly ObligationFact[], knownAt: Instant): AgencyReporting[] {
  return [...groupBy(obligations, ({ agencyId }) => agencyId)]
    .map(([agencyId, own]) => ({ agencyId, ...reportingOf(own, knownAt) }))
    .filter(({ owed }) => owed > 0)
    .sort((a, b) => a.onTime * b.owed - b.onTime * a.owed || b.notReported - a.notReported || b.owed - a.owed);
}
