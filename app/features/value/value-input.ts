import type { AccessLevel, CalendarDate, Content, Missing } from "~/domain/facts";
import type { DraftBody } from "~db/queries/drafts";

export const OBSTACLES = ["money", "law", "procurement", "security", "coordination", "staff", "partner", "other"] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Will the year's target be met, in the body's own view. */
export const EXPECTATIONS = ["yes", "doubtful", "no"] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** Evidence named by an address or by the number of a document; the file itself stays with its holder. */
export type EnteredEvidence = { kind: "link"; url: string } | { kind: "document"; title: string };

/** Where restricted content is kept: it is not held here. */
export interface Reference {
  no: string;
  on: CalendarDate;
  holder: string;
}

/** A value as an agency enters it. Blank texts are "". */
export interface ValueInput {
  obligationId: string;
  /** number of the version the form was opened at; null = there was none */
  baseNo: number | null;
  /** random key of the form: the same post makes one version */
  idemKey: string;
  content: Content | Missing;
  observedOn: CalendarDate | null;
  narrative: string;
  comment: string;
  correctionReason: string;
  obstacle: Obstacle | null;
  willMeet: Expectation | null;
  evidence: EnteredEvidence | null;
  declaredUnrestricted: boolean;
  /** the value's own level; it is never lower than the indicator's */
  access: AccessLevel;
  reference: Reference | null;
  /** sent as a late correction of a closed round */
  late: boolean;
  /** "no change since": the day the repeated value holds from */
  unchangedSince: CalendarDate | null;
  /** fields as typed, kept as a draft when the value is refused */
  typed: DraftBody;
}

/** What an entry stands on, whatever it says. */
export type EntryBase = Pick<ValueInput, "obligationId" | "baseNo" | "late" | "typed">;

export interface Submitted {
  measurementId: string;
  no: number;
  /** null: waits for the body's approver */
  submissionId: string | null;
}

export const hasTexts = (input: Pick<ValueInput, "narrative" | "comment" | "correctionReason" | "evidence" | "reference">): boolean =>
  [input.narrative, input.comment, input.correctionReason].some((text) => text.trim() !== "") || input.evidence !== null || input.reference !== null;
