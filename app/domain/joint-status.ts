/**
 * The joint status of a shared measure: rule 17 of the calculation rules. Each executor has a verdict of its
 * own; bodies that take part by consent are shown and not counted.
 * Edge cases: suspended and no_longer_relevant leave, and when none is left the lead's stands; one that cannot
 * be assessed or has no verdict bars "implemented" and is printed beside, but does not change what the others
 * agree on.
 */
import type { Executor, Id, MeasureFact, MeasureStatus } from "./facts";

export interface ExecutorVerdict {
  agencyId: Id;
  role: Executor["role"];
  byConsent: boolean;
  /** null = no verdict yet */
  status: MeasureStatus | null;
}

export interface JointStatus {
  /** null = no verdict to stand on */
  status: MeasureStatus | null;
  because: "lead_decides" | "all_alike" | "only_lead_left" | "mixture_before_deadline" | "mixture_after_deadline" | "nobody_assessed";
  /** obliged bodies that cannot be assessed or have no verdict: printed beside */
  notAssessed: Id[];
  /** suspended or no longer relevant: out of the count */
  left: Id[];
  /** by consent: shown, not counted */
  shownOnly: Id[];
}

export function jointStatus(rule: MeasureFact["jointRule"], verdicts: readonly ExecutorVerdict[], deadlinePassed: boolean): JointStatus {
  const obliged = verdicts.filter((verdict) => !verdict.byConsent);
  const leads = verdicts.find((verdict) => verdict.role === "lead")?.status ?? null;
  const left = obliged.filter(({ status }) => status === "suspended" || status === "no_longer_relevant");
  const staying = obliged.filter((verdict) => !left.includes(verdict));
  const notAssessed = staying.filter(({ status }) => status === null || status === "cannot_be_assessed");
  const assessed = staying.flatMap(({ status }) => (status === null || status === "cannot_be_assessed" ? [] : [status]));
  const beside = {
    notAssessed: ids(notAssessed),
    left: ids(left),
    shownOnly: ids(verdicts.filter((verdict) => verdict.byConsent)),
  };
  if (rule === "lead") return { status: leads, because: "lead_decides", ...beside };
  if (staying.length === 0) return { status: leads, because: "only_lead_left", ...beside };
  const [first] = assessed;
  if (first === undefined) {
    const allBarred = staying.every(({ status }) => status === "cannot_be_assessed");
    return { status: allBarred ? "cannot_be_assessed" : null, because: "nobody_assessed", ...beside };
  }
  const alike = assessed.every((status) => status === first);
  if (alike && !(first === "implemented" && notAssessed.length > 0)) return { status: first, because: "all_alike", ...beside };
  if (!deadlinePassed) return { status: "in_progress", because: "mixture_before_deadline", ...beside };
  const anythingDone = assessed.some((status) => status === "implemented" || status === "partially_implemented");
  return { status: anythingDone ? "partially_implemented" : "not_implemented", because: "mixture_after_deadline", ...beside };
}

const ids = (verdicts: readonly ExecutorVerdict[]) => verdicts.map(({ agencyId }) => agencyId);
