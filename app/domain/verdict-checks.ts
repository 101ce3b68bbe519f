/**
 * What a verdict must hold: statuses and evidence grades of the glossary, rule 16 of the calculation rules ("the evaluator
 * may differ only with a written reason") and rule 17 (each executor is judged for itself).
 */
import type { CalendarDate, EvidenceGrade, Executor, Id, MeasureFact, MeasureStatus } from "./facts";
import { obligedExecutors } from "./structure";

/** On the way from nothing to everything done, as a form lists them; the others ask for more. */
export const USUAL_STATUSES = ["in_progress", "partially_implemented", "implemented", "not_started"] as const satisfies readonly MeasureStatus[];
export const OTHER_STATUSES = ["not_implemented", "suspended", "cannot_be_assessed", "no_longer_relevant"] as const satisfies readonly MeasureStatus[];
/** What a body can claim of a measure; suspending and dropping are not its to say. */
export const CLAIMED_STATUSES = ["implemented", "partially_implemented", "in_progress", "not_started", "not_implemented"] as const satisfies readonly MeasureStatus[];

/** Blank texts are "". */
export interface VerdictContent {
  status: MeasureStatus;
  grade: EvidenceGrade;
  text: string;
  differsReason: string;
  legalBasis: string;
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** the version of the plan that took the measure out */
  amendmentId: Id | null;
  hasSources: boolean;
  declaredUnrestricted: boolean;
}

export type VerdictProblem =
  | "differs_reason_required"
  | "legal_basis_required"
  | "from_required"
  | "dates_reversed"
  | "amendment_required"
  | "reason_required"
  | "declaration_required";

/** Everything that stands in the way, in the order of the form. `suggested`: null = rule 16 says nothing, nothing to differ from. */
export function checkVerdict(verdict: VerdictContent, suggested: MeasureStatus | null): VerdictProblem[] {
  const { status } = verdict;
  const isBlank = (text: string) => text.trim() === "";
  const texts = [verdict.text, verdict.differsReason, verdict.legalBasis];
  return given({
    legal_basis_required: status === "suspended" && isBlank(verdict.legalBasis),
    from_required: status === "suspended" && verdict.from === null,
    dates_reversed: verdict.from !== null && verdict.to !== null && verdict.to < verdict.from,
    amendment_required: status === "no_longer_relevant" && verdict.amendmentId === null,
    reason_required: status === "cannot_be_assessed" && isBlank(verdict.text),
    differs_reason_required: suggested !== null && suggested !== status && isBlank(verdict.differsReason),
    declaration_required: !verdict.declaredUnrestricted && (verdict.hasSources || !texts.every(isBlank)),
  });
}

const given = (found: Record<VerdictProblem, boolean>) => (Object.keys(found) as VerdictProblem[]).filter((problem) => found[problem]);

/** Whose verdict counts: the obliged ones; where the plan obliges nobody, all it names. */
export function judgedTogether(measure: MeasureFact): Executor[] {
  const obliged = obligedExecutors(measure);
  return obliged.length > 0 ? obliged : measure.executors;
}
