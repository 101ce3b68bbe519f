/**
 * Verdicts as they count for a measure in a period: rules 10 (i), 16 and 17 of the calculation rules.
 * Each executor has a verdict of its own; the joint status follows from them and from the deadline.
 *
 * Edge cases: only final verdicts count; a draft is counted apart and changes nothing. A verdict "no longer relevant"
 * takes the measure out only of lists whose basis date lies on or after the day its amendment came into force; in an
 * earlier list the measure stays, as not implemented. The evidence grade of a joint status is the weakest among the
 * verdicts it stands on. A verdict of a body that executes nothing any more is not read.
 */
import type { CalendarDate, EvidenceGrade, Id, MeasureStatus, PeriodKey, VerdictFact } from "./facts";
import { jointStatus, type JointStatus } from "./joint-status";
import { period } from "./periods";
import type { TreeMeasure } from "./structure";

/** From the strongest to the weakest. */
export const EVIDENCE_GRADES: readonly EvidenceGrade[] = ["document_seen", "independent_source", "own_visit", "reported_only", "none"];

/** The statuses from nothing to everything done; the others say nothing about how far a measure has come. */
const LADDER: readonly MeasureStatus[] = ["not_started", "not_implemented", "in_progress", "partially_implemented", "implemented"];

export type AgainstSuggestion = "same" | "above" | "below" | "aside" | "no_suggestion";

export interface VerdictReading {
  measureId: Id;
  /** null = not yet evaluated */
  status: MeasureStatus | null;
  joint: JointStatus;
  /** weakest of the verdicts it stands on; null = not yet evaluated */
  grade: EvidenceGrade | null;
  byExecutor: { agencyId: Id; role: "lead" | "co"; byConsent: boolean; final: VerdictFact | null; draft: VerdictFact | null }[];
}

interface VerdictCircumstances {
  periodKey: PeriodKey;
  today: CalendarDate;
  /** the day the list of measures stands on (rule 15) */
  basisDate: CalendarDate;
}

/** `verdicts`: all of the measure, in any order. */
export function readVerdicts({ fact }: TreeMeasure, verdicts: readonly VerdictFact[], { periodKey, today, basisDate }: VerdictCircumstances): VerdictReading {
  const own = verdicts.filter((verdict) => verdict.periodKey === periodKey);
  const of = (agencyId: Id, stage: VerdictFact["stage"]) => own.find((verdict) => verdict.agencyId === agencyId && verdict.stage === stage) ?? null;
  const byExecutor = fact.executors.map(({ agencyId, role, byConsent }) => ({ agencyId, role, byConsent, final: of(agencyId, "final"), draft: of(agencyId, "draft") }));
  const counted = byExecutor.map(({ agencyId, role, byConsent, final }) => ({ agencyId, role, byConsent, status: final === null ? null : statusOnList(final, basisDate) }));
  const joint = jointStatus(fact.jointRule, counted, isDeadlinePassed(fact.dueOn, periodKey, today));
  const standsOn = byExecutor.flatMap(({ final, byConsent, role }) => (final === null || byConsent || (joint.because === "lead_decides" && role !== "lead") ? [] : [final.grade]));
  return { measureId: fact.id, status: joint.status, joint, grade: joint.status === null ? null : weakest(standsOn), byExecutor };
}

/** A cycle judges its own period: a deadline after the period's end has not passed in it. */
export const isDeadlinePassed = (dueOn: CalendarDate | null, periodKey: PeriodKey, today: CalendarDate) =>
  dueOn !== null && dueOn <= period(periodKey).endsOn && dueOn < today;

/** What an amendment took out later still stands in the earlier list, undone. */
function statusOnList(verdict: VerdictFact, basisDate: CalendarDate): MeasureStatus {
  const isOut = verdict.status !== "no_longer_relevant" || (verdict.amendedOn !== null && verdict.amendedOn <= basisDate);
  return isOut ? verdict.status : "not_implemented";
}

const weakest = (grades: readonly EvidenceGrade[]): EvidenceGrade | null =>
  EVIDENCE_GRADES[Math.max(...grades.map((grade) => EVIDENCE_GRADES.indexOf(grade)))] ?? null;

/** Where a verdict stands beside what was suggested; "aside" = one of the two is not on the way from nothing to done. */
export function againstSuggestion({ status, suggested }: Pick<VerdictFact, "status" | "suggested">): AgainstSuggestion {
  if (suggested === null) return "no_suggestion";
  if (status === suggested) return "same";
  const [given, proposed] = [LADDER.indexOf(status), LADDER.indexOf(suggested)];
  if (given < 0 || proposed < 0) return "aside";
  return given > proposed ? "above" : "below";
}
