/** What a page gets back from its own action; safe to import into a page. */
import type { SubmissionResult } from "@conform-to/dom";

export interface Problem {
  status: number;
  /** reason code; its sentence is errors.reason.CODE */
  code: string;
  params: Readonly<Record<string, string | number | null>>;
  reference: string;
}

/** Body of an error page's answer: `isRouteErrorResponse(error) && error.data`. */
export type ErrorBody = Problem;

/** One shape for every action, so that pages read it alike. */
export interface ActionAnswer<Done> {
  /** what was typed and what is wrong with it, as message codes; null when there is nothing to show */
  lastResult: SubmissionResult | null;
  /** why the act was refused, apart from its fields */
  problem: Problem | null;
  /** what the act made, where the page stays (a one-time link) */
  done: Done | null;
}
