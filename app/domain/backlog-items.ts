/**
 * The items of the backlog from the yearly readings of a plan, rule 21 of the calculation rules: each year read on its
 * own basis. An item leaves the list in the first later year in which it is no longer in the plan (dropped), its target
 * is reached late (cleared), or it is suspended on the year's last day. A stock or stage item is cleared by a later
 * value that reaches the target; a flow's by the running total since then reaching the targets' running total.
 */
import { decideAchieved, type Bound } from "./achieved";
import type { BacklogItem } from "./backlog";
import { ZERO, sum } from "./exact";
import type { Content, Id, IndicatorFact, Target } from "./facts";
import type { PlanReadings } from "./plan-readings";
import { yearOf } from "./periods";
import { isCounted } from "./read-value";
import type { Actual, IndicatorReading } from "./reading";
import { isDeciding } from "./structure";
import { baselineContent, relationOf } from "./target-relation";
import { runningTotal } from "./targets";

export interface BacklogPlanYear {
  readings: PlanReadings;
  /** suspended on the year's last day, or today where the year still runs */
  isSuspended(indicatorId: Id): boolean;
}

/** `years`: in order, the last being the year asked about. What any of them cuts to the ceiling is in no year's list. */
export function backlogItems(years: readonly BacklogPlanYear[]): BacklogItem[] {
  const cut = new Set(years.flatMap(({ readings }) => [...readings.cutIds]));
  return years.flatMap(({ readings: { tree, byIndicator, periodKey } }, index) =>
    [...tree.indicatorById.values()].flatMap((indicator): BacklogItem[] => {
      const reading = byIndicator.get(indicator.id);
      if (reading?.due !== "due" || !isDeciding(indicator) || cut.has(indicator.id)) return [];
      const achievedInYear = reading.achieved === "achieved";
      const left = achievedInYear ? null : leftLater(indicator, reading, years.slice(index));
      return [{ indicatorId: indicator.id, year: yearOf(periodKey), achievedInYear, left }];
    }),
  );
}

/** `from`: the item's own year and those after it. */
function leftLater(indicator: IndicatorFact, item: IndicatorReading, from: readonly BacklogPlanYear[]): BacklogItem["left"] {
  const since = [item];
  for (const { readings, isSuspended } of from.slice(1)) {
    const year = yearOf(readings.periodKey);
    const reading = readings.byIndicator.get(indicator.id);
    if (reading === undefined) return { year, how: "dropped" };
    since.push(reading);
    if (item.target !== null && isReachedLate(indicator, item.target, since)) return { year, how: "cleared" };
    if (isSuspended(indicator.id)) return { year, how: "suspended" };
  }
  return null;
}

function isReachedLate(indicator: IndicatorFact, target: Target, since: readonly IndicatorReading[]): boolean {
  if (indicator.aggregation === "flow") return isTotalReached(indicator, target, since);
  const { actual } = since[since.length - 1] ?? {};
  if (actual === undefined || !isCounted(actual) || actual.label === "carried_forward") return false;
  const relation = relationOf(indicator, target, baselineContent(indicator, target));
  return decideAchieved(indicator, target, relation, actual.content, boundOf(actual)) === "achieved";
}

function isTotalReached(indicator: IndicatorFact, target: Target, since: readonly IndicatorReading[]): boolean {
  const total = runningTotal(since.map(({ actual }) => actual));
  const targets = since.flatMap((reading) => (reading.due === "due" || reading.due === "not_yet_due" ? figure(reading.target?.content ?? null) : []));
  const sumOfTargets: Target = { ...target, range: null, content: { kind: "number", value: targets.length === 0 ? ZERO : sum(targets) } };
  const relation = relationOf(indicator, sumOfTargets, null);
  return decideAchieved(indicator, sumOfTargets, relation, total.content, boundOf(total)) === "achieved";
}

const figure = (content: Content | null) => (content?.kind === "number" ? [content.value] : []);

/** What a value put together from parts says of the true one. */
export function boundOf({ label }: Actual): Bound {
  if (label === "at_least") return "at_least";
  return label === "of_reported" ? "unknown" : "exact";
}
