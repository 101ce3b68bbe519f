/** The joint status of a shared measure in words: what it is, why, and who bars "implemented" (rule 17). Pure. */
import type { Id, MeasureStatus } from "~/domain/facts";
import type { VerdictReading } from "~/domain/verdict-readings";
import type { Words } from "~/i18n/words";
import type { AgencyLabel } from "~db/queries/plan-facts";
import { abbreviation } from "../plan/print-measure";

export interface JointView {
  status: MeasureStatus | null;
  because: VerdictReading["joint"]["because"];
  /** obliged bodies without a verdict, or that cannot be assessed */
  bars: string[];
  left: string[];
  shownOnly: string[];
  /** several bodies are obliged: there is something to join */
  isShared: boolean;
}

export function jointView({ status, joint, byExecutor }: VerdictReading, agencies: ReadonlyMap<Id, AgencyLabel>, words: Words): JointView {
  const names = (ids: readonly Id[]) => ids.map((id) => abbreviation(agencies, id, words));
  const judged = byExecutor.some(({ final }) => final !== null);
  return {
    status, because: joint.because,
    bars: judged ? names(joint.notAssessed) : [], left: names(joint.left), shownOnly: judged ? names(joint.shownOnly) : [],
    isShared: byExecutor.filter(({ byConsent }) => !byConsent).length > 1,
  };
}
