/**
 * One plan version read for one period: every indicator once, over the tree as cut to the ceiling. Everything that is
 * counted, averaged or listed comes from this one pass, so that counts add up (rules 10, 13 and 18).
 */
import type { CutPlan } from "./access";
import type { CalendarDate, DisruptionFact, Id, PeriodKey } from "./facts";
import { groupBy } from "./group-by";
import type { ReadingKind } from "./parts";
import { period, yearKey } from "./periods";
import { readIndicator } from "./read-indicator";
import type { IndicatorReading } from "./reading";
import { buildTree, isDeciding, nodePath, owingAgencies, placeOf, type PlanTree } from "./structure";

export interface PlanReadings {
  tree: PlanTree;
  periodKey: PeriodKey;
  /** one an indicator, in list order */
  byIndicator: ReadonlyMap<Id, IndicatorReading>;
  /** cut by the ceiling in this version, or for this period */
  cutIds: ReadonlySet<Id>;
  /** measures with a deciding indicator that is cut for this period: without it they are not "without indicators" */
  measuresCutForPeriod: ReadonlySet<Id>;
}

interface ReadPlanInput {
  cut: CutPlan;
  disruptions: readonly DisruptionFact[];
  periodKey: PeriodKey;
  today: CalendarDate;
  reading: ReadingKind;
}

export function readPlan({ cut, disruptions, periodKey, today, reading }: ReadPlanInput): PlanReadings {
  const cutForPeriod = indicatorsCutFor(cut, periodKey);
  const indicators = cut.structure.indicators.filter((indicator) => !cutForPeriod.has(indicator.id));
  const tree = buildTree({ ...cut.structure, indicators });
  const valuesOf = groupBy(cut.values, ({ indicatorId }) => indicatorId);
  const byIndicator = new Map<Id, IndicatorReading>();
  for (const indicator of tree.indicatorById.values()) {
    const { measure, node } = placeOf(tree, indicator);
    byIndicator.set(
      indicator.id,
      readIndicator({
        indicator,
        measure: measure?.fact ?? null,
        nodePath: nodePath(node),
        owingAgencyIds: owingAgencies(indicator, measure?.fact ?? null),
        values: valuesOf.get(indicator.id) ?? [],
        disruptions,
        periodKey,
        today,
        reading,
      }),
    );
  }
  const hidden = cut.structure.indicators.filter((indicator) => cutForPeriod.has(indicator.id) && isDeciding(indicator));
  return {
    tree,
    periodKey,
    byIndicator,
    cutIds: new Set([...cut.cutIds, ...cutForPeriod]),
    measuresCutForPeriod: new Set(hidden.flatMap(({ measureId }) => measureId ?? [])),
  };
}

/** A value above the ceiling in the period, or earlier in its year where a flow adds it up, cuts the indicator (rule 18). */
export function indicatorsCutFor(cut: CutPlan, periodKey: PeriodKey): Set<Id> {
  const { startsOn, endsOn, year } = period(periodKey);
  const flows = new Set(cut.structure.indicators.filter((indicator) => indicator.aggregation === "flow").map(({ id }) => id));
  return new Set(
    cut.cutPeriods.flatMap(({ indicatorId, periodKey: cutKey }) => {
      const from = flows.has(indicatorId) ? period(yearKey(year)).startsOn : startsOn;
      const hidden = period(cutKey);
      return hidden.startsOn <= endsOn && hidden.endsOn >= from ? [indicatorId] : [];
    }),
  );
}
