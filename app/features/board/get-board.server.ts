import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { can, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listAllRounds } from "~db/queries/obligations";
import { describeWork, type WorkItem } from "../work-list/describe-work.server";

export interface RoundOption {
  id: string;
  planCode: string;
  periodKey: string;
  kind: string;
  opensOn: string;
  dueOn: string;
  illustrative: boolean;
}

/** Counts of one body in one round; they add up: owed = verified + waiting + returned + missing. */
export interface BoardRow {
  agencyId: string;
  agency: string;
  /** the short name, for a page */
  abbr: string;
  owed: number;
  verified: number;
  /** submitted, or waiting for the body's own approver */
  waiting: number;
  returned: number;
  missing: number;
  excluded: number;
  late: number;
  /** what was not reported, by name */
  notReported: { obligationId: string; code: string; title: string; periodKey: string }[];
}

export type BoardTotals = Omit<BoardRow, "agencyId" | "agency" | "abbr" | "notReported">;

export interface BoardView {
  round: RoundOption;
  rounds: RoundOption[];
  rows: BoardRow[];
  totals: BoardTotals;
}

/**
 * Completeness of one round by body, within the reader's ceiling. Without a round asked for: the open one that closes
 * first, else the last closed. Null = no round has opened yet. Throws the refusal, not_found for an unknown round.
 */
export async function getBoard(db: Db, actor: Actor, now: string, cycleId: string | null, words: Words): Promise<BoardView | null> {
  const permission = can(actor, "view_completeness_board");
  if (!permission.ok) throw new DomainError(permission.reason);
  const today = kyivDateOf(now);
  const rounds = (await listAllRounds(db)).filter((row) => row.opens_on <= today).map(
    (row): RoundOption => ({ id: row.id, planCode: row.plan_code, periodKey: row.period_key, kind: row.kind, opensOn: row.opens_on, dueOn: row.due_on, illustrative: row.illustrative }),
  );
  const round = cycleId === null ? chosenRound(rounds, today) : rounds.find((each) => each.id === cycleId);
  if (round === undefined) {
    if (cycleId !== null) throw new DomainError("not_found");
    return null;
  }
  const items = await describeWork(db, now, { cycleId: round.id, draftsOf: actor.userId }, words);
  const visible = items.filter((item) => can(actor, "view_value", item.subject).ok);
  const rows = rowsOf(visible);
  return { round, rounds, rows, totals: totalsOf(rows) };
}

/** Rounds come latest due first. */
function chosenRound(rounds: readonly RoundOption[], today: string): RoundOption | undefined {
  const open = rounds.filter((round) => round.dueOn >= today);
  return open.at(-1) ?? rounds[0];
}

function rowsOf(items: readonly WorkItem[]): BoardRow[] {
  const rows = new Map<string, BoardRow>();
  for (const item of items) {
    const row = rows.get(item.agencyId) ?? emptyRow(item);
    rows.set(item.agencyId, row);
    count(row, item);
  }
  // who has not reported comes first
  return [...rows.values()].sort((a, b) => b.missing - a.missing || b.owed - a.owed || a.agency.localeCompare(b.agency, "uk"));
}

function count(row: BoardRow, item: WorkItem): void {
  if (item.timeliness === "late") row.late += 1;
  if (item.state === "excluded") {
    row.excluded += 1;
    return;
  }
  row.owed += 1;
  if (item.state === "verified") row.verified += 1;
  else if (item.state === "submitted" || item.state === "awaiting_approval") row.waiting += 1;
  else if (item.state === "returned") row.returned += 1;
  else {
    row.missing += 1;
    row.notReported.push({ obligationId: item.obligationId, code: item.code, title: item.title, periodKey: item.periodKey });
  }
}

const emptyRow = (item: WorkItem): BoardRow => ({
  agencyId: item.agencyId,
  agency: item.agencyName,
  abbr: item.agency,
  owed: 0,
  verified: 0,
  waiting: 0,
  returned: 0,
  missing: 0,
  excluded: 0,
  late: 0,
  notReported: [],
});

function totalsOf(rows: readonly BoardRow[]): BoardTotals {
  const sum = (of: (row: BoardRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    owed: sum((row) => row.owed),
    verified: sum((row) => row.verified),
    waiting: sum((row) => row.waiting),
    returned: sum((row) => row.returned),
    missing: sum((row) => row.missing),
    excluded: sum((row) => row.excluded),
    late: sum((row) => row.late),
  };
}
