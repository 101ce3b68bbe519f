/**
 * Ten times the largest tool of this kind in public: 20,000 tasks, 80,000 measures, 150,000 indicators, 5 million versions
 * of measurements, spread over plans of the demo's size, at the end of their first year. Each value is
 * reported in total and for five territories.
 */
export const PER_PLAN = { goals: 2, tasks: 10, measures: 40, indicators: 75, quarters: 4, breakdowns: 6 } as const;
const PLANS = 2_000;
export const YEARS = [2026, 2027, 2028, 2029, 2030] as const;
/** the whole year has been reported by then */
export const KNOWN_AT = "2027-03-01T09:00:00.000Z";
export const PERIOD = "2026";

export interface Shape {
  plans: number;
  tasks: number;
  measures: number;
  indicators: number;
  measurements: number;
  versions: number;
}

/** `scale` 1 is the whole. */
export function shapeOf(scale: number): Shape {
  const plans = Math.max(1, Math.round(PLANS * scale));
  const measurements = plans * PER_PLAN.indicators * PER_PLAN.quarters * PER_PLAN.breakdowns;
  return { plans, tasks: plans * PER_PLAN.tasks, measures: plans * PER_PLAN.measures, indicators: plans * PER_PLAN.indicators, measurements, versions: (measurements / 18) * 25 };
}

/** Of 18 measurements seven were corrected once. */
export const versionsOf = (measurement: number): 1 | 2 => (measurement % 18 < 7 ? 2 : 1);

const KINDS = ["plan", "version", "node", "measure", "indicator", "target", "cycle", "obligation", "measurement", "submission"] as const;
type Kind = (typeof KINDS)[number];

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** Always the same, and in no order: rows that are read together lie apart in an index, as they do after years of work. */
export function idOf(kind: Kind, number: number): string {
  let mixed = Math.imul(number ^ 0x5bd1e995, 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  return `${hex(mixed, 8)}-${hex(KINDS.indexOf(kind), 4)}-4000-8000-${hex(number, 12)}`;
}
