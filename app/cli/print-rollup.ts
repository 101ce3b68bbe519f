import { isShown } from "~/domain/coverage";
import type { Exact } from "~/domain/exact";
import type { RateOver } from "~/domain/implementation";
import { printedParts, printedPercent, printedPoints, sigmaPoints } from "~/domain/printing";
import type { Implementation, RollupResult } from "~/domain/reading";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";

/**
 * A scorecard as plain data for `rollup --json`: whole counts, printed percentages as strings with one decimal, null
 * where there is no figure. The label that every figure carries comes with it.
 */
export function printRollup({ scorecard, plan, version }: ScorecardAnswer) {
  const { label, nextLine, currentPlan, backlog, sigmaBasis, averageProgress } = scorecard;
  const shown = isShown(scorecard.plan.implementation.coverageState);
  const rateOver = ({ achieved, over, rate }: RateOver) => ({ achieved, over, rate: shown ? percent(rate) : null });
  const codeOf = (id: string | null) => (id === null ? null : (scorecard.tree.nodeById.get(id)?.fact.code ?? null));
  return {
    plan: plan.code,
    planVersion: version.structure.versionNo,
    inForceFrom: version.structure.inForceFrom,
    period: scorecard.periodKey,
    basis: label.basis,
    values: label.includesProvisional ? "including_provisional" : "official",
    rulesVersion: label.rulesVersion,
    dataCutOff: label.cutOff,
    knownAt: label.knownAt,
    ceiling: label.ceiling,
    implementation: implementation(scorecard.plan.implementation),
    withSuspended: rateOver(nextLine.withSuspended),
    asFirstAdopted: rateOver(nextLine.asFirstAdopted),
    currentPlan: currentPlan && rateOver(currentPlan),
    sigmaPoints: shown && sigmaBasis.rate ? printedPoints(sigmaPoints(sigmaBasis.rate)) : null,
    averageProgress: average(averageProgress),
    backlog: backlog && {
      carriedIn: backlog.carriedIn,
      cleared: backlog.cleared,
      dropped: backlog.dropped,
      suspended: backlog.suspended,
      carriedOut: backlog.carriedOut,
      cumulative: { achieved: backlog.cumulativeAchieved, over: backlog.cumulativeDue, rate: percent(backlog.cumulativeRate) },
    },
    nodes: scorecard.nodes.map((node) => ({ code: codeOf(node.nodeId), depth: node.depth, ...implementation(node.implementation) })),
  };
}

export type PrintedRollup = ReturnType<typeof printRollup>;

const percent = (share: Exact | null) => (share === null ? null : printedPercent(share));

/** Both shares come from one split, so that they add up to 100 (rule 13). A withheld rate is not printed (rule 11). */
function implementation({ counts, low, high, coverage, coverageState }: Implementation) {
  const parts = isShown(coverageState) ? printedParts([counts.achieved, counts.underWay], 1) : null;
  return {
    ...counts,
    rate: parts?.[0]?.text ?? null,
    underWayRate: parts?.[1]?.text ?? null,
    interval: [percent(low), percent(high)],
    coverage: percent(coverage),
    coverageState,
  };
}

function average({ value, low, high, coverage, coverageState, leavesDue, leavesKnown }: RollupResult) {
  return {
    value: isShown(coverageState) ? percent(value) : null,
    interval: [percent(low), percent(high)],
    coverage: percent(coverage),
    coverageState,
    leavesKnown,
    leavesDue,
  };
}
