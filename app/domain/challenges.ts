/** The questions of a challenge sheet (challenge-sheet.ts), and what an answer to one of them is made of. */
import type { CoveragePolicy } from "./coverage";
import type { Total } from "./edition-changes";
import type { DisruptionFact, Executor, Id, PlanStructure, VerdictFact } from "./facts";
import type { Scorecard } from "./scorecard";

/** Every question, in the order of the sheet. "Serious" ones shake the figures themselves. */
export const CHALLENGES = {
  totals_broken: "serious",
  judged_by_executor: "serious",
  coverage_low: "serious",
  suspension_undocumented: "serious",
  word_alone: "serious",
  above_suggestion: "notable",
  target_lowered: "notable",
  deadline_moved: "notable",
  value_far_over: "notable",
  backlog: "notable",
  totals_differ: "notable",
} as const satisfies Record<string, "serious" | "notable">;

export type ChallengeCode = keyof typeof CHALLENGES;

export interface ChallengeItem {
  kind: "plan" | "node" | "measure" | "indicator" | "agency" | "figure";
  id: Id | null;
  /** as printed in the plan; of a figure, its name in the catalogue */
  code: string | null;
  /** plain numbers, dates and codes that the sentence about it holds */
  said: Record<string, string | null>;
}

export interface ChallengeFinding {
  code: ChallengeCode;
  severity: "serious" | "notable";
  items: ChallengeItem[];
}

export interface ChallengeSheet {
  /** every question asked, and of how many things: an empty sheet says what was looked at */
  checked: { code: ChallengeCode; of: number }[];
  findings: ChallengeFinding[];
}

/** A final verdict, the bodies its evaluator belonged to then, and who executed the measure then. */
export interface Judged {
  verdict: Pick<VerdictFact, "id" | "measureId">;
  agencyIds: readonly Id[];
  executors: readonly Pick<Executor, "agencyId" | "byConsent">[];
}

export interface ChallengeInput {
  scorecard: Scorecard;
  /** the plan as first adopted, and as in force at the cut-off */
  adopted: PlanStructure;
  inForce: PlanStructure;
  disruptions: readonly DisruptionFact[];
  judged: readonly Judged[];
  policy: CoveragePolicy;
  /** figures that differ from the edition before; null = there is none */
  against: readonly Total[] | null;
}

/** Of how many things the question was asked, and which of them it found. */
export interface Answer {
  of: number;
  items: ChallengeItem[];
}

export const measureItem = ({ tree }: Scorecard, id: Id, said: ChallengeItem["said"]): ChallengeItem => ({ kind: "measure", id, code: tree.measureById.get(id)?.fact.code ?? null, said });
export const indicatorItem = ({ tree }: Scorecard, id: Id, said: ChallengeItem["said"]): ChallengeItem => ({ kind: "indicator", id, code: tree.indicatorById.get(id)?.code ?? null, said });
