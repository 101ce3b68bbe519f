/**
 * What a passport lacks or says against itself (rules 1, 3, 11 and 15), so that a reader knows before they ask why a
 * figure has no percentage. Codes with plain parameters; the words are the catalogue's. Pure.
 */
import { ONE, sum, toDecimal } from "~/domain/exact";
import type { IndicatorFact, LocalText, MeasureFact, PeriodKey } from "~/domain/facts";
import { owingAgencies, isDeciding } from "~/domain/structure";
import { baselineContent, relationOf } from "~/domain/target-relation";
import { datedTargets, isAfterDeadline } from "~/domain/targets";

type Lack = "no_baseline" | "no_unit" | "no_target" | "no_data_source" | "no_responsible" | "weight_missing" | "no_aggregation" | "no_direction";

export type PassportWarning =
  | { code: Lack }
  | { code: "target_below_baseline" | "target_above_baseline" | "after_deadline"; periods: PeriodKey[] }
  | { code: "target_disputed"; period: PeriodKey | null; text: LocalText }
  | { code: "weights_not_one"; sum: string };

interface WarningInput {
  indicator: IndicatorFact;
  measure: MeasureFact | null;
  /** indicators of the same measure, this one among them; null = not all of them may be seen, so weights say nothing (rule 18) */
  siblings: readonly IndicatorFact[] | null;
  hasDataSource: boolean;
}

const HAS_NO_UNIT: readonly IndicatorFact["valueType"][] = ["yes_no", "stages", "scale", "percentage", "ratio"];

export function passportWarnings(input: WarningInput): PassportWarning[] {
  const { indicator, measure, hasDataSource } = input;
  const isScored = indicator.kind !== "context";
  const needsBaseline = isScored && indicator.valueType !== "yes_no" && indicator.valueType !== "stages";
  const lacks = (code: Lack, is: boolean): PassportWarning[] => (is ? [{ code }] : []);
  return [
    ...lacks("no_baseline", needsBaseline && indicator.baseline?.content == null),
    ...lacks("no_target", isScored && indicator.targets.length === 0 && indicator.totalTarget === null),
    ...lacks("no_unit", indicator.unit === null && !HAS_NO_UNIT.includes(indicator.valueType)),
    ...lacks("no_data_source", !hasDataSource),
    ...lacks("no_responsible", owingAgencies(indicator, measure).length === 0),
    ...lacks("no_direction", needsBaseline && indicator.direction === null),
    ...lacks("no_aggregation", indicator.aggregation === null && indicator.frequency !== "annual"),
    ...limits(indicator),
    ...afterDeadline(indicator, measure),
    ...indicator.targets.flatMap((target): PassportWarning[] => (target.disputed === null ? [] : [{ code: "target_disputed", period: target.periodKey, text: target.disputed }])),
    ...weights(input),
  ];
}

/** Targets on the bad side of the baseline: a floor, or a ceiling for a falling figure (rule 1). */
function limits(indicator: IndicatorFact): PassportWarning[] {
  const of = (kind: "floor" | "ceiling") =>
    datedTargets(indicator).filter((target) => relationOf(indicator, target, baselineContent(indicator, target)).kind === kind).flatMap(({ periodKey }) => periodKey ?? []);
  const floors = of("floor");
  const ceilings = of("ceiling");
  return [
    ...(floors.length > 0 ? [{ code: "target_below_baseline" as const, periods: floors }] : []),
    ...(ceilings.length > 0 ? [{ code: "target_above_baseline" as const, periods: ceilings }] : []),
  ];
}

function afterDeadline(indicator: IndicatorFact, measure: MeasureFact | null): PassportWarning[] {
  const periods = datedTargets(indicator).filter((target) => isAfterDeadline(target, measure?.dueOn ?? null)).flatMap(({ periodKey }) => periodKey ?? []);
  return periods.length === 0 ? [] : [{ code: "after_deadline", periods }];
}

/** Among the indicators that are scored: some with a weight and some without, or weights that do not make a whole. */
function weights({ indicator, siblings }: WarningInput): PassportWarning[] {
  if (siblings === null || !isDeciding(indicator)) return [];
  const scored = siblings.filter(isDeciding);
  const given = scored.flatMap(({ weight }) => weight ?? []);
  if (given.length === 0) return [];
  if (given.length < scored.length) return indicator.weight === null ? [{ code: "weight_missing" }] : [];
  const total = sum(given);
  return total.equals(ONE) ? [] : [{ code: "weights_not_one", sum: toDecimal(total) ?? "" }];
}
