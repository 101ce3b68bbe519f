/**
 * The suggested status of a measure, rule 16 of the calculation rules, with numbered reasons. Only output and
 * process indicators decide. "Final" is the last target not later than the measure's deadline; of a flow the
 * plan's total where it states one. The evaluator may differ only with a written reason.
 *
 * The cascade: nothing decides → the lead's claim · everything suspended → suspended · everything excluded →
 * cannot be assessed · all final targets reached → implemented, also early · final date passed → partially or
 * not implemented · no value at all → no suggestion · all of the period's targets → in progress "on plan" ·
 * any value beyond its baseline → in progress · else not started.
 * After the final date nothing is "in progress", though the year's own targets may have been met.
 */
import { ONE, ZERO, clamp, exact, isAtLeast, isZero, ratio, sum, type Exact } from "./exact";
import type { Id, MeasureStatus } from "./facts";
import type { Exclusion } from "./reading";

/** One deciding indicator, as far as the measure's status needs it. */
export interface DecidingIndicator {
  indicatorId: Id;
  /** null = it takes part */
  exclusion: Exclusion | null;
  /** weight within the measure */
  weight: Exact | null;
  hasValue: boolean;
  finalAchieved: boolean;
  /** signed, uncapped; hold and floor as 1 or 0; null = no value, or not computable */
  progressToFinal: Exact | null;
  /** null = nothing of it is due in the period */
  periodAchieved: boolean | null;
  /** beyond the baseline in the declared direction; without one, above 0 for a rising number */
  beyondBaseline: boolean;
}

export interface MeasureForSuggestion {
  indicators: DecidingIndicator[];
  finalDatePassed: boolean;
  /** the lead's claim of completion; counts with a document number only */
  claim: { documentNo: string | null } | null;
  suspended: boolean;
}

interface SuggestionPolicy {
  /** mean capped progress from which a measure past its date is partly done: 50 % */
  partialFrom: Exact;
}

const SUGGESTION_POLICY: SuggestionPolicy = { partialFrom: ratio(1, 2) ?? ZERO };

export type SuggestionReason =
  | "all_suspended"
  | "all_excluded"
  | "claim_with_document"
  | "no_claim_date_passed"
  | "judge_the_text"
  | "all_final_targets_reached"
  | "final_targets_reached"
  | "mean_progress_to_final"
  | "mean_progress_not_computable"
  | "final_date_passed"
  | "not_reported"
  | "period_targets_reached"
  | "final_targets_not_reached"
  | "value_beyond_baseline"
  | "no_value_beyond_baseline"
  | "left_out";

interface NumberedReason {
  no: number;
  code: SuggestionReason;
  /** exact shares as `share`, counts as `count` of `of` */
  params: { count?: number; of?: number; share?: Exact; indicatorIds?: Id[] };
}

interface Suggestion {
  status: MeasureStatus | null;
  reasons: NumberedReason[];
}

type Reason = Omit<NumberedReason, "no">;

export function suggestStatus(measure: MeasureForSuggestion, policy: SuggestionPolicy = SUGGESTION_POLICY): Suggestion {
  const [status, reasons] = decide(measure, policy);
  const out = measure.indicators.filter((indicator) => indicator.exclusion !== null);
  const leftOut: Reason[] = out.length > 0 && out.length < measure.indicators.length
    ? [{ code: "left_out", params: { count: out.length, of: measure.indicators.length, indicatorIds: idsOf(out) } }]
    : [];
  return { status, reasons: [...reasons, ...leftOut].map((reason, index) => ({ no: index + 1, ...reason })) };
}

function decide(measure: MeasureForSuggestion, policy: SuggestionPolicy): [MeasureStatus | null, Reason[]] {
  const all = measure.indicators;
  if (all.length === 0) return byClaim(measure);
  const taking = all.filter((indicator) => indicator.exclusion === null);
  if (taking.length === 0) {
    const suspended = all.every((indicator) => indicator.exclusion === "suspended");
    return suspended ? ["suspended", [say("all_suspended", all.length, all.length)]] : ["cannot_be_assessed", [say("all_excluded", all.length, all.length)]];
  }
  const final = taking.filter((indicator) => indicator.finalAchieved);
  if (final.length === taking.length) return ["implemented", [say("all_final_targets_reached", final.length, taking.length)]];
  const shortOfFinal: Reason = {
    code: "final_targets_not_reached",
    params: { count: taking.length - final.length, of: taking.length, indicatorIds: idsOf(taking.filter((indicator) => !indicator.finalAchieved)) },
  };
  if (measure.finalDatePassed) return afterFinalDate(taking, final.length, policy, shortOfFinal);

  if (!taking.some((indicator) => indicator.hasValue)) return [null, [say("not_reported", 0, taking.length)]];
  const due = taking.filter((indicator) => indicator.periodAchieved !== null);
  if (due.length > 0 && due.every((indicator) => indicator.periodAchieved)) {
    return ["in_progress", [say("period_targets_reached", due.length, due.length), shortOfFinal]];
  }
  const beyond = taking.filter((indicator) => indicator.beyondBaseline);
  return beyond.length > 0
    ? ["in_progress", [say("value_beyond_baseline", beyond.length, taking.length)]]
    : ["not_started", [say("no_value_beyond_baseline", 0, taking.length)]];
}

function byClaim(measure: MeasureForSuggestion): [MeasureStatus | null, Reason[]] {
  if (measure.suspended) return ["suspended", [say("all_suspended", 0, 0)]];
  if (measure.claim?.documentNo) return ["implemented", [say("claim_with_document", 0, 0)]];
  if (measure.claim === null && measure.finalDatePassed) return ["not_implemented", [say("no_claim_date_passed", 0, 0)]];
  return [null, [say("judge_the_text", 0, 0)]];
}

function afterFinalDate(taking: DecidingIndicator[], finalReached: number, policy: SuggestionPolicy, shortOfFinal: Reason): [MeasureStatus, Reason[]] {
  const passed = say("final_date_passed", finalReached, taking.length);
  if (finalReached > 0) return ["partially_implemented", [passed, say("final_targets_reached", finalReached, taking.length), shortOfFinal]];
  const mean = meanCappedProgress(taking);
  if (mean === null) return ["not_implemented", [passed, shortOfFinal, say("mean_progress_not_computable", 0, taking.length)]];
  const reason: Reason = { code: "mean_progress_to_final", params: { share: mean } };
  return [isAtLeast(mean, policy.partialFrom) ? "partially_implemented" : "not_implemented", [passed, reason, shortOfFinal]];
}

/**
 * Mean of progress capped to [0, 1], by the plan's weights, equal where it gives none; a missing indicator is 0.
 * One that is reported but has no computable progress (no baseline) is no zero: it stays out of the mean.
 * Null: nothing to average, or some weights given and some not.
 */
function meanCappedProgress(taking: DecidingIndicator[]): Exact | null {
  const scored = taking.filter((indicator) => !indicator.hasValue || indicator.progressToFinal !== null);
  const given = scored.filter((indicator) => indicator.weight !== null);
  if (given.length > 0 && given.length < scored.length) return null;
  const weights = scored.map((indicator) => indicator.weight ?? ONE);
  const total = sum(weights);
  if (isZero(total)) return null;
  return sum(scored.map((indicator, index) => clamp(indicator.progressToFinal ?? exact(0), ZERO, ONE).mul(weights[index] ?? ZERO))).div(total);
}

const say = (code: SuggestionReason, count: number, of: number): Reason => ({ code, params: { count, of } });
const idsOf = (indicators: DecidingIndicator[]) => indicators.map(({ indicatorId }) => indicatorId);
