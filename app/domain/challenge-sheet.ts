/**
 * What a careful reader would ask of an edition before it is released: the challenge sheet. It never blocks a release; it
 * is shown, kept and printed. Criticism of public tools of this kind is its list of questions: verdicts that rest on the
 * word of the body alone, percentages over little data, promises that shrank on the way, totals that do not add up.
 * Everything here is read within the ceiling of the edition (rule 18); texts are a catalogue's business.
 */
import type { CoveragePolicy } from "./coverage";
import { isOn } from "./disruptions";
import type { Total } from "./edition-changes";
import { exact, exactText, isLess, type Exact } from "./exact";
import type { DisruptionFact, Executor, Id, IndicatorFact, PlanStructure, VerdictFact } from "./facts";
import { figureOf } from "./indicator-types/registry";
import { period } from "./periods";
import { printedPercent } from "./printing";
import type { IndicatorReading } from "./reading";
import type { Scorecard } from "./scorecard";
import { deadlinesPutOff, softenedTargets } from "./softened-plan";
import { isBroken, sumsOf } from "./sums-check";
import { againstSuggestion } from "./verdict-readings";

/** Every question, in the order of the sheet. "Serious" ones shake the figures themselves. */
export const CHALLENGES = {
  totals_broken: "serious",
  judged_by_executor: "serious",
  coverage_low: "serious",
  suspension_undocumented: "serious",
  word_alone: "serious",
  above_suggestion: "notable",
  target_lowered: "notable",
  deadline_moved: "notable",
  value_far_over: "notable",
  backlog: "notable",
  totals_differ: "notable",
} as const satisfies Record<string, "serious" | "notable">;

export type ChallengeCode = keyof typeof CHALLENGES;

export interface ChallengeItem {
  kind: "plan" | "node" | "measure" | "indicator" | "agency" | "figure";
  id: Id | null;
  /** as printed in the plan; of a figure, its name in the catalogue */
  code: string | null;
  /** plain numbers, dates and codes that the sentence about it holds */
  said: Record<string, string | null>;
}

export interface ChallengeFinding {
  code: ChallengeCode;
  severity: "serious" | "notable";
  items: ChallengeItem[];
}

export interface ChallengeSheet {
  /** every question asked, and of how many things: an empty sheet says what was looked at */
  checked: { code: ChallengeCode; of: number }[];
  findings: ChallengeFinding[];
}

/** A final verdict, the bodies its evaluator belonged to then, and who executed the measure then. */
export interface Judged {
  verdict: Pick<VerdictFact, "id" | "measureId">;
  agencyIds: readonly Id[];
  executors: readonly Pick<Executor, "agencyId" | "byConsent">[];
}

interface ChallengeInput {
  scorecard: Scorecard;
  /** the plan as first adopted, and as in force at the cut-off */
  adopted: PlanStructure;
  inForce: PlanStructure;
  disruptions: readonly DisruptionFact[];
  judged: readonly Judged[];
  policy: CoveragePolicy;
  /** figures that differ from the edition before; null = there is none */
  against: readonly Total[] | null;
}

interface Answer {
  of: number;
  items: ChallengeItem[];
}

export function challengeSheet(input: ChallengeInput): ChallengeSheet {
  const answers: Record<ChallengeCode, Answer> = {
    totals_broken: totalsBroken(input),
    judged_by_executor: judgedByExecutor(input),
    coverage_low: coverageLow(input),
    suspension_undocumented: suspensionUndocumented(input),
    word_alone: wordAlone(input),
    above_suggestion: aboveSuggestion(input),
    target_lowered: targetLowered(input),
    deadline_moved: deadlineMoved(input),
    value_far_over: valueFarOver(input),
    backlog: backlogLeft(input),
    totals_differ: { of: input.against === null ? 0 : 1, items: (input.against ?? []).map(({ key, was, is }) => ({ kind: "figure", id: null, code: key, said: { was, is } })) },
  };
  const codes = Object.keys(CHALLENGES) as ChallengeCode[];
  return {
    checked: codes.map((code) => ({ code, of: answers[code].of })),
    findings: codes.flatMap((code) => (answers[code].items.length === 0 ? [] : [{ code, severity: CHALLENGES[code], items: answers[code].items }])),
  };
}

function totalsBroken({ scorecard }: ChallengeInput): Answer {
  const sums = sumsOf(scorecard);
  const items = sums.filter(isBroken).map(({ code, nodeId, expected, found }): ChallengeItem => ({ kind: "figure", id: nodeId, code, said: { expected, found } }));
  return { of: sums.length, items };
}

function judgedByExecutor({ scorecard, judged }: ChallengeInput): Answer {
  const seen = judged.filter(({ verdict }) => scorecard.tree.measureById.has(verdict.measureId));
  const items = seen.flatMap(({ verdict, agencyIds, executors }) => {
    const own = executors.find(({ agencyId, byConsent }) => !byConsent && agencyIds.includes(agencyId));
    return own === undefined ? [] : [measureItem(scorecard, verdict.measureId, { agency: own.agencyId })];
  });
  return { of: seen.length, items };
}

/** The plan and the parts it is read by; below the coverage from which a figure is final. */
function coverageLow({ scorecard, policy }: ChallengeInput): Answer {
  const goals = scorecard.nodes.filter(({ role }) => role === "goal");
  const parts = [scorecard.plan, ...(goals.length > 0 ? goals : scorecard.nodes.filter(({ depth }) => depth === 1))].filter(({ implementation }) => implementation.coverage !== null);
  const items = parts.flatMap(({ nodeId, implementation: { coverage, coverageState, counts } }): ChallengeItem[] => {
    if (coverage === null || !isLess(coverage, policy.coverageFinalFrom)) return [];
    const said = { coverage: printedPercent(coverage), known: String(counts.due - counts.missing), due: String(counts.due), state: coverageState };
    return [{ kind: nodeId === null ? "plan" : "node", id: nodeId, code: scorecard.tree.nodeById.get(nodeId ?? "")?.fact.code ?? null, said }];
  });
  return { of: parts.length, items };
}

/** An interruption without a legal basis, or a value "suspended" that no recorded interruption stands behind. */
function suspensionUndocumented({ scorecard, disruptions }: ChallengeInput): Answer {
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

function wordAlone({ scorecard }: ChallengeInput): Answer {
  const judged = dueVerdicts(scorecard);
  const items = judged.flatMap(({ measureId, status, grade }) => (grade === "reported_only" || grade === "none" ? [measureItem(scorecard, measureId, { status, grade })] : []));
  return { of: judged.length, items };
}

function aboveSuggestion({ scorecard }: ChallengeInput): Answer {
  const finals = dueVerdicts(scorecard).flatMap(({ byExecutor }) => byExecutor.flatMap(({ final }) => final ?? [])).filter(({ suggested }) => suggested !== null);
  const above = finals.filter((verdict) => againstSuggestion(verdict) === "above");
  return { of: finals.length, items: above.map(({ measureId, agencyId, status, suggested }) => measureItem(scorecard, measureId, { agency: agencyId, status, suggested })) };
}

function targetLowered({ scorecard, adopted, inForce }: ChallengeInput): Answer {
  const items = softenedTargets(adopted, inForce).map(({ indicatorId, code, of, was, is }): ChallengeItem => ({ kind: "indicator", id: indicatorId, code, said: { of, was, is } }));
  return { of: scorecard.tree.indicatorById.size, items };
}

function deadlineMoved({ scorecard, adopted, inForce }: ChallengeInput): Answer {
  const items = deadlinesPutOff(adopted, inForce).map(({ measureId, code, was, is }): ChallengeItem => ({ kind: "measure", id: measureId, code, said: { was, is } }));
  return { of: scorecard.tree.measureById.size, items };
}

/** So far over a target that either the value or the target deserves a second look. */
const FAR_OVER = exact("1.5");

function valueFarOver({ scorecard }: ChallengeInput): Answer {
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

function backlogLeft({ scorecard }: ChallengeInput): Answer {
  const { backlog } = scorecard;
  if (backlog === null) return { of: 0, items: [] };
  const { carriedIn, cleared, dropped, suspended, added, carriedOut, stillOpen } = backlog;
  if (carriedOut === 0) return { of: carriedIn + added, items: [] };
  const sum = Object.fromEntries(Object.entries({ carriedIn, cleared, dropped, suspended, added, carriedOut }).map(([name, count]) => [name, String(count)]));
  return { of: carriedIn + added, items: [{ kind: "plan", id: null, code: null, said: sum }, ...stillOpen.map(({ indicatorId, year }) => indicatorItem(scorecard, indicatorId, { year: String(year) }))] };
}

const dueVerdicts = ({ measures, verdictOf }: Scorecard) =>
  measures.flatMap(({ measureId, state }) => { const verdict = verdictOf.get(measureId); return state === "due" && verdict !== undefined && verdict.status !== null ? [verdict] : []; });

const measureItem = ({ tree }: Scorecard, id: Id, said: ChallengeItem["said"]): ChallengeItem => ({ kind: "measure", id, code: tree.measureById.get(id)?.fact.code ?? null, said });
const indicatorItem = ({ tree }: Scorecard, id: Id, said: ChallengeItem["said"]): ChallengeItem => ({ kind: "indicator", id, code: tree.indicatorById.get(id)?.code ?? null, said });

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
