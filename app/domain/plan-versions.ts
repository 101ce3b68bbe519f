/**
 * Which version of a plan a figure stands on: the basis, rule 15 of the calculation rules. There is no stored
 * end of force: a version is in force until a later-numbered one begins, so an amendment that takes effect
 * backdated replaces what it amends from its own day on.
 */
import type { CalendarDate, Id } from "./facts";
import type { ReadingLabel } from "./reading";

export type Basis = ReadingLabel["basis"];

export interface PlanVersion {
  planVersionId: Id;
  no: number;
  inForceFrom: CalendarDate;
}

/** The version in force on a day. Hand in only versions accepted by the as-of time (rule 19). */
export function versionInForce<V extends PlanVersion>(accepted: readonly V[], on: CalendarDate): V | null {
  return latest(accepted.filter((version) => version.inForceFrom <= on));
}

/**
 * The version a period is read by.
 * - in_force_on_1_january (default): in force on 1 January of the period's first year; else the first version
 *   in force in the period. What is amended away later in the period stays in, as not achieved.
 * - current: in force on `asOf`.
 * - as_first_adopted: the plan's first version.
 * Null: the plan is not in force in the period, or not yet.
 */
export function chooseVersion<V extends PlanVersion>(
  accepted: readonly V[],
  basis: Basis,
  period: { startsOn: CalendarDate; endsOn: CalendarDate },
  asOf: CalendarDate,
): V | null {
  switch (basis) {
    case "current":
      return versionInForce(accepted, asOf);
    case "as_first_adopted":
      return [...accepted].sort((a, b) => a.no - b.no)[0] ?? null;
    case "in_force_on_1_january":
      return versionInForce(accepted, firstOfYear(period.startsOn)) ?? firstWithin(accepted, period);
  }
}

/** "1 January of the period's first year": quarters of one year share its basis. */
const firstOfYear = (date: CalendarDate): CalendarDate => `${date.slice(0, 4)}-01-01`;

/** The first to be in force in the period: already on its first day, else the earliest to begin in it. */
function firstWithin<V extends PlanVersion>(accepted: readonly V[], period: { startsOn: CalendarDate; endsOn: CalendarDate }): V | null {
  const begun = versionInForce(accepted, period.startsOn);
  if (begun !== null) return begun;
  const starts = accepted.map((version) => version.inForceFrom).filter((start) => start <= period.endsOn).sort();
  return starts[0] === undefined ? null : versionInForce(accepted, starts[0]);
}

function latest<V extends PlanVersion>(versions: readonly V[]): V | null {
  return [...versions].sort((a, b) => b.no - a.no)[0] ?? null;
}
