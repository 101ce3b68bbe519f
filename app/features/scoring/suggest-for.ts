/**
 * What rule 16 suggests for a measure in a round, and what it stands on: the official values it was computed from, by
 * version, so that a verdict keeps them. Pure.
 */
import type { ClaimFact, IndicatorFact, MeasureStatus, PeriodKey } from "~/domain/facts";
import { measureForSuggestion } from "~/domain/measure-suggestion";
import { isSuspended } from "~/domain/part-scores";
import { comparePeriods, containsPeriod } from "~/domain/periods";
import { leadOf, type TreeMeasure } from "~/domain/structure";
import { suggestStatus, type MeasureForSuggestion } from "~/domain/suggested-status";
import type { PlanReading } from "~/features/plan/plan-reading";
import type { StandsOn } from "~db/queries/verdicts";

export interface SuggestionFor {
  /** null = nothing is suggested, the reason says why */
  status: MeasureStatus | null;
  reasons: ReturnType<typeof suggestStatus>["reasons"];
  standsOn: StandsOn[];
}

/** `claims`: the latest of every body and round of the plan. */
export function suggestFor(reading: PlanReading, measure: TreeMeasure, periodKey: PeriodKey, claims: readonly ClaimFact[]): SuggestionFor {
  const seen = new Set<string>();
  const readAt = (indicator: IndicatorFact, key: PeriodKey) => {
    const read = reading.read(indicator, key, "official");
    for (const id of read?.actual.measurementIds ?? []) seen.add(id);
    return read;
  };
  // also what decides nothing (an outcome) is looked at by the evaluator
  for (const indicator of measure.indicators) readAt(indicator, periodKey);
  const facts = { periodKey, today: reading.today, readAt, claim: claimOf(leadClaim(measure, periodKey, claims)), suspended: isSuspended(measure, periodKey, reading.disruptions) };
  const { status, reasons } = suggestStatus(measureForSuggestion(measure, facts));
  const standsOn = reading.values.filter(({ measurementId, verified }) => verified && seen.has(measurementId)).map(({ measurementId, no }) => ({ measurementId, no }));
  return { status, reasons, standsOn };
}

/** What the lead last said in the round, or in one inside it. */
export function leadClaim({ fact }: TreeMeasure, periodKey: PeriodKey, claims: readonly ClaimFact[]): ClaimFact | null {
  const lead = leadOf(fact);
  const own = claims.filter((claim) => claim.measureId === fact.id && claim.agencyId === lead?.agencyId && containsPeriod(periodKey, claim.periodKey));
  return [...own].sort((a, b) => comparePeriods(a.periodKey, b.periodKey)).at(-1) ?? null;
}

/** Only a claim of completion counts by its document; another claim leaves the text to be judged. */
const claimOf = (claim: ClaimFact | null): MeasureForSuggestion["claim"] =>
  claim === null ? null : { documentNo: claim.status === "implemented" ? claim.documentNo : null };
