/**
 * Who stands where: bodies by goals, from the readings of a scorecard (rules 5, 10, 12 and 14 of the calculation rules).
 * An indicator is counted once, for the body that answers for it and the goal it hangs under, so that rows and columns
 * add up to the counts of the plan (rule 13). By results: achieved of those due. While a year runs and nothing is due
 * yet, by pace: on track of those with a pace or without the value that was asked for by now.
 */
import { coverageState, type CoveragePolicy } from "./coverage";
import { ratio } from "./exact";
import type { Id } from "./facts";
import { bandOf, printedPercent } from "./printing";
import { isCounted } from "./read-value";
import type { IndicatorReading } from "./reading";
import { answerableAgency, isDeciding, nodePath, placeOf, type PlanTree } from "./structure";

export type CountedBy = "results" | "pace";

export interface GoalCell {
  /** achieved, or on track */
  well: number;
  of: number;
  /** of those: no value in the reading shown */
  missing: number;
}

export interface AgencyGoals {
  by: CountedBy;
  /** null = hangs above or beside the goals */
  goalIds: (Id | null)[];
  /** null = the plan names nobody */
  rows: { agencyId: Id | null; cells: GoalCell[]; total: GoalCell }[];
  /** by goal */
  totals: GoalCell[];
  total: GoalCell;
}

/** `goalIds`: in the order of the plan. Bodies with the most indicators first. */
export function agencyGoals(tree: PlanTree, readings: readonly IndicatorReading[], goalIds: readonly Id[], by: CountedBy): AgencyGoals {
  const counted = readings.flatMap((reading) => {
    const indicator = tree.indicatorById.get(reading.indicatorId);
    const cell = indicator === undefined || !isDeciding(indicator) ? null : countOne(reading, by);
    if (indicator === undefined || cell === null) return [];
    const { measure, node } = placeOf(tree, indicator);
    const goalId = nodePath(node).find((id) => goalIds.includes(id)) ?? null;
    return [{ agencyId: answerableAgency(indicator, measure?.fact ?? null), goalId, cell }];
  });
  const columns = [...goalIds, ...(counted.some(({ goalId }) => goalId === null) ? [null] : [])];
  const cellsOf = (some: typeof counted) => columns.map((goal) => sumCells(some.filter(({ goalId }) => goalId === goal).map(({ cell }) => cell)));
  const rows = [...new Set(counted.map(({ agencyId }) => agencyId))].map((agency) => {
    const cells = cellsOf(counted.filter(({ agencyId }) => agencyId === agency));
    return { agencyId: agency, cells, total: sumCells(cells) };
  });
  const totals = cellsOf(counted);
  return { by, goalIds: columns, rows: rows.sort((a, b) => b.total.of - a.total.of || (a.agencyId ?? "").localeCompare(b.agencyId ?? "")), totals, total: sumCells(totals) };
}

/** Null = takes no part. */
function countOne({ due, achieved, pace, averageDue, actual, awaitingVerification }: IndicatorReading, by: CountedBy): GoalCell | null {
  if (by === "results") {
    return due === "due" ? { well: Number(achieved === "achieved"), of: 1, missing: Number(achieved === "missing" || achieved === "not_assessable") } : null;
  }
  if (due !== "due" && due !== "not_yet_due") return null;
  if (pace !== null) return { well: Number(pace.light === "on_track"), of: 1, missing: 0 };
  return averageDue === "due" && !isCounted(actual) && !awaitingVerification ? { well: 0, of: 1, missing: 1 } : null;
}

const sumCells = (cells: readonly GoalCell[]): GoalCell =>
  cells.reduce((sum, cell) => ({ well: sum.well + cell.well, of: sum.of + cell.of, missing: sum.missing + cell.missing }), { well: 0, of: 0, missing: 0 });

/** How a cell is drawn: its band (rule 12), "thin" where its coverage would withhold a headline (rule 11), "empty" over nothing. */
export type CellTone = 0 | 1 | 2 | 3 | "thin" | "empty";

export function toneOf({ well, of, missing }: GoalCell, policy: CoveragePolicy): CellTone {
  const share = ratio(well, of);
  if (share === null) return "empty";
  if (coverageState(share, ratio(of - missing, of), policy) === "withheld") return "thin";
  return bandOf(printedPercent(share)) as 0 | 1 | 2 | 3;
}
