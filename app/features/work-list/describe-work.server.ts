import { strictest } from "~/domain/access";
import { closesOn as closesOnOf, entryWindow } from "~/domain/entry-window";
import type { AccessLevel, Id } from "~/domain/facts";
import { period, type PeriodKind } from "~/domain/periods";
import type { Subject } from "~/domain/permissions";
import type { ObligationState } from "~/domain/statuses";
import { mayRepeatUnchanged } from "~/domain/submission-checks";
import { targetOfYear } from "~/domain/targets";
import { timeliness, type Timeliness } from "~/domain/timeliness";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listRounds } from "~db/queries/obligations";
import { listWork, type WorkFilter, type WorkRow } from "~db/queries/work-list";
import { flowSpan } from "../indicator/figures";
import { printTarget } from "../indicator/print-content";
import type { Span } from "../indicator/print-within";
import { answerUntil, lateRoundOf, toRound, type Round } from "../value/open-obligation.server";
import { readPlans, type IndicatorContext } from "../value/plan-directory.server";
import { printQualified, printValue } from "../value/print-value";
import { contentOfRow } from "../value/stored-content";

/** One obligation as a list shows it; figures are printed in the reader's language. */
export interface WorkItem {
  obligationId: Id;
  measurementId: Id | null;
  state: ObligationState;
  excludedReason: string | null;
  planCode: string;
  code: string;
  title: string;
  agencyId: Id;
  agency: string;
  agencyName: string;
  periodKey: string;
  periodKind: PeriodKind;
  cycleId: Id;
  cyclePeriod: string;
  dueOn: string;
  timeliness: Timeliness | null;
  /** may be sent now: in its round, as a late correction, or not */
  entry: "round" | "late" | "closed" | "not_yet";
  /** last day of that; the due day where nothing can be sent */
  closesOn: string;
  illustrative: boolean;
  value: string | null;
  /** number of the latest version; null = none yet */
  no: number | null;
  last: { value: string; on: string } | null;
  target: { value: string; periodKey: string } | null;
  /** of a flow inside its year: the value is of this much, the target of the whole year; null = both are of one day or stretch */
  span: Span;
  /** day since which the value may be repeated unchanged in one click */
  unchangedSince: string | null;
  decidedAt: string | null;
  reasonDigest: string | null;
  submittedAt: string | null;
  receiptNo: string | null;
  submissionId: Id | null;
  draftAt: string | null;
  /** what permissions are asked with; never leaves the server */
  subject: Subject & { access: AccessLevel };
  /** who wrote any version: none of them lets it leave the body */
  writerIds: Id[];
}

/** Obligations by the filter with the plan's words; by due date, then in the plan's order. Nothing is cut here. */
export async function describeWork(db: Db, now: string, filter: WorkFilter, words: Words): Promise<WorkItem[]> {
  const rows = await listWork(db, filter);
  const directory = await readPlans(db, rows.map((row) => row.plan_code), now);
  const rounds = new Map<Id, Round[]>();
  for (const planId of new Set(rows.map((row) => row.plan_id))) rounds.set(planId, (await listRounds(db, planId)).map(toRound));
  const items = rows.flatMap((row) => {
    const context = directory.find(row.plan_version_id, row.indicator_id);
    return context === null ? [] : [{ item: workItem(row, context, rounds.get(row.plan_id) ?? [], now, words), order: orderOf(context) }];
  });
  return items.sort((a, b) => compare(a.item.dueOn, b.item.dueOn) || compare(a.order, b.order) || compare(a.item.periodKey, b.item.periodKey)).map(({ item }) => item);
}

/** A row as it leaves the server: without what permissions are asked with. */
export type ShownItem = Omit<WorkItem, "subject" | "writerIds" | "reasonDigest">;

export function shown({ subject: _subject, writerIds: _writers, reasonDigest: _digest, ...item }: WorkItem): ShownItem {
  return item;
}

function workItem(row: WorkRow, context: IndicatorContext, rounds: readonly Round[], now: string, words: Words): WorkItem {
  const { indicator, passport, measure } = context;
  const content = contentOfRow(row);
  const before = contentOfRow(beforeColumns(row));
  const target = targetOfYear(indicator, row.period_key);
  const print = (value: NonNullable<typeof content>, qualifier: string | null) => printQualified(printValue(value, indicator, passport.unit, words), qualifier, words);
  const uk = words.print.language === "uk";
  const beforeOn = row.before_observed_on ?? row.before_on;
  const { entry, closesOn } = entryOf(row, rounds, now);
  const mayRepeat = before !== null && before.kind !== "missing" && row.state === "open" && entry === "round" && mayRepeatUnchanged(indicator);
  return {
    obligationId: row.id,
    measurementId: row.measurement_id,
    state: row.state as ObligationState,
    excludedReason: row.excluded_reason,
    planCode: row.plan_code,
    code: indicator.code,
    title: chooseText(indicator.name, words.print.language).text,
    agencyId: row.agency_id,
    agency: uk ? row.agency_abbr_uk : row.agency_abbr_en,
    agencyName: uk ? row.agency_name_uk : row.agency_name_en,
    periodKey: row.period_key,
    periodKind: period(row.period_key).kind,
    cycleId: row.cycle_id,
    cyclePeriod: row.cycle_period,
    dueOn: row.due_on,
    timeliness: timeliness({ dueOn: row.due_on, submittedAt: row.first_submitted_at, excluded: row.excluded_reason !== null }, now),
    entry,
    closesOn,
    illustrative: context.plan.illustrative,
    value: content === null ? null : print(content, row.qualifier),
    no: row.no,
    last: before === null || beforeOn === null ? null : { value: print(before, row.before_qualifier), on: beforeOn },
    target: target === null ? null : { value: printTarget(target, indicator, passport.unit, words), periodKey: target.periodKey ?? row.period_key },
    span: target === null ? null : flowSpan(indicator, row.period_key),
    unchangedSince: mayRepeat ? beforeOn : null,
    decidedAt: row.decided_at,
    reasonDigest: row.reason_digest,
    submittedAt: row.submitted_at,
    receiptNo: row.receipt_no,
    submissionId: row.submission_id,
    draftAt: row.draft_at,
    writerIds: idsIn(row.writers),
    subject: {
      agencyId: row.agency_id,
      authorIds: idsIn(row.writers, row.senders),
      executors: measure?.executors ?? [],
      access: strictest(context.access, (row.access ?? "public") as AccessLevel),
    },
  };
}

function entryOf(row: WorkRow, rounds: readonly Round[], now: string): Pick<WorkItem, "entry" | "closesOn"> {
  const own = rounds.find((round) => round.cycleId === row.cycle_id);
  if (own === undefined) return { entry: "closed", closesOn: row.due_on };
  const answer = answerUntil(own, row.state === "returned" && row.first_submitted_at !== null, now);
  if (answer !== null) return { entry: "round", closesOn: answer };
  const window = entryWindow(own.window, now);
  if (window.ok) return { entry: "round", closesOn: window.closesOn };
  if (window.reason === "window_not_open") return { entry: "not_yet", closesOn: row.due_on };
  const late = lateRoundOf(rounds, own, now);
  return late === null ? { entry: "closed", closesOn: row.due_on } : { entry: "late", closesOn: closesOnOf(late.window) };
}

const idsIn = (...lists: (string | null)[]): Id[] => [...new Set(lists.flatMap((list) => (list ?? "").split(",").filter(Boolean)))];

function beforeColumns(row: WorkRow) {
  return {
    kind: row.before_kind,
    value: row.before_value,
    numerator: row.before_numerator,
    denominator: row.before_denominator,
    stage_no: row.before_stage_no,
    scale_position: row.before_scale_position,
    yes_no: row.before_yes_no,
    reason_code: row.before_reason_code,
  };
}

/** Place in the plan: positions from the root down, so that a list reads as the plan does. */
function orderOf({ plan, path, measure, indicator }: IndicatorContext): string {
  const position = (no: number) => String(no).padStart(5, "0");
  return [plan.code, ...path.map((node) => position(node.position)), position(measure?.position ?? 0), position(indicator.position)].join("/");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
