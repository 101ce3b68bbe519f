/** What bodies reported and evaluators decided, before it becomes rows. Decimals are plain, without trailing zeros. */
export type ReportedContent =
  | { kind: "number" | "share"; value: string }
  | { kind: "parts"; numerator: string; denominator: string }
  | { kind: "stage"; stage: number }
  | { kind: "yes_no"; yesNo: boolean }
  | { kind: "missing"; reason: string };

export interface RoundKey {
  period: string;
  kind: "annual" | "half_yearly" | "quarterly";
}

export interface MeasurementKey {
  plan: string;
  /** code of the indicator */
  indicator: string;
  /** code of the body */
  agency: string;
  period: string;
}

export interface ReportedValue extends MeasurementKey {
  round: RoundKey;
  no: number;
  at: string;
  author: string;
  /** null = waits for the body's own approver */
  sent: { by: string; at: string } | null;
  content: ReportedContent;
  qualifier?: "at_least";
  observedOn?: string | null;
  source?: string | null;
  unchangedSince?: string | null;
  narrative?: string | null;
  comment?: string | null;
  correctionReason?: string | null;
  /** where content is that is not held here */
  reference?: { no: string; on: string; holder: string } | null;
  obstacle?: string | null;
  willMeet?: "yes" | "doubtful" | "no" | null;
  access?: string;
  evidence?: ReportedEvidence[];
}

export type ReportedEvidence =
  | { kind: "link"; url: string }
  | { kind: "document"; title: string }
  | { kind: "file"; title: string; body: string; mediaType: string };

export interface ReportedDecision extends MeasurementKey {
  no: number;
  seq: number;
  at: string;
  by: string;
  decision: "accepted" | "returned";
  reason?: string;
}

export interface Report {
  values: ReportedValue[];
  decisions: ReportedDecision[];
}
