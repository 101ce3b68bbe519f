/**
 * What calculation says: the shapes that screens, exports and reports print. No text: every word is a code
 * that a catalogue translates, every refusal carries its reason.
 */
import type { Exact } from "./exact";
import type { AccessLevel, CalendarDate, Content, Id, PeriodKey, ReasonCode, Target } from "./facts";

/** One value that should be there and is not. */
export interface MissingPart {
  indicatorId: Id;
  agencyId: Id;
  periodKey: PeriodKey;
  reason: ReasonCode;
  /** a submitted version waits for verification: not counted yet, and not "not reported" (rule 10 i) */
  awaiting: boolean;
}

/** The value of an indicator for a period, put together from bodies and sub-periods (rule 8). */
export interface Actual {
  content: Content | null;
  /**
   * full: everything asked for is in; at_least: a sum with parts missing; of_reported: ratio, average or
   * maximum of the known parts; last_known: no value in the period, an earlier one is shown beside
   * (never counted); latest_of_period: a percentage without parts, the latest of the period (rule 7);
   * carried_forward: declared carry-forward, with its period.
   */
  label: "full" | "at_least" | "of_reported" | "last_known" | "latest_of_period" | "carried_forward";
  /** what the parts are, when there is more than one */
  partUnit: "bodies" | "months" | "quarters" | "halves" | null;
  knownParts: number;
  ofParts: number;
  /** missing parts that count as missing; excluded parts (suspended …) are in `excludedParts` */
  missing: MissingPart[];
  excludedParts: MissingPart[];
  /** some counted part is not verified, or something is missing inside (rules 8, 9) */
  provisional: boolean;
  verified: boolean;
  /** the period the content is of (differs from the period read when last_known or carried_forward) */
  periodKey: PeriodKey | null;
  /** the measurements it stands on, for drill-down */
  measurementIds: Id[];
}

/** Why there is no progress percentage. */
export type NotComputable =
  | "no_baseline"
  | "no_target"
  | "no_value"
  | "break"
  | "denominator_zero"
  /** stages of which some have a weight and some have none, or that weigh nothing together */
  | "weight_missing"
  | "hold"
  | "floor"
  | "not_ordinal"
  | "context"
  | "within_year"
  | "not_assessable"
  | "restricted";

export type HoldResult = "held" | "below" | "above";
export type FloorResult = "above_floor" | "below_floor" | "above_ceiling" | "below_ceiling";
export type Flag = "regressing" | "over_achieved";

export interface Progress {
  /** signed, uncapped, unrounded (rule 1); null with a reason */
  raw: Exact | null;
  notComputable: NotComputable | null;
  /** attainment A / T without baseline (rule 3), or a flow's A / T within its year (rule 8) */
  attainment: Exact | null;
  attainmentKind: "no_baseline" | "year_to_date" | null;
  hold: HoldResult | null;
  floor: FloorResult | null;
  flags: Flag[];
}

/**
 * achieved / not_achieved decided on exact values (rule 5); not_assessable: something is missing inside and
 * the known parts decide nothing (rule 8); missing: no value in the reading shown (rule 10 i).
 */
export type AchievedResult = "achieved" | "not_achieved" | "not_assessable" | "missing";

export type DueState =
  | "due"
  /** the target's date is still ahead: of a year not over, or read at a quarter or half of it without a target of its own */
  | "not_yet_due"
  /** no target falls in the period, nor in its year */
  | "not_due"
  /** the measure's deadline lies before the target (rule 15) */
  | "after_plan_date"
  | "excluded";

export type Exclusion =
  | "context"
  | "no_target"
  | "not_computable"
  | "suspended"
  | "not_applicable"
  | "cannot_exist"
  | "restricted"
  | "no_longer_relevant";

export type Light = "on_track" | "behind" | "at_risk";

export interface Pace {
  /** P and E as shares (0.499 = 49.9 %); for a flow within the year P is A / T */
  progress: Exact;
  expected: Exact;
  /** the expected value on the line, in the indicator's unit; null for a measure or a flow */
  expectedValue: Exact | null;
  light: Light;
  interpolatedTarget: boolean;
}

/** Everything about one indicator in one period; rules 1–9 and 14. */
export interface IndicatorReading {
  indicatorId: Id;
  measureId: Id | null;
  nodeId: Id | null;
  periodKey: PeriodKey;
  access: AccessLevel;
  due: DueState;
  /**
   * Whether it takes part in average progress (rule 10 ii). As `due`, except inside a year (a quarter or half of it,
   * or a year not over): there "due" = its own frequency asked for a value by then, so it has a share or is missing;
   * "not_yet_due" = a once-a-year indicator before its date, or one that has its word only for the full year.
   */
  averageDue: DueState;
  /** its target's day is over: due, or it would be if nothing excluded it; an excluded one may have it still ahead */
  dateReached: boolean;
  exclusion: Exclusion | null;
  /** disruption that excludes it, where one does */
  disruptionId: Id | null;
  actual: Actual;
  /** the target the period is judged by, after a suspended share is taken off (rule 8) */
  target: Target | null;
  /** share of the year's target left after suspension; 1 = untouched */
  targetShare: Exact;
  achieved: AchievedResult;
  /** to the period's target */
  progress: Progress;
  /** to the plan's last target, for display only (rule 14) */
  progressToEnd: Progress | null;
  /** leaf of the average-progress reading, in [0, 1]; null = missing or excluded (rule 10 ii) */
  share: Exact | null;
  /** why the leaf takes no part in average progress though due; null = it takes part */
  shareExclusion: Exclusion | null;
  pace: Pace | null;
  /** a stage indicator that is not at its last stage (rule 10 i) */
  stageNotLast: boolean;
  reported: boolean;
  verified: boolean;
  awaitingVerification: boolean;
}

/** Interval, coverage and counts that travel beside every figure. */
export interface Counts {
  due: number;
  achieved: number;
  underWay: number;
  /** of those under way: no value in the reading shown */
  missing: number;
  reported: number;
  verified: number;
  awaitingVerification: number;
  notAssessable: number;
  notYetDue: number;
  excluded: Partial<Record<Exclusion, number>>;
  /** of those suspended, the ones that would be due by now: what "with suspended items kept" keeps */
  suspendedDue: number;
  stageNotLast: number;
  measuresDue: number;
}

export type CoverageState = "final" | "preliminary" | "withheld" | "no_data";

/** Reading (i), implementation by achieved indicators, of one node or plan. All rates are shares. */
export interface Implementation {
  counts: Counts;
  rate: Exact | null;
  low: Exact | null;
  high: Exact | null;
  coverage: Exact | null;
  coverageState: CoverageState;
  missing: MissingPart[];
}

/** Reading (ii), average progress: the result of one node of the roll-up (rule 11). All figures are shares. */
export interface RollupResult {
  id: Id;
  kind: "plan" | "node" | "measure" | "indicator";
  value: Exact | null;
  low: Exact | null;
  high: Exact | null;
  coverage: Exact | null;
  coverageState: CoverageState;
  leavesDue: number;
  /** leaves that have a value in the reading shown ("on 1 of 3"); a value awaiting verification is reported, not known */
  leavesKnown: number;
  leavesReported: number;
  leavesVerified: number;
  notYetDue: number;
  excluded: Partial<Record<Exclusion, number>>;
  /** a weight is missing, below 0, or the weights sum to 0: the node has no value, its parent counts it missing */
  error: { code: "weight_missing" | "weight_negative" | "weights_sum_to_zero"; childIds: Id[] } | null;
  missing: MissingPart[];
  children: RollupResult[];
  /** normalised weight within its parent among children with a value; null where it takes none */
  weight: Exact | null;
}

export interface ReadingLabel {
  planVersionId: Id;
  basis: "in_force_on_1_january" | "current" | "as_first_adopted";
  rulesVersion: number;
  cutOff: CalendarDate | null;
  knownAt: string;
  ceiling: AccessLevel;
  includesProvisional: boolean;
}
