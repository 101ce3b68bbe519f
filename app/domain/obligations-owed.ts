/**
 * Who owes which value in a reporting round: rule 17 of the calculation rules and the model of the facts.
 * - One obligation an indicator and period, by the responsible body, else the measure's lead; one a body when
 *   "reported by each of".
 * - An indicator owes only in the round of its own frequency; monthly ones in the quarterly round, a value a month.
 * - A measure owes from the period in which it starts to the one in which its deadline falls.
 * - An indicator with targets by period owes only in years that have one (a blank year cell asks for nothing); one
 *   with an open target or none owes in every period.
 * - Several versions in force within the period: the latest that has the indicator; what is amended away later in the
 *   period stays owed.
 * - Suspended on the period's last day (or the measure's deadline, if earlier): excluded, with that reason.
 */
import { suspensionOn } from "./disruptions";
import { lastDayFor } from "./due-state";
import type { CalendarDate, DisruptionFact, Frequency, Id, IndicatorFact, MeasureFact, PeriodKey, PlanStructure } from "./facts";
import { containsPeriod, period, subPeriods, yearOf, type PeriodKind } from "./periods";
import { buildTree, isWithinMeasureDates, nodePath, owingAgencies, type PlanTree } from "./structure";
import { datedTargets } from "./targets";

interface OwedValue {
  indicatorId: Id;
  agencyId: Id;
  periodKey: PeriodKey;
  planVersionId: Id;
  excludedReason: "suspended" | null;
}

/** Frequencies that a round over such a period asks for. */
const ASKED: Record<PeriodKind, readonly Frequency[]> = {
  year: ["annual"],
  half: ["half_yearly"],
  quarter: ["quarterly", "monthly"],
  month: ["monthly"],
};

/** Everything owed in the round over `round`, in the order of the plan. `versions`: accepted ones of one plan. */
export function obligationsOwed(versions: readonly PlanStructure[], round: PeriodKey, disruptions: readonly DisruptionFact[]): OwedValue[] {
  const { kind } = period(round);
  const owed = new Map<string, OwedValue>();
  for (const version of inForceWithin(versions, round)) {
    const tree = buildTree(version);
    for (const indicator of version.indicators.filter((each) => ASKED[kind].includes(each.frequency))) {
      const measure = indicator.measureId === null ? null : (tree.measureById.get(indicator.measureId)?.fact ?? null);
      for (const periodKey of subPeriods(round, indicator.frequency).filter((key) => owesIn(indicator, measure, version, key))) {
        for (const agencyId of owingAgencies(indicator, measure)) {
          const excludedReason = isSuspended(tree, indicator, measure, agencyId, periodKey, disruptions) ? "suspended" : null;
          const value: OwedValue = { indicatorId: indicator.id, agencyId, periodKey, planVersionId: version.planVersionId, excludedReason };
          owed.set(`${indicator.id}/${agencyId}/${periodKey}`, value);
        }
      }
    }
  }
  return [...owed.values()];
}

/** Versions in force on some day of the period, oldest first, so that a later one replaces what an earlier one said. */
function inForceWithin(versions: readonly PlanStructure[], key: PeriodKey): PlanStructure[] {
  const { startsOn, endsOn } = period(key);
  const ordered = [...versions].sort((a, b) => a.versionNo - b.versionNo);
  return ordered.filter((version) => version.inForceFrom <= endsOn && !isReplacedBefore(ordered, version, startsOn));
}

const isReplacedBefore = (versions: readonly PlanStructure[], version: PlanStructure, day: CalendarDate) =>
  versions.some((other) => other.versionNo > version.versionNo && other.inForceFrom <= day);

function owesIn(indicator: IndicatorFact, measure: MeasureFact | null, plan: PlanStructure, key: PeriodKey): boolean {
  const bounds = period(key);
  if (measure !== null && !isWithinMeasureDates(measure, plan, bounds)) return false;
  if (bounds.endsOn < plan.startsOn || (plan.endsOn !== null && bounds.startsOn > plan.endsOn)) return false;
  const targets = datedTargets(indicator);
  // a half-yearly programme with a target for one year alone goes on reporting
  if (targets.length === 0 || plan.endsOn === null) return true;
  const year = String(yearOf(key));
  return targets.some((target) => target.periodKey !== null && containsPeriod(year, target.periodKey));
}

function isSuspended(
  tree: PlanTree, indicator: IndicatorFact, measure: MeasureFact | null, agencyId: Id, key: PeriodKey, disruptions: readonly DisruptionFact[],
): boolean {
  const node = tree.nodeById.get(measure?.nodeId ?? indicator.nodeId ?? "") ?? null;
  const subject = { indicatorId: indicator.id, measureId: measure?.id ?? null, nodePath: nodePath(node), agencyIds: [agencyId] };
  return suspensionOn(disruptions, subject, lastDayFor(key, measure)) !== null;
}
