import { addDays } from "../../app/domain/dates";
import { period, periodOfDate, periodsBetween } from "../../app/domain/periods";
import type { SeedAct } from "../acts";
import { kyivTime } from "../kyiv-time";
import { accountId } from "./accounts";
import { planId } from "./plan-draft";
import { cycleId } from "./report-acts";
import type { RoundKey } from "./reported";

export interface Round extends RoundKey {
  opensOn: string;
  dueOn: string;
  reviewUntil: string;
  consolidateBy: string | null;
}

const QUARTERLY_DAYS = 15;
const REVIEW_DAYS = 30;

/** Due on 15 March of the next year, consolidated by 15 April. */
export function annualRound(year: string): Round {
  const next = Number(year) + 1;
  const dueOn = `${next}-03-15`;
  return { period: year, kind: "annual", opensOn: `${year}-01-01`, dueOn, reviewUntil: addDays(dueOn, REVIEW_DAYS), consolidateBy: `${next}-04-15` };
}

/** Due within 15 days after the quarter or half-year; opens on its first day. */
export function shortRound(key: string, kind: "quarterly" | "half_yearly"): Round {
  const { startsOn, endsOn } = period(key);
  const dueOn = addDays(endsOn, QUARTERLY_DAYS);
  return { period: key, kind, opensOn: startsOn, dueOn, reviewUntil: addDays(dueOn, REVIEW_DAYS), consolidateBy: null };
}

/** Annual and quarterly rounds of a plan that have opened by `today`. */
export function roundsUntil(startsOn: string, endsOn: string, today: string): Round[] {
  const last = today < endsOn ? today : endsOn;
  const of = (frequency: "annual" | "quarterly") => periodsBetween(periodOfDate(startsOn, frequency), periodOfDate(last, frequency));
  return [...of("annual").map(annualRound), ...of("quarterly").map((key) => shortRound(key, "quarterly"))];
}

/** The coordinator opens a round in the first minute of its period. */
export function roundActs(plan: string, rounds: readonly Round[]): SeedAct[] {
  return rounds.map((round) => {
    const at = kyivTime(round.opensOn, "00:01");
    return {
      at,
      actorId: accountId("coordinator"),
      action: "manage_cycles",
      rows: {
        cycle: [{
          id: cycleId(plan, round), plan_id: planId(plan), period_key: round.period, kind: round.kind, opens_on: round.opensOn,
          due_on: round.dueOn, review_until: round.reviewUntil, consolidate_by: round.consolidateBy, recorded_at: at,
        }],
      },
    };
  });
}
