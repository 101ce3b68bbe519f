import { randomUUID } from "node:crypto";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { LocalText } from "~/domain/facts";
import { printedPercent } from "~/domain/printing";
import type { Light, Pace } from "~/domain/reading";
import { owingAgencies } from "~/domain/structure";
import { chooseText } from "~/i18n/choose-text";
import { can, may, visibleScope, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import type { Db } from "~db/client.server";
import { getBoard, type BoardView } from "../board/get-board.server";
import { indicatorPath } from "../plan/addresses";
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
  problems: Problem[];
}

/** One that is at risk, who owes it, and how far it is from where it should be; printed percentages of the way. */
export interface Problem {
  title: string;
  href: string;
  agency: string;
  progress: string;
  expected: string;
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
  const plans = isReader ? await planCards(db, actor, now, words) : null;
  const lists = [...(work ? [work.returned, work.toSubmit, work.overdue, work.awaitingApproval, work.submitted, work.verified].flat() : []), ...(review ?? []), ...(replies ?? [])];
  return {
    illustrative: [...lists, ...(plans ?? []), ...(board ? [board.round] : [])].some((each) => each.illustrative),
    today: kyivDateOf(now),
    work: work && { ...work, nextId: nextTaskIn(work)?.href.split("/").at(-1) ?? null, keys: keysFor(work) },
    approval,
    review,
    replies,
    board: board && { round: board.round, totals: board.totals, rows: board.rows },
    plans,
    administers: {
      users: may(actor, "manage_users"),
      agencies: may(actor, "manage_agencies"),
      audit: may(actor, "view_audit"),
      security: may(actor, "view_security_log"),
      purge: may(actor, "request_purge"),
      unjudged: may(actor, "view_unjudged"),
    },
  };
}

/** One key a row that may be repeated in one click: a double click makes one version. */
function keysFor(work: WorkListView): Record<string, string> {
  return Object.fromEntries(work.toSubmit.filter((item) => item.unchangedSince !== null).map((item) => [item.obligationId, randomUUID()]));
}

async function planCards(db: Db, actor: Actor, now: string, words: Words): Promise<PlanCard[]> {
  const cards: PlanCard[] = [];
  for (const plan of await getPlans(db, actor, now)) {
    const { code, title, illustrative, startsOn, endsOn } = plan;
    cards.push({ code, title, illustrative, startsOn, endsOn, scorecard: endsOn !== null && can(actor, "view_scorecard").ok ? await latestFigures(db, actor, now, plan, words) : null });
  }
  return cards;
}

/** The latest year with a figure, else the latest that has something due or to come. */
async function latestFigures(db: Db, actor: Actor, now: string, plan: PlanListItem, words: Words): Promise<PlanFigures | null> {
  let latest: PlanFigures | null = null;
  for (const periodKey of plan.years.slice(0, 5)) {
    const answer = await scorecardOf(db, actor, now, plan.code, periodKey);
    if (answer === null) continue;
    const { counts, rate } = answer.scorecard.plan.implementation;
    if (counts.due + counts.notYetDue === 0) continue;
    const figures = planFigures(answer, words);
    if ((rate !== null && counts.reported > 0) || counts.notYetDue > 0) return figures;
    latest ??= figures;
  }
  return latest;
}

function planFigures(answer: ScorecardAnswer, words: Words): PlanFigures {
  const { scorecard } = answer;
  const { implementation } = scorecard.plan;
  const { achieved, due, notYetDue } = implementation.counts;
  const paced = notYetDue === 0 ? [] : scorecard.readings.flatMap((reading) => (reading.pace ? [{ reading, pace: reading.pace }] : []));
  const count = (light: Light) => paced.filter(({ pace }) => pace.light === light).length;
  const atRisk = paced
    .filter(({ pace }) => pace.light === "at_risk")
    .sort((a, b) => b.pace.expected.sub(b.pace.progress).compare(a.pace.expected.sub(a.pace.progress)));
  return {
    periodKey: scorecard.periodKey,
    figure: implementationFigure(implementation),
    achieved,
    due,
    notYetDue,
    pace: paced.length === 0 ? null : { on_track: count("on_track"), behind: count("behind"), at_risk: count("at_risk") },
    problems: atRisk.slice(0, PROBLEMS_SHOWN).flatMap(({ reading, pace }) => problemOf(answer, reading.indicatorId, pace, words)),
  };
}

const PROBLEMS_SHOWN = 5;

function problemOf({ scorecard, plan, agencies }: ScorecardAnswer, indicatorId: string, pace: Pace, { print }: Words): Problem[] {
  const indicator = scorecard.tree.indicatorById.get(indicatorId);
  if (indicator === undefined) return [];
  const measure = indicator.measureId === null ? null : (scorecard.tree.measureById.get(indicator.measureId)?.fact ?? null);
  const owing = owingAgencies(indicator, measure).map((id) => agencies.get(id)?.abbr[print.language] ?? "");
  return [{ title: chooseText(indicator.name, print.language).text, href: indicatorPath(plan.code, indicator.code), agency: owing.join(", "), progress: print.percent(printedPercent(pace.progress)), expected: print.percent(printedPercent(pace.expected)) }];
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
