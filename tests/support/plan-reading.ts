/** A plan as a reader sees it, without a database: `readingOf(aPlan().with(…), values)`. */
import type { AccessLevel, DisruptionFact, Id, ValueFact } from "~/domain/facts";
import { COVERAGE_POLICY } from "~/domain/coverage";
import { assemblePlanReading, type PlanReading } from "~/features/plan/plan-reading";
import type { PlanVersionRecord } from "~db/queries/plan-structure";
import type { PlanBuilder } from "./builders";

interface Seen {
  ceiling?: AccessLevel;
  provisionalOf?: "all" | Id[];
  knownAt?: string;
  disruptions?: DisruptionFact[];
  components?: Record<Id, string[]>;
}

export function readingOf(plan: PlanBuilder, values: readonly ValueFact[] = [], seen: Seen = {}): PlanReading {
  const structure = plan.build();
  const none = { uk: null, en: null };
  const version: PlanVersionRecord = {
    structure, title: { uk: "План", en: "Plan" }, actNo: null, actOn: null, acceptedAt: `${structure.inForceFrom}T00:00:00.000Z`,
    passports: Object.fromEntries(structure.indicators.map(({ id }) => [id, {
      dataSource: null, territorialScope: null, unit: null, definition: none, numerator: none, denominator: none, note: none, baselineSource: null, baselineComment: none,
    }])),
    fundingKinds: {}, nodeComponents: seen.components ?? {},
  };
  const agencies = ["SBGS", "SCS", "MIA"].map((code) => ({ id: code, code, name: { uk: `Орган ${code}`, en: `Body ${code}` }, abbr: { uk: code, en: code } }));
  return assemblePlanReading({
    plan: {
      id: structure.planId, code: structure.planId, startsOn: structure.startsOn, endsOn: structure.endsOn, illustrative: true, note: none, coordinatorAgencyId: null,
      levels: [], versions: [version],
    },
    version,
    facts: { values: [...values], disruptions: seen.disruptions ?? [], verdicts: [], claims: [], obligations: [], agencies, method: { rulesVersion: 1, policy: COVERAGE_POLICY } },
    ceiling: seen.ceiling ?? "internal",
    provisionalOf: seen.provisionalOf ?? "all",
    basis: "current",
    levelsOf: structure,
    knownAt: seen.knownAt ?? "2021-02-01T10:00:00.000Z",
  });
}
