import { randomUUID } from "node:crypto";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { LocalText } from "~/domain/facts";
import { can, may, visibleScope, type Actor } from "~/domain/permissions";
import type { FigureReading } from "~/ui/figure-reading";
import type { Db } from "~db/client.server";
import { getBoard, type BoardView } from "../board/get-board.server";
import type { Words } from "../indicator/print-content";
import { getPlans, type PlanListItem } from "../plan/get-plans.server";
import { implementationFigure } from "../scorecard/figures";
import { getScorecard, type ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { getAwaiting } from "../submission/get-awaiting.server";
import { getQueue, type QueueItem } from "./get-queue.server";
import { getWorkList, type WorkListView } from "./get-work-list.server";
import { nextTaskIn } from "./next-task.server";

export interface PlanCard {
  code: string;
  title: LocalText;
  illustrative: boolean;
  startsOn: string;
  endsOn: string | null;
  /** null: nothing to roll up yet */
  scorecard: { periodKey: string; figure: FigureReading; achieved: number; due: number; notYetDue: number } | null;
}

/** What each of a person's roles has to do; a section that is not theirs is null. */
export interface HomeView {
  today: string;
  work: (WorkListView & { nextId: string | null; keys: Record<string, string> }) | null;
  approval: { count: number } | null;
  review: QueueItem[] | null;
  board: Pick<BoardView, "round" | "totals" | "rows"> | null;
  plans: PlanCard[] | null;
  administers: { users: boolean; agencies: boolean; audit: boolean; security: boolean };
}

/** The home page of whoever is signed in, by what their roles may do. */
export async function getHome(db: Db, actor: Actor, now: string, words: Words): Promise<HomeView> {
  const scope = visibleScope(actor);
  const work = await getWorkList(db, actor, now, words);
  const review = scope.review === null ? null : await getQueue(db, actor, now, words);
  const approval = scope.approvesFor.length === 0 ? null : { count: (await getAwaiting(db, actor, now, words)).length };
  const isReader = scope.plan && work === null && review === null && approval === null;
  const board = may(actor, "manage_cycles") ? await getBoard(db, actor, now, null, words) : null;
  return {
    today: kyivDateOf(now),
    work: work && { ...work, nextId: nextTaskIn(work)?.href.split("/").at(-1) ?? null, keys: keysFor(work) },
    approval,
    review,
    board: board && { round: board.round, totals: board.totals, rows: board.rows },
    plans: isReader ? await planCards(db, actor, now) : null,
    administers: {
      users: may(actor, "manage_users"),
      agencies: may(actor, "manage_agencies"),
      audit: may(actor, "view_audit"),
      security: may(actor, "view_security_log"),
    },
  };
}

/** One key a row that may be repeated in one click: a double click makes one version. */
function keysFor(work: WorkListView): Record<string, string> {
  return Object.fromEntries(work.toSubmit.filter((item) => item.unchangedSince !== null).map((item) => [item.obligationId, randomUUID()]));
}

async function planCards(db: Db, actor: Actor, now: string): Promise<PlanCard[]> {
  const cards: PlanCard[] = [];
  for (const plan of await getPlans(db, actor, now)) {
    const { code, title, illustrative, startsOn, endsOn } = plan;
    cards.push({ code, title, illustrative, startsOn, endsOn, scorecard: can(actor, "view_scorecard").ok ? await latestScorecard(db, actor, now, plan) : null });
  }
  return cards;
}

/** The latest year with something due, else the latest one that can be read. */
async function latestScorecard(db: Db, actor: Actor, now: string, plan: PlanListItem): Promise<PlanCard["scorecard"]> {
  let latest: PlanCard["scorecard"] = null;
  for (const periodKey of plan.years.slice(0, 3)) {
    const answer = await scorecardOf(db, actor, now, plan.code, periodKey);
    if (answer === null) continue;
    const { implementation } = answer.scorecard.plan;
    const { achieved, due, notYetDue } = implementation.counts;
    const card = { periodKey, figure: implementationFigure(implementation), achieved, due, notYetDue };
    latest ??= card;
    if (due > 0) return card;
  }
  return latest;
}

/** A plan that was not in force in a year has no scorecard of it. */
async function scorecardOf(db: Db, actor: Actor, now: string, planCode: string, periodKey: string): Promise<ScorecardAnswer | null> {
  try {
    return await getScorecard(db, actor, now, { planCode, periodKey });
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return null;
    throw error;
  }
}
