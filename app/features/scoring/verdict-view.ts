/** A verdict as pages show it, with what the body replied. Texts may have been removed under an act; that is said. */
import type { CalendarDate, EvidenceGrade, Id, MeasureStatus, PeriodKey } from "~/domain/facts";
import type { ReplyState } from "~/domain/right-of-reply";
import type { AgainstSuggestion } from "~/domain/verdict-readings";
import type { TextView } from "../value/read-history.server";

export interface VerdictView {
  id: Id;
  agencyId: Id;
  /** short name of the body judged */
  agency: string;
  periodKey: PeriodKey;
  seq: number;
  stage: "draft" | "final";
  status: MeasureStatus;
  suggested: MeasureStatus | null;
  against: AgainstSuggestion;
  grade: EvidenceGrade;
  text: TextView;
  differsReason: TextView;
  legalBasis: string | null;
  from: CalendarDate | null;
  to: CalendarDate | null;
  amendment: { id: Id; no: number; inForceFrom: CalendarDate } | null;
  at: string;
  /** role and body of the evaluator */
  by: string;
  replyUntil: CalendarDate;
  /** of a draft: where the right of reply stands */
  replyState: ReplyState;
  reply: { agreed: boolean; text: TextView; at: string; by: string; isLate: boolean } | null;
  sources: { kind: "link" | "document" | "visit"; url: string | null; title: TextView; on: CalendarDate | null }[];
  /** a newer verdict on the body in the round stands in its place */
  isReplaced: boolean;
  rulesVersion: number;
}
