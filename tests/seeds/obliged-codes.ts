import type { SeedAct } from "../../seeds/acts";
import { agencyId } from "../../seeds/reference/agencies";
import { strategyFile } from "../../seeds/source-files";

const CODES = new Map(strategyFile().agencies.map(({ code }) => [agencyId(code), code]));

/** Bodies that may not judge a measurement: its own, and those that lead its measure or are obliged to execute it. */
export function obligedCodes(acts: readonly SeedAct[], measurementId: string): string[] {
  const facts = indexOf(acts);
  const measurement = facts.measurements.get(measurementId);
  if (!measurement) return [];
  const measure = facts.measureOf.get(measurement.indicator_id);
  const obliged = measure ? (facts.obligedOf.get(measure) ?? []) : [];
  return [measurement.agency_id, ...obliged].map((id) => CODES.get(id) ?? id);
}

const indexes = new WeakMap<readonly SeedAct[], ReturnType<typeof build>>();

function indexOf(acts: readonly SeedAct[]): ReturnType<typeof build> {
  const known = indexes.get(acts) ?? build(acts);
  indexes.set(acts, known);
  return known;
}

function build(acts: readonly SeedAct[]) {
  const all = <T>(pick: (act: SeedAct) => T[] | undefined) => acts.flatMap((act) => pick(act) ?? []);
  const obligedOf = new Map<string, string[]>();
  for (const { measure_id, agency_id, by_consent } of all((act) => act.rows.measure_executor)) {
    if (!by_consent) obligedOf.set(measure_id, [...(obligedOf.get(measure_id) ?? []), agency_id]);
  }
  return {
    measurements: new Map(all((act) => act.rows.measurement).map((row) => [row.id ?? "", row])),
    measureOf: new Map(all((act) => act.rows.indicator_version).map((row) => [row.indicator_id, row.measure_id ?? null])),
    obligedOf,
  };
}
