/**
 * Whether the counts of a scorecard add up: rule 13 of the calculation rules ("counts in every table come from one query
 * and add up to its total"). Public pages of this kind print five counts that sum to 1,151 under a total of 1,146; a
 * reading that did so must be found before it is released.
 */
import { exactText, ratio } from "./exact";
import type { PartScore } from "./part-scores";
import type { Counts } from "./reading";
import type { Scorecard } from "./scorecard";
import { indicatorsUnder, isDeciding } from "./structure";

export type SumCode = "achieved_and_under_way" | "rate" | "by_grade" | "measures_by_indicators" | "verdicts" | "outcomes" | "parts_of_total" | "listed_due" | "listed_achieved" | "backlog";

export interface Sum {
  code: SumCode;
  /** null = the plan */
  nodeId: string | null;
  expected: string;
  found: string;
}

const ADDED: readonly (keyof Counts)[] = ["due", "achieved", "underWay", "missing", "reported", "verified", "awaitingVerification", "notAssessable", "notYetDue", "suspendedDue", "measuresDue"];

/** Every sum that was compared; those that do not add up have `expected` other than `found`. */
export function sumsOf(scorecard: Scorecard): Sum[] {
  const parts = [scorecard.plan, ...scorecard.nodes];
  return [...parts.flatMap(ownSums), ...partsOfTotal(scorecard), ...listedSums(scorecard, parts), ...backlogSum(scorecard)];
}

export const isBroken = ({ expected, found }: Sum) => expected !== found;

function ownSums({ nodeId, implementation: { counts, rate }, measures, verdicts, outcomes, achievedByGrade: grades }: PartScore): Sum[] {
  const sum = (code: SumCode, expected: number, found: number): Sum => ({ code, nodeId, expected: String(expected), found: String(found) });
  const { suspended = 0, no_longer_relevant = 0, ...judged } = verdicts.byStatus;
  const share = ratio(counts.achieved, counts.due);
  return [
    sum("achieved_and_under_way", counts.due, counts.achieved + counts.underWay),
    { code: "rate", nodeId, expected: share === null ? "-" : exactText(share), found: rate === null ? "-" : exactText(rate) },
    sum("by_grade", counts.achieved, grades.documents + grades.independent + grades.word),
    sum("measures_by_indicators", measures.due, measures.all + measures.some + measures.none + measures.withoutIndicators),
    sum("verdicts", verdicts.due, total(Object.values(judged)) + verdicts.notEvaluated),
    sum("outcomes", outcomes.total, outcomes.met + outcomes.onTrack + outcomes.behind + outcomes.regressing + outcomes.noData),
  ];
}

/** The topmost parts are the plan. */
function partsOfTotal({ plan, nodes }: Scorecard): Sum[] {
  const roots = nodes.filter(({ depth }) => depth === 1);
  return ADDED.map((key) => ({
    code: "parts_of_total", nodeId: null,
    expected: String(plan.implementation.counts[key]), found: String(total(roots.map(({ implementation: { counts } }) => Number(counts[key])))),
  }));
}

/** What a part counts is what its list shows. */
function listedSums({ tree, readings }: Scorecard, parts: readonly PartScore[]): Sum[] {
  const readingOf = new Map(readings.map((reading) => [reading.indicatorId, reading]));
  return parts.flatMap(({ nodeId, implementation: { counts } }): Sum[] => {
    const node = nodeId === null ? null : tree.nodeById.get(nodeId);
    const indicators = (node ? [node] : tree.roots).flatMap(indicatorsUnder).filter(isDeciding);
    const due = indicators.flatMap(({ id }) => readingOf.get(id) ?? []).filter((reading) => reading.due === "due");
    return [
      { code: "listed_due", nodeId, expected: String(counts.due), found: String(due.length) },
      { code: "listed_achieved", nodeId, expected: String(counts.achieved), found: String(due.filter(({ achieved }) => achieved === "achieved").length) },
    ];
  });
}

function backlogSum({ backlog }: Scorecard): Sum[] {
  if (backlog === null) return [];
  const { carriedIn, cleared, dropped, suspended, added, carriedOut, stillOpen } = backlog;
  return [
    { code: "backlog", nodeId: null, expected: String(carriedOut), found: String(carriedIn - cleared - dropped - suspended + added) },
    { code: "backlog", nodeId: null, expected: String(carriedOut), found: String(stillOpen.length) },
  ];
}

const total = (numbers: readonly (number | undefined)[]) => numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
