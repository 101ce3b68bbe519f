/**
 * The figures of an edition as they are kept: every figure of the scorecard, exact and printed, as text (rules 12 and 19
 * of the calculation rules; "editions are frozen and recompute to the same figures"). Parts are kept by their ids, so
 * that what differs between two editions, or between an edition and its recomputation, can be named. No text is kept.
 */
import { versionKey } from "./edition-input";
import { exactText, isExact, roundHalfAway, type Exact } from "./exact";
import type { DisruptionFact, Id, IndicatorFact, ValueFact } from "./facts";
import type { RateOver } from "./implementation";
import { figureOf } from "./indicator-types/registry";
import { countTimeliness } from "./measure-timeliness";
import type { PartScore } from "./part-scores";
import { printedPercent, printedPoints } from "./printing";
import type { Actual, Implementation, IndicatorReading, RollupResult } from "./reading";
import type { Scorecard } from "./scorecard";
import type { VerdictCounts } from "./verdict-counts";

/** "51/79" and "64.6". */
export interface KeptFigure {
  exact: string;
  printed: string;
}

/** The same shape with every number and exact number as text. */
type Kept<T> = T extends number | Exact ? string : T extends readonly (infer Each)[] ? Kept<Each>[] : T extends object ? { [Name in keyof T]: Kept<T[Name]> } : T;

export type EditionFigures = ReturnType<typeof editionFigures>;
export type KeptPart = ReturnType<typeof keptPart>;
export type KeptIndicator = ReturnType<typeof keptIndicator>;
export type KeptMeasure = EditionFigures["measures"][Id];

/** `values`, `disruptions`: as cut to the ceiling (edition-input.ts). */
export function editionFigures(scorecard: Scorecard, values: readonly ValueFact[], disruptions: readonly DisruptionFact[]) {
  const { tree, label, nextLine, currentPlan } = scorecard;
  const versionsOf = new Map(values.filter(({ verified }) => verified).map((value) => [value.measurementId, versionKey(value)]));
  const codeOf = (id: Id | null) => tree.nodeById.get(id ?? "")?.fact.code ?? null;
  return {
    rulesVersion: kept(label.rulesVersion),
    planVersionId: label.planVersionId,
    ...keptWhole(scorecard),
    nodes: byId(scorecard.nodes.map((part) => [part.nodeId ?? "", keptPart(part, codeOf(part.nodeId))])),
    measures: byId(scorecard.measures.map(({ measureId, ...reading }) => [measureId, {
      code: tree.measureById.get(measureId)?.fact.code ?? "", ...kept(reading), ...keptVerdict(scorecard, measureId),
    }])),
    indicators: byId(scorecard.readings.flatMap((reading) => {
      const fact = tree.indicatorById.get(reading.indicatorId);
      return fact === undefined ? [] : [[reading.indicatorId, keptIndicator(fact, reading, versionsOf)] as const];
    })),
    timeliness: { original: kept(countTimeliness(scorecard.timeliness, "original")), extended: kept(countTimeliness(scorecard.timeliness, "extended")) },
    averageProgress: byId(keptRollup(scorecard.averageProgress)),
    averageProgressToEnd: byId(keptRollup(scorecard.averageProgressToEnd)),
    nextLine: { withSuspended: keptRate(nextLine.withSuspended), asFirstAdopted: keptRate(nextLine.asFirstAdopted) },
    currentPlan: currentPlan && keptRate(currentPlan),
    disruptions: byId(disruptions.map(({ id, from, to, effect, scopeKind, scopeId }) => [`${id}/${scopeId}/${effect}`, { id, from, to, effect, scopeKind, scopeId }])),
  };
}

/** What an edition is quoted by: figures of the plan as a whole. */
export type QuotedFigures = Pick<EditionFigures, "plan" | "averageProgress" | "sigma" | "backlog">;

/** The same figures of a reading that nobody has kept. */
export const quotedFigures = (scorecard: Scorecard): QuotedFigures =>
  ({ ...keptWhole(scorecard), averageProgress: { [scorecard.averageProgress.id]: keptResult(scorecard.averageProgress) } });

const keptWhole = ({ plan, sigmaBasis, sigmaPoints, backlog }: Scorecard) => ({
  plan: keptPart(plan, null),
  sigma: { basis: keptRate(sigmaBasis), points: sigmaPoints && { exact: exactText(sigmaPoints), printed: printedPoints(sigmaPoints) } },
  backlog: backlog && { ...kept(backlog), rate: share(backlog.rate), clearedRate: share(backlog.clearedRate), cumulativeRate: share(backlog.cumulativeRate) },
});

const byId = <T>(entries: readonly (readonly [Id, T])[]): Record<Id, T> => Object.fromEntries(entries);

function kept<T>(value: T): Kept<T>;
function kept(value: unknown): unknown {
  if (isExact(value)) return exactText(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((each: unknown) => kept(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, kept(each)]));
}

const share = (value: Exact | null): KeptFigure | null => (value === null ? null : { exact: exactText(value), printed: printedPercent(value) });

const keptRate = ({ achieved, over, rate }: RateOver) => ({ ...kept({ achieved, over }), rate: share(rate) });

function keptPart({ role, depth, implementation, outcomes, measures, verdicts, achievedByGrade }: PartScore, code: string | null) {
  return { code, role, depth: kept(depth), implementation: keptImplementation(implementation), ...kept({ outcomes, measures, achievedByGrade }), verdicts: keptVerdicts(verdicts) };
}

const keptImplementation = ({ counts, rate, low, high, coverage, coverageState, missing }: Implementation) =>
  ({ counts: kept(counts), rate: share(rate), low: share(low), high: share(high), coverage: share(coverage), coverageState, missing: kept(missing) });

/** Of final verdicts alone: how many drafts wait is no figure of an edition. */
const keptVerdicts = ({ fully, fullyOrPartly, low, high, coverage, drafts: _waiting, ...counts }: VerdictCounts) =>
  ({ ...kept(counts), fully: keptRate(fully), fullyOrPartly: keptRate(fullyOrPartly), low: share(low), high: share(high), coverage: share(coverage) });

function keptVerdict({ verdictOf }: Scorecard, measureId: Id) {
  const verdict = verdictOf.get(measureId);
  const byExecutor = (verdict?.byExecutor ?? []).map(({ agencyId, final }) => [agencyId, final && { verdictId: final.id, status: final.status, suggested: final.suggested, grade: final.grade }] as const);
  return { status: verdict?.status ?? null, because: verdict?.joint.because ?? null, grade: verdict?.grade ?? null, byExecutor: byId(byExecutor) };
}

function keptIndicator(fact: IndicatorFact, reading: IndicatorReading, versionsOf: ReadonlyMap<Id, string>) {
  const { actual, target, targetShare, progress, progressToEnd, pace, due, averageDue, exclusion, achieved, stageNotLast, reported, verified, awaitingVerification, shareExclusion } = reading;
  return {
    code: fact.code, measureId: fact.measureId, nodeId: fact.nodeId,
    due, averageDue, exclusion, achieved, stageNotLast, reported, verified, awaitingVerification, shareExclusion,
    value: keptActual(fact, actual, versionsOf),
    target: target && kept({ periodKey: target.periodKey, by: target.by, content: target.content, range: target.range, qualifier: target.qualifier }),
    targetShare: kept(targetShare),
    progress: keptProgress(progress),
    progressToEnd: progressToEnd && keptProgress(progressToEnd),
    share: share(reading.share),
    pace: pace && { progress: share(pace.progress), expected: share(pace.expected), light: pace.light, interpolatedTarget: pace.interpolatedTarget },
  };
}

const keptProgress = ({ raw, attainment, ...rest }: IndicatorReading["progress"]) => ({ ...kept(rest), raw: share(raw), attainment: share(attainment) });

/** `printed`: a figure at the indicator's own precision; null where the value is no figure. */
function keptActual(fact: IndicatorFact, { content, measurementIds, label, partUnit, knownParts, ofParts, provisional, periodKey, missing }: Actual, versionsOf: ReadonlyMap<Id, string>) {
  const figure = figureOf(fact, content);
  return {
    content: content && kept(content),
    printed: figure && roundHalfAway(figure, fact.precision),
    ...kept({ label, partUnit, knownParts, ofParts, provisional, periodKey, missing }),
    /** the versions it stands on */
    versions: measurementIds.map((id) => versionsOf.get(id) ?? id),
  };
}

/** Every part of reading (ii), the plan first. */
function keptRollup(result: RollupResult): [Id, ReturnType<typeof keptResult>][] {
  return [[result.id, keptResult(result)], ...result.children.flatMap(keptRollup)];
}

const keptResult = ({ kind, value, low, high, coverage, coverageState, leavesDue, leavesKnown, leavesReported, leavesVerified, notYetDue, excluded, error, weight }: RollupResult) =>
  ({ ...kept({ kind, coverageState, leavesDue, leavesKnown, leavesReported, leavesVerified, notYetDue, excluded, error, weight }), value: share(value), low: share(low), high: share(high), coverage: share(coverage) });
