/** Addresses that leave the page of those who lead: what is behind a figure, read as the page is. */
import { overviewPath, scorecardPath } from "~/features/plan/addresses";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { ListedState } from "~/features/scorecard/scorecard-tables";

/** Which indicators; what is left out is not asked. */
export interface ListOf {
  agency?: string;
  goal?: string;
  state?: ListedState;
}

type OfPeriod = Pick<ScorecardAnswer, "plan" | "scorecard" | "asked">;

/** The list of indicators behind a count. */
export function listPath({ plan, scorecard, asked: question }: OfPeriod, of: ListOf): string {
  const asked = new URLSearchParams(question);
  for (const [name, value] of Object.entries(of)) if (value !== undefined) asked.set(name, value);
  const query = asked.toString();
  return `${scorecardPath(plan.code, scorecard.periodKey)}/indicators${query === "" ? "" : `?${query}`}`;
}

/** A table of the page as a file. */
export const csvPath = ({ plan, scorecard, asked }: OfPeriod, name: "problems" | "bodies" | "reporting" | "years"): string =>
  `${overviewPath(plan.code, scorecard.periodKey)}/${name}.csv${asked}`;
