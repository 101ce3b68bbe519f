/**
 * The backlog, rule 21 of the calculation rules. The unit is an indicator and the year its target fell due; due
 * again next year it is a separate item there. Not achieved in its year, an item stays on the list until it is
 * achieved late, dropped from the plan, or suspended. Late completion never changes a past year's rate.
 */
import { ratio, type Exact } from "./exact";
import type { Id } from "./facts";

export interface BacklogItem {
  indicatorId: Id;
  /** the year its target fell due */
  year: number;
  achievedInYear: boolean;
  /** how and in which later year it left the list; null = still on it, or never was */
  left: { year: number; how: "cleared" | "dropped" | "suspended" } | null;
}

/** The line beside a yearly rate. Rates are shares; null over nothing. */
export interface BacklogYear {
  year: number;
  due: number;
  achieved: number;
  rate: Exact | null;
  carriedIn: number;
  cleared: number;
  /** cleared of carried in */
  clearedRate: Exact | null;
  dropped: number;
  suspended: number;
  /** this year's not achieved */
  added: number;
  /** carried in − cleared − dropped − suspended + added */
  carriedOut: number;
  cumulativeAchieved: number;
  cumulativeDue: number;
  cumulativeRate: Exact | null;
  /** "completed late in the year" */
  completedLate: BacklogItem[];
  /** on the list at the year's end, oldest first */
  stillOpen: BacklogItem[];
}

export function backlogOfYear(items: readonly BacklogItem[], year: number): BacklogYear {
  const ofYear = items.filter((item) => item.year === year);
  const achieved = ofYear.filter((item) => item.achievedInYear).length;
  const carried = items.filter((item) => item.year < year && !item.achievedInYear && (item.left === null || item.left.year >= year));
  const leaving = (how: "cleared" | "dropped" | "suspended") => carried.filter((item) => item.left?.year === year && item.left.how === how);
  const completedLate = leaving("cleared");
  const [cleared, dropped, suspended] = [completedLate.length, leaving("dropped").length, leaving("suspended").length];
  const added = ofYear.length - achieved;
  const soFar = items.filter((item) => item.year <= year);
  const everAchieved = soFar.filter((item) => item.achievedInYear || (item.left?.how === "cleared" && item.left.year <= year)).length;
  return {
    year,
    due: ofYear.length,
    achieved,
    rate: ratio(achieved, ofYear.length),
    carriedIn: carried.length,
    cleared,
    clearedRate: ratio(cleared, carried.length),
    dropped,
    suspended,
    added,
    carriedOut: carried.length - cleared - dropped - suspended + added,
    cumulativeAchieved: everAchieved,
    cumulativeDue: soFar.length,
    cumulativeRate: ratio(everAchieved, soFar.length),
    completedLate,
    stillOpen: soFar
      .filter((item) => !item.achievedInYear && (item.left === null || item.left.year > year))
      .sort((a, b) => a.year - b.year),
  };
}
