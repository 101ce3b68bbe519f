/**
 * Reading (i) by measure verdicts: rule 10 (i) of the calculation rules: "fully x %, with partial y %", over every
 * measure due. Suspended and no longer relevant ones leave the denominator and are named; one without a verdict, or
 * that cannot be assessed, stays in it and is missing. Finished and half-finished are never one figure (case C09).
 * Each rate is split by what its verdicts rest on, and the verdicts that differ from the suggestion are counted (rule 16).
 */
import { coverageState, type CoveragePolicy } from "./coverage";
import { ratio, type Exact } from "./exact";
import type { EvidenceGrade, MeasureStatus } from "./facts";
import { rateOver, type RateOver } from "./implementation";
import type { CoverageState } from "./reading";
import type { AgainstSuggestion } from "./verdict-readings";

/** The split of rule 10 (i): on documents seen; on independent sources or an own visit; on the body's word alone or none. */
export interface GradeSplit {
  documents: number;
  independent: number;
  word: number;
}

/** One measure due in the period, the left-out ones included. */
export interface CountedVerdict {
  /** null = not yet evaluated */
  status: MeasureStatus | null;
  grade: EvidenceGrade | null;
  /** one a verdict it stands on */
  against: readonly AgainstSuggestion[];
  /** a draft waits for the body's reply or for its final word */
  hasDraft: boolean;
}

export interface VerdictCounts {
  due: number;
  byStatus: Partial<Record<MeasureStatus, number>>;
  notEvaluated: number;
  /** not evaluated, or cannot be assessed */
  missing: number;
  fully: RateOver;
  fullyOrPartly: RateOver;
  /** of the full rate: nothing, or everything, of what is missing turns out implemented */
  low: Exact | null;
  high: Exact | null;
  /** how much of what is due has been judged, and what that lets be shown (rule 11) */
  coverage: Exact | null;
  coverageState: CoverageState;
  fullyByGrade: GradeSplit;
  fullyOrPartlyByGrade: GradeSplit;
  /** verdicts that differ from the suggestion, of all final verdicts; one measure may have several */
  verdicts: { total: number; above: number; below: number; aside: number };
  /** measures with a draft newer than their final verdict, or without one */
  drafts: number;
}

/** Statuses in the numerators of the two rates. */
export const FULLY: readonly (MeasureStatus | null)[] = ["implemented"];
export const FULLY_OR_PARTLY: readonly (MeasureStatus | null)[] = ["implemented", "partially_implemented"];

/** Suspended and no longer relevant measures leave the denominator. */
export const staysInCount = ({ status }: Pick<CountedVerdict, "status">) => status !== "suspended" && status !== "no_longer_relevant";

export function countVerdicts(verdicts: readonly CountedVerdict[], policy: CoveragePolicy): VerdictCounts {
  const those = (...statuses: (MeasureStatus | null)[]) => verdicts.filter(({ status }) => statuses.includes(status));
  const byStatus: Partial<Record<MeasureStatus, number>> = {};
  for (const { status } of verdicts) if (status !== null) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const due = verdicts.filter(staysInCount).length;
  const fully = those(...FULLY);
  const fullyOrPartly = those(...FULLY_OR_PARTLY);
  const notEvaluated = those(null).length;
  const missing = notEvaluated + those("cannot_be_assessed").length;
  const full = rateOver(fully.length, due);
  const coverage = ratio(due - missing, due);
  const against = verdicts.flatMap((each) => each.against);
  const differing = (which: AgainstSuggestion) => against.filter((each) => each === which).length;
  return {
    due,
    byStatus,
    notEvaluated,
    missing,
    fully: full,
    fullyOrPartly: rateOver(fullyOrPartly.length, due),
    low: ratio(fully.length, due),
    high: ratio(fully.length + missing, due),
    coverage,
    // nothing judged is no data, not nothing done
    coverageState: missing === due ? "no_data" : coverageState(full.rate, coverage, policy),
    fullyByGrade: splitByGrade(fully.map(({ grade }) => grade)),
    fullyOrPartlyByGrade: splitByGrade(fullyOrPartly.map(({ grade }) => grade)),
    verdicts: { total: against.length, above: differing("above"), below: differing("below"), aside: differing("aside") },
    drafts: verdicts.filter(({ hasDraft }) => hasDraft).length,
  };
}

/** Null = nobody has judged it: the body's word alone. The three parts add up to all that is handed in. */
export function splitByGrade(grades: readonly (EvidenceGrade | null)[]): GradeSplit {
  const count = (...which: (EvidenceGrade | null)[]) => grades.filter((grade) => which.includes(grade)).length;
  return {
    documents: count("document_seen"),
    independent: count("independent_source", "own_visit"),
    word: count("reported_only", "none", null),
  };
}
