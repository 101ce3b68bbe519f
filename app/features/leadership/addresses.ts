/** Addresses that leave the page of those who lead: what is behind a figure, read as the page is. */
import { overviewPath, scorecardPath } from "~/features/plan/addresses";
import { askedIn, type ReadingQuestion } from "~/features/plan/reading-question";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { ListedState } from "~/features/scorecard/scorecard-tables";

/** Which indicators; what is left out is not asked. */
export interface ListOf {
  agency?: string;
  goal?: string;
  state?: ListedState;
}

type OfPeriod = Pick<ScorecardAnswer, "plan" | "scorecard">;

/** The list of indicators behind a count. */
export function listPath({ plan, scorecard }: OfPeriod, question: ReadingQuestion, of: ListOf): string {
  const asked = new URLSearchParams(askedIn(question));
  for (const [name, value] of Object.entries(of)) if (value !== undefined) asked.set(name, value);
  const query = asked.toString();
  return `${scorecardPath(plan.code, scorecard.periodKey)}/indicators${query === "" ? "" : `?${query}`}`;
}

/** A table of the page as a file. */
export const csvPath = ({ plan, scorecard }: OfPeriod, question: ReadingQuestion, name: "problems" | "bodies" | "reporting" | "years"): string =>
  `${overviewPath(plan.code, scorecard.periodKey)}/${name}.csv${askedIn(question)}`;
