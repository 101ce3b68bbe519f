import { strictest } from "~/domain/access";
import { isInTime } from "~/domain/dates";
import { entryWindow, type EntryRound, type EntryWindow } from "~/domain/entry-window";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, Content, Id } from "~/domain/facts";
import { comparePeriods } from "~/domain/periods";
import { can, type Actor } from "~/domain/permissions";
import type { Action } from "~/domain/roles";
import type { Db } from "~db/client.server";
import { listSeries } from "~db/queries/measurements";
import { findObligation, listRounds, type ObligationRow } from "~db/queries/obligations";
import { accessOf, answersReturn, latestOf, readMeasurementOf, stateOf, type MeasurementFacts } from "./measurement-facts.server";
import { contentOfRow } from "./stored-content";
import { readPlans, type IndicatorContext } from "./plan-directory.server";

export interface Round {
  cycleId: Id;
  periodKey: string;
  kind: string;
  window: EntryRound;
  /** until this day what was returned may be sent again in the round itself */
  reviewUntil: string | null;
}

/** Everything an act on an obligation asks about: what is owed, what was said, what the plan says of it. */
export interface OpenObligation {
  obligation: ObligationRow;
  context: IndicatorContext;
  facts: MeasurementFacts;
  state: ReturnType<typeof stateOf>;
  access: AccessLevel;
  series: Awaited<ReturnType<typeof listSeries>>;
  /** the body's last value before the period, in whatever state */
  previous: { periodKey: string; content: Content; on: string; access: AccessLevel } | null;
  round: Round;
  /** the open round of the same plan through which an earlier period is corrected late; null = none is open */
  lateRound: Round | null;
}

/** Loads an obligation for an act. Throws not_found, also for what lies above the reader's ceiling, or a refusal. */
export async function openObligation(db: Db, actor: Actor, now: string, id: Id, action: Action): Promise<OpenObligation> {
  const obligation = await findObligation(db, id);
  if (obligation === undefined) throw new DomainError("not_found");
  const directory = await readPlans(db, [obligation.plan_code], now);
  const context = directory.find(obligation.plan_version_id, obligation.indicator_id);
  if (context === null) throw new DomainError("not_found");
  const key = { indicatorId: obligation.indicator_id, agencyId: obligation.agency_id, periodKey: obligation.period_key };
  const facts = await readMeasurementOf(db, key);
  const access = strictest(context.access, accessOf(latestOf(facts)));
  const permission = can(actor, action, {
    agencyId: obligation.agency_id,
    access,
    executors: context.measure?.executors ?? [],
  });
  if (!permission.ok) throw new DomainError(permission.reason);
  const series = await listSeries(db, key.indicatorId, key.agencyId, now);
  const rounds = (await listRounds(db, obligation.plan_id)).map(toRound);
  const round = rounds.find((each) => each.cycleId === obligation.cycle_id);
  if (round === undefined) throw new DomainError("not_found");
  return {
    obligation,
    context,
    facts,
    state: stateOf(facts, obligation.excluded_reason),
    access,
    series,
    previous: previousValue(series, key.periodKey),
    round,
    lateRound: lateRoundOf(rounds, round, now),
  };
}

type RoundRow = Awaited<ReturnType<typeof listRounds>>[number];

export function toRound(row: RoundRow): Round {
  return {
    cycleId: row.id,
    periodKey: row.period_key,
    kind: row.kind,
    reviewUntil: row.review_until,
    window: { periodKey: row.period_key, opensOn: row.opens_on, dueOn: row.due_on, graceDays: row.grace_days, exceptionUntil: null },
  };
}

/** A later round of the plan that is open now; one of the same kind before others, then the one that closes first. */
export function lateRoundOf(rounds: readonly Round[], own: Round, now: string): Round | null {
  const open = rounds.filter(
    (each) => each.cycleId !== own.cycleId && comparePeriods(each.periodKey, own.periodKey) > 0 && entryWindow(each.window, now).ok,
  );
  return open.find((each) => each.kind === own.kind) ?? open[0] ?? null;
}

/**
 * A return is answered while the round is under review: sending again what came in time is not late. Null = no return
 * to answer (answersReturn), or the review is over.
 */
export function answerUntil(round: Pick<Round, "reviewUntil">, isAnswer: boolean, now: string): string | null {
  return isAnswer && round.reviewUntil !== null && isInTime(now, round.reviewUntil) ? round.reviewUntil : null;
}

/**
 * May the value be taken now? `late`: the person sends it as a late correction, knowing that its own round is closed;
 * without that a closed round refuses, although the next one is open (case C17).
 */
export function windowOf(open: Pick<OpenObligation, "round" | "lateRound" | "facts">, now: string, late: boolean): EntryWindow {
  const answered = answerUntil(open.round, answersReturn(open.facts), now);
  if (answered !== null) return { ok: true, closesOn: answered, by: "round" };
  return entryWindow(open.round.window, now, late ? (open.lateRound?.window ?? null) : null);
}

function previousValue(series: OpenObligation["series"], periodKey: string): OpenObligation["previous"] {
  const earlier = series.filter((each) => comparePeriods(each.period_key, periodKey) < 0).reverse();
  for (const each of earlier) {
    const content = contentOfRow(each);
    if (content === null || content.kind === "missing") continue;
    return { periodKey: each.period_key, content, on: each.observed_on ?? each.ends_on, access: accessOf(each) };
  }
  return null;
}
