/** Where a measure stands in its round: place in the actor's queue, what its bodies reported when, its pace. Pure. */
import { earlier } from "~/domain/dates";
import { measurePace } from "~/domain/measure-pace";
import { containsPeriod, period } from "~/domain/periods";
import type { Actor } from "~/domain/permissions";
import type { Pace } from "~/domain/reading";
import { timeliness, type Timeliness } from "~/domain/timeliness";
import { scoringPath } from "./addresses";
import type { OpenScoring } from "./open-scoring.server";
import { judgeable, type ScoredMeasure, type ScoringPlan } from "./scoring-plan.server";

/** Place in the queue with the neighbours' addresses; null when it is not in it. */
export function placeOf(actor: Actor, { plan, scored }: OpenScoring): { no: number; of: number; previous: string | null; next: string | null } | null {
  const list = judgeable(actor, plan);
  const index = list.indexOf(scored);
  if (index < 0) return null;
  const pathOf = (at: number) => { const each = list[at]; return each === undefined ? null : scoringPath(plan.reading.plan.code, plan.cycle.periodKey, each.measure.fact.code); };
  return { no: index + 1, of: list.length, previous: pathOf(index - 1), next: pathOf(index + 1) };
}

/** Not sent outweighs late, late outweighs in time. */
const WORST: readonly Timeliness[] = ["overdue", "late", "not_yet_due", "on_time"];

/** The worst of what the measure's bodies owed in the period; null = nothing. */
export function reportedOf({ plan, scored }: OpenScoring, now: string): Timeliness | null {
  const own = new Set(scored.measure.indicators.map(({ id }) => id));
  const owed = plan.obligations.filter(({ indicatorId, periodKey }) => own.has(indicatorId) && containsPeriod(plan.cycle.periodKey, periodKey));
  const states = owed.map((each) => timeliness(each, now));
  return WORST.find((state) => states.includes(state)) ?? null;
}

/** On the period's last day, or today if it still runs. */
export function paceOf(plan: Pick<ScoringPlan, "cycle" | "policy">, { reading, measure, readings }: ScoredMeasure): Pace | null {
  const on = earlier(period(plan.cycle.periodKey).endsOn, reading.today);
  return measurePace(measure, { tree: reading.tree, readings, disruptions: reading.disruptions, on, policy: plan.policy });
}
