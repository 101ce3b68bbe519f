/**
 * The facts that calculation reads: what the plan says, what agencies reported, what interrupted them.
 * Plain values only. Exact numbers are `Exact` (exact.ts), calendar dates are `YYYY-MM-DD` strings in
 * Europe/Kyiv, period keys are `2026`, `2026-H1`, `2026-Q4`, `2026-11`.
 * Source: shared model (core facts); words as in the field's glossary.
 */
import type { Exact } from "./exact";

export type CalendarDate = string;
export type PeriodKey = string;
export type Id = string;

export type AccessLevel = "public" | "internal" | "restricted";
export type LevelRole = "group" | "goal" | "objective";
type IndicatorKind = "context" | "process" | "output" | "outcome";
export type ValueType = "number" | "percentage" | "ratio" | "yes_no" | "stages" | "scale";
export type Direction = "increase" | "decrease" | "hold";
export type Aggregation = "flow" | "stock" | "cumulative_entered" | "average" | "maximum" | "ratio_of_sums";
export type Frequency = "annual" | "half_yearly" | "quarterly" | "monthly";
export type Qualifier = "at_least" | "at_most" | "range";

/** Why there is no value (glossary, table of reason codes). */
export type ReasonCode =
  | "not_reported"
  | "dash_unclear"
  | "no_data"
  | "not_collected"
  | "lost"
  | "not_applicable"
  | "cannot_exist"
  | "suspended"
  | "restricted";

/** Both languages of a content text; a missing one is null and the screen marks the other. */
export interface LocalText {
  uk: string | null;
  en: string | null;
}

/** What a value is, whatever it is for: actual, baseline or target. */
export type Content =
  | { kind: "number"; value: Exact }
  /** a percentage or ratio by its parts */
  | { kind: "parts"; numerator: Exact; denominator: Exact }
  /** a percentage or ratio without parts (rule 7: never combined); percentages in per cent, 64.6 = 64.6 % */
  | { kind: "share"; value: Exact }
  /** number of the last completed stage, 0 = none */
  | { kind: "stage"; no: number }
  /** position on a qualitative scale, from 1 */
  | { kind: "scale"; position: number }
  | { kind: "yes_no"; value: boolean };

export interface Missing {
  kind: "missing";
  reason: ReasonCode;
}

export interface Stage {
  no: number;
  code: string;
  label: LocalText;
  /** null = not given; all null = equal (rule 4) */
  weight: Exact | null;
}

export interface Baseline {
  content: Content | null;
  /** date the baseline holds at; null when only a year is known */
  on: CalendarDate | null;
  year: number | null;
  basis: string | null;
}

export interface Target {
  /** null = an open target: compared with the latest value, makes nothing due in a period */
  periodKey: PeriodKey | null;
  by: CalendarDate | null;
  /** null only when `range` is given */
  content: Content | null;
  range: { low: Exact; high: Exact } | null;
  qualifier: Qualifier | null;
  disputed: LocalText | null;
}

export interface IndicatorFact {
  id: Id;
  measureId: Id | null;
  nodeId: Id | null;
  position: number;
  code: string;
  name: LocalText;
  kind: IndicatorKind | null;
  valueType: ValueType;
  direction: Direction | null;
  aggregation: Aggregation | null;
  unit: string | null;
  /** digits after the decimal mark on display */
  precision: number;
  frequency: Frequency;
  responsibleAgencyId: Id | null;
  /** bodies that each owe a part; empty = the responsible body, else the lead (rule 17) */
  reporterIds: Id[];
  /** weight within the measure; null = not given */
  weight: Exact | null;
  access: AccessLevel;
  stages: Stage[];
  /** declared range or tolerance of a hold indicator */
  holdRange: { low: Exact; high: Exact } | null;
  /** a qualitative scale counts only if declared ordinal (rule 4) */
  scale: { code: string; ordinal: boolean; size: number } | null;
  baseline: Baseline | null;
  targets: Target[];
  /** the plan's own total of a flow, where it states one (rule 16) */
  totalTarget: Exact | null;
  /** seasonal shares of the four quarters, summing to 1 (rule 8) */
  quarterShares: [Exact, Exact, Exact, Exact] | null;
  carryForward: boolean;
}

export interface Executor {
  agencyId: Id;
  role: "lead" | "co";
  byConsent: boolean;
  position: number;
}

export interface MeasureFact {
  id: Id;
  nodeId: Id;
  position: number;
  code: string;
  title: LocalText;
  startsOn: CalendarDate | null;
  /** the deadline; null = open-ended or an undated event */
  dueOn: CalendarDate | null;
  weight: Exact | null;
  access: AccessLevel;
  /** rule 17: "lead" when the plan says the joint status is the lead's */
  jointRule: "lead" | "by_executors";
  executors: Executor[];
}

export interface NodeFact {
  id: Id;
  parentId: Id | null;
  depth: number;
  role: LevelRole;
  position: number;
  code: string;
  title: LocalText;
  weight: Exact | null;
  access: AccessLevel;
}

/** One version of one plan, as accepted. */
export interface PlanStructure {
  planId: Id;
  planVersionId: Id;
  versionNo: number;
  inForceFrom: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
  nodes: NodeFact[];
  measures: MeasureFact[];
  indicators: IndicatorFact[];
}

/** The version of a measurement that counts in the reading asked for (rule 9), one per indicator, agency, period. */
export interface ValueFact {
  indicatorId: Id;
  agencyId: Id;
  periodKey: PeriodKey;
  measurementId: Id;
  no: number;
  content: Content | Missing;
  /** "at least" on a published value, e.g. "at least 20" */
  qualifier: "at_least" | null;
  observedOn: CalendarDate | null;
  verified: boolean;
  access: AccessLevel;
}

export type DisruptionScopeKind = "territory" | "agency" | "node" | "measure" | "indicator";
export type DisruptionEffect = "waive" | "pause" | "gap" | "break" | "target";

/** One interruption with one scope line; withdrawn ones are not handed in. Both dates included; null = still on. */
export interface DisruptionFact {
  id: Id;
  from: CalendarDate;
  to: CalendarDate | null;
  what: LocalText;
  legalBasis: string | null;
  scopeKind: DisruptionScopeKind;
  scopeId: Id;
  effect: DisruptionEffect;
}

export type MeasureStatus =
  | "not_started"
  | "in_progress"
  | "partially_implemented"
  | "implemented"
  | "not_implemented"
  | "suspended"
  | "cannot_be_assessed"
  | "no_longer_relevant";

/** How a verdict came about (glossary). */
export type EvidenceGrade = "document_seen" | "independent_source" | "own_visit" | "reported_only" | "none";

/** The latest verdict on one executor's part of a measure in one cycle: the final one, or a draft newer than it. */
export interface VerdictFact {
  id: Id;
  measureId: Id;
  agencyId: Id;
  /** of the cycle it was given in */
  periodKey: PeriodKey;
  stage: "draft" | "final";
  status: MeasureStatus;
  /** what rule 16 suggested then; null = nothing */
  suggested: MeasureStatus | null;
  grade: EvidenceGrade;
  /** no_longer_relevant: from when the amendment it names is in force */
  amendedOn: CalendarDate | null;
  evaluatorId: Id;
}

/** What the lead last said of the whole measure in a cycle (rule 16). */
export interface ClaimFact {
  measureId: Id;
  agencyId: Id;
  periodKey: PeriodKey;
  status: MeasureStatus;
  documentNo: string | null;
}

/** One value owed by one body, with the moment its first version left the body. */
export interface ObligationFact {
  indicatorId: Id;
  agencyId: Id;
  periodKey: PeriodKey;
  /** last day that is in time, the round's grace included */
  dueOn: CalendarDate;
  /** ISO instant; null = not sent by the as-of moment */
  submittedAt: string | null;
  excluded: boolean;
}
