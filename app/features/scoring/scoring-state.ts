/** Where the evaluation of a measure stands in a round, for lists: nobody has judged, a body may reply, or it is done. Pure. */
import type { CalendarDate, Id } from "~/domain/facts";
import { replyState, type DraftInTerm } from "~/domain/right-of-reply";
import type { VerdictReading } from "~/domain/verdict-readings";

export const SCORING_STATES = ["none", "partly", "waiting", "ready", "final"] as const;

export interface ScoringState {
  /** partly: some executors have a verdict; ready: every draft has been answered or its term is over */
  state: (typeof SCORING_STATES)[number];
  /** waiting: the first term to end */
  until: CalendarDate | null;
  /** ready: a body has replied */
  hasReply: boolean;
}

/** `terms`: of the round's drafts, by id. */
export function scoringState({ byExecutor }: VerdictReading, terms: ReadonlyMap<Id, DraftInTerm>, now: string): ScoringState {
  const obliged = byExecutor.filter(({ byConsent }) => !byConsent);
  const judged = obliged.length > 0 ? obliged : byExecutor;
  const drafts = byExecutor.flatMap(({ draft }) => (draft === null ? [] : (terms.get(draft.id) ?? [])));
  const waiting = drafts.filter((draft) => replyState(draft, now) === "waiting").map(({ replyUntil }) => replyUntil).sort();
  const nothing = { until: null, hasReply: false };
  if (drafts.length > 0 && waiting.length === 0) return { state: "ready", until: null, hasReply: drafts.some(({ repliedAt }) => repliedAt !== null) };
  if (waiting[0] !== undefined) return { state: "waiting", until: waiting[0], hasReply: false };
  const finals = judged.filter(({ final }) => final !== null).length;
  return { ...nothing, state: finals === 0 ? "none" : finals < judged.length ? "partly" : "final" };
}

/** Something is to be done by an evaluator now. */
export const isToDo = ({ state }: ScoringState) => state === "none" || state === "partly" || state === "ready";
