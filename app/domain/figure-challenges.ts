/** What a challenge sheet asks of figures and of the plan they stand on: rules 10, 11, 13, 15 and 21 of the calculation rules. */
import { indicatorItem, measureItem, type Answer, type ChallengeInput, type ChallengeItem } from "./challenges";
import { isOn } from "./disruptions";
import { exact, exactText, isLess, type Exact } from "./exact";
import type { DisruptionFact, IndicatorFact } from "./facts";
import { figureOf } from "./indicator-types/registry";
import { period } from "./periods";
import { printedPercent } from "./printing";
import type { IndicatorReading } from "./reading";
import { resultOf } from "./rollup";
import { goalParts, type Scorecard } from "./scorecard";
import { deadlinesPutOff, softenedTargets } from "./softened-plan";
import { isBroken, sumsOf } from "./sums-check";

/** Counts that do not add up (rule 13). */
export function totalsBroken({ scorecard }: ChallengeInput): Answer {
  const sums = sumsOf(scorecard);
  const items = sums.filter(isBroken).map(({ code, nodeId, expected, found }): ChallengeItem => ({ kind: "figure", id: nodeId, code, said: { expected, found } }));
  return { of: sums.length, items };
}

/** The plan and the parts it is read by; below the coverage from which a figure is final. Where nothing is due yet, of the average. */
export function coverageLow({ scorecard, policy }: ChallengeInput): Answer {
  const parts = [scorecard.plan, ...goalParts(scorecard)];
  const covered = parts.flatMap(({ nodeId, implementation: { coverage, coverageState: state, counts } }) => {
    if (coverage !== null) return [{ nodeId, coverage, state, known: counts.due - counts.missing, due: counts.due }];
    const average = resultOf(scorecard.averageProgress, nodeId);
    return average === null || average.coverage === null ? [] : [{ nodeId, coverage: average.coverage, state: average.coverageState, known: average.leavesKnown, due: average.leavesDue }];
  });
  const items = covered.filter(({ coverage }) => isLess(coverage, policy.coverageFinalFrom)).map(({ nodeId, coverage, state, known, due }): ChallengeItem => ({
    kind: nodeId === null ? "plan" : "node", id: nodeId, code: scorecard.tree.nodeById.get(nodeId ?? "")?.fact.code ?? null,
    said: { coverage: printedPercent(coverage), known: String(known), due: String(due), state },
  }));
  return { of: covered.length, items };
}

/** An interruption without a legal basis, or a value "suspended" that no recorded interruption stands behind. */
export function suspensionUndocumented({ scorecard, disruptions }: ChallengeInput): Answer {
  const { startsOn, endsOn } = period(scorecard.periodKey);
  const within = disruptions.filter((each) => (each.effect === "pause" || each.effect === "waive") && (isOn(each, startsOn) || isOn(each, endsOn) || (each.from >= startsOn && each.from <= endsOn)));
  const claimed = scorecard.readings.filter(({ exclusion, disruptionId }) => exclusion === "suspended" && disruptionId === null);
  return {
    of: within.length + claimed.length,
    items: [
      ...within.filter(({ legalBasis }) => (legalBasis ?? "").trim() === "").flatMap((each) => scopeItem(scorecard, each)),
      ...claimed.map((reading) => indicatorItem(scorecard, reading.indicatorId, { from: null, to: null })),
    ],
  };
}

/** Targets that ask for less than when the plan was adopted (rule 15). */
export function targetLowered({ scorecard, adopted, inForce }: ChallengeInput): Answer {
  const items = softenedTargets(adopted, inForce).map(({ indicatorId, code, of, was, is }): ChallengeItem => ({ kind: "indicator", id: indicatorId, code, said: { of, was, is } }));
  return { of: scorecard.tree.indicatorById.size, items };
}

/** Deadlines put off since then (rule 15). */
export function deadlineMoved({ scorecard, adopted, inForce }: ChallengeInput): Answer {
  const items = deadlinesPutOff(adopted, inForce).map(({ measureId, code, was, is }): ChallengeItem => ({ kind: "measure", id: measureId, code, said: { was, is } }));
  return { of: scorecard.tree.measureById.size, items };
}

/** So far over a target that either the value or the target deserves a second look. */
const FAR_OVER = exact("1.5");

/** Values above 150 % of the target they are judged by (rule 1). */
export function valueFarOver({ scorecard }: ChallengeInput): Answer {
  const compared = scorecard.readings.flatMap((reading) => {
    const fact = scorecard.tree.indicatorById.get(reading.indicatorId);
    const pair = fact === undefined || reading.actual.label === "last_known" ? null : valueAndTarget(fact, reading);
    return fact === undefined || pair === null ? [] : [{ fact, ...pair }];
  });
  const over = compared.filter(({ value, target }) => isLess(target.mul(FAR_OVER), value));
  return { of: compared.length, items: over.map(({ fact, value, target }) => indicatorItem(scorecard, fact.id, { value: exactText(value), target: exactText(target), percent: printedPercent(value.div(target)) })) };
}

/** Less is better of a falling one; and of nothing there are no 150 %. */
function valueAndTarget(fact: IndicatorFact, { actual, target }: IndicatorReading): { value: Exact; target: Exact } | null {
  const [value, aim] = [figureOf(fact, actual.content), target?.range?.high ?? figureOf(fact, target?.content ?? null)];
  return fact.direction === "decrease" || value === null || aim === null || !isLess(exact(0), aim) ? null : { value, target: aim };
}

/** What is carried out of the year: its sum, then each item with the year it was due (rule 21). */
export function backlogLeft({ scorecard }: ChallengeInput): Answer {
  const { backlog } = scorecard;
  if (backlog === null) return { of: 0, items: [] };
  const { carriedIn, cleared, dropped, suspended, added, carriedOut, stillOpen } = backlog;
  if (carriedOut === 0) return { of: carriedIn + added, items: [] };
  const sum = Object.fromEntries(Object.entries({ carriedIn, cleared, dropped, suspended, added, carriedOut }).map(([name, count]) => [name, String(count)]));
  return { of: carriedIn + added, items: [{ kind: "plan", id: null, code: null, said: sum }, ...stillOpen.map(({ indicatorId, year }) => indicatorItem(scorecard, indicatorId, { year: String(year) }))] };
}

function scopeItem(scorecard: Scorecard, { scopeKind, scopeId, from, to }: DisruptionFact): ChallengeItem[] {
  const said = { from, to };
  switch (scopeKind) {
    case "indicator":
      return [indicatorItem(scorecard, scopeId, said)];
    case "measure":
      return [measureItem(scorecard, scopeId, said)];
    case "node":
      return [{ kind: "node", id: scopeId, code: scorecard.tree.nodeById.get(scopeId)?.fact.code ?? null, said }];
    case "agency":
      return [{ kind: "agency", id: scopeId, code: null, said }];
    case "territory":
      return [];
  }
}
