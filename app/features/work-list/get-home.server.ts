import { randomUUID } from "node:crypto";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { LocalText } from "~/domain/facts";
import type { Light } from "~/domain/reading";
import { can, may, visibleScope, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import type { Db } from "~db/client.server";
import { getBoard, type BoardView } from "../board/get-board.server";
import { getOverview } from "../leadership/get-overview.server";
import { overviewPage, type OverviewView } from "../leadership/overview-page";
import { getPlans, type PlanListItem } from "../plan/get-plans.server";
import { implementationFigure } from "../scorecard/figures";
import { getScorecard, type ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { listRepliesDue, type ReplyDue } from "../scoring/list-replies-due.server";
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
  /** null: nothing to roll up yet, or a plan without an end, whose targets belong to no year */
  scorecard: PlanFigures | null;
}

export interface PlanFigures {
  periodKey: string;
  figure: FigureReading;
  achieved: number;
  due: number;
  notYetDue: number;
  /** how many run on time, while the year lasts; null where nothing has a pace */
  pace: Record<Light, number> | null;
}

/** What each of a person's roles has to do; a section that is not theirs is null. */
export interface HomeView {
  today: string;
  work: (WorkListView & { nextId: string | null; keys: Record<string, string> }) | null;
  approval: { count: number } | null;
  review: QueueItem[] | null;
  /** draft verdicts that the person's bodies may answer */
  replies: ReplyDue[] | null;
  board: Pick<BoardView, "round" | "totals" | "rows"> | null;
  plans: PlanCard[] | null;
  /** of the usual plan and period, for whoever has nothing else to do here; that plan is then not among `plans` */
  overview: OverviewView | null;
  illustrative: boolean;
  administers: { users: boolean; agencies: boolean; audit: boolean; security: boolean; purge: boolean; unjudged: boolean };
}

/** The home page of whoever is signed in, by what their roles may do. */
export async function getHome(db: Db, actor: Actor, now: string, words: Words): Promise<HomeView> {
  const scope = visibleScope(actor);
  const work = await getWorkList(db, actor, now, words);
  const review = scope.review === null ? null : await getQueue(db, actor, now, words);
  const replies = scope.answersFor.length === 0 ? null : await listRepliesDue(db, actor, now, words);
  const approval = scope.approvesFor.length === 0 ? null : { count: (await getAwaiting(db, actor, now, words)).length };
  const isReader = scope.plan && work === null && review === null && approval === null;
  const board = may(actor, "manage_cycles") ? await getBoard(db, actor, now, null, words) : null;
  const cards = isReader ? await planCards(db, actor, now) : null;
  const administers = administersWhat(actor);
  const usual = board !== null || Object.values(administers).some(Boolean) ? undefined : cards?.find(({ scorecard }) => scorecard !== null);
  const overview = usual?.scorecard ? overviewPage(await getOverview(db, actor, now, { planCode: usual.code, periodKey: usual.scorecard.periodKey }), words) : null;
  const lists = [...(work ? [work.returned, work.toSubmit, work.overdue, work.awaitingApproval, work.submitted, work.verified].flat() : []), ...(review ?? []), ...(replies ?? [])];
  return {
    illustrative: [...lists, ...(cards ?? []), ...(board ? [board.round] : [])].some((each) => each.illustrative),
    today: kyivDateOf(now),
    work: work && { ...work, nextId: nextTaskIn(work)?.href.split("/").at(-1) ?? null, keys: keysFor(work) },
    approval,
    review,
    replies,
    board: board && { round: board.round, totals: board.totals, rows: board.rows },
    plans: cards && cards.filter((card) => card !== usual),
    overview,
    administers,
  };
}

const administersWhat = (actor: Actor): HomeView["administers"] => ({
  users: may(actor, "manage_users"),
  agencies: may(actor, "manage_agencies"),
  audit: may(actor, "view_audit"),
  security: may(actor, "view_security_log"),
  purge: may(actor, "request_purge"),
  unjudged: may(actor, "view_unjudged"),
});

/** One key a row that may be repeated in one click: a double click makes one version. */
function keysFor(work: WorkListView): Record<string, string> {
  return Object.fromEntries(work.toSubmit.filter((item) => item.unchangedSince !== null).map((item) => [item.obligationId, randomUUID()]));
}

async function planCards(db: Db, actor: Actor, now: string): Promise<PlanCard[]> {
  const cards: PlanCard[] = [];
  for (const plan of await getPlans(db, actor, now)) {
    const { code, title, illustrative, startsOn, endsOn } = plan;
    cards.push({ code, title, illustrative, startsOn, endsOn, scorecard: endsOn !== null && can(actor, "view_scorecard").ok ? await latestFigures(db, actor, now, plan) : null });
  }
  return cards;
}

/** The latest year with a figure, else the latest that has something due or to come. */
async function latestFigures(db: Db, actor: Actor, now: string, plan: PlanListItem): Promise<PlanFigures | null> {
  let latest: PlanFigures | null = null;
  for (const periodKey of plan.years.slice(0, 5)) {
    const answer = await scorecardOf(db, actor, now, plan.code, periodKey);
    if (answer === null) continue;
    const { counts, rate } = answer.scorecard.plan.implementation;
    if (counts.due + counts.notYetDue === 0) continue;
    const figures = planFigures(answer);
    if ((rate !== null && counts.reported > 0) || counts.notYetDue > 0) return figures;
    latest ??= figures;
  }
  return latest;
}

function planFigures({ scorecard }: ScorecardAnswer): PlanFigures {
  const { implementation } = scorecard.plan;
  const { achieved, due, notYetDue } = implementation.counts;
  const lights = notYetDue === 0 ? [] : scorecard.readings.flatMap(({ pace }) => pace?.light ?? []);
  const count = (light: Light) => lights.filter((each) => each === light).length;
  return {
    periodKey: scorecard.periodKey,
    figure: implementationFigure(implementation),
    achieved,
    due,
    notYetDue,
    pace: lights.length === 0 ? null : { on_track: count("on_track"), behind: count("behind"), at_risk: count("at_risk") },
  };
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
