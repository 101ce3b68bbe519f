import { daysCounted, kyivDateOf } from "~/domain/dates";
import type { MeasureStatus } from "~/domain/facts";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import { replyState, type ReplyState } from "~/domain/right-of-reply";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { recallPlan } from "~db/plan-memory.server";
import type { PlanRecord } from "~db/queries/plan-structure";
import { listDrafts } from "~db/queries/verdicts";
import { nameMeasure } from "./open-verdict.server";

/** A draft verdict on one of the person's bodies that nobody has answered yet. */
export interface ReplyDue {
  verdictId: string;
  code: string;
  title: string;
  agencyId: string;
  periodKey: string;
  status: MeasureStatus;
  replyUntil: string;
  daysLeft: number;
  state: ReplyState;
  illustrative: boolean;
}

/** Drafts the person's bodies may still reply to, the first to end first; overdue ones until they are final. */
export async function listRepliesDue(db: Db, actor: Actor, now: string, words: Words): Promise<ReplyDue[]> {
  const today = kyivDateOf(now);
  const rows = await listDrafts(db, visibleScope(actor).answersFor);
  const due: ReplyDue[] = [];
  const plans = new Map<string, PlanRecord | null>();
  for (const row of rows.filter(({ replied_at }) => replied_at === null)) {
    if (!plans.has(row.plan_code)) plans.set(row.plan_code, await recallPlan(db, row.plan_code, now));
    const plan = plans.get(row.plan_code) ?? null;
    const named = plan === null ? null : nameMeasure(plan, row.measure_id, now);
    if (named === null || !can(actor, "reply_to_verdict", { ...named.subject, agencyId: row.agency_id, evaluatorId: row.evaluator_id }).ok) continue;
    due.push({
      verdictId: row.id, code: named.fact.code, title: chooseText(named.fact.title, words.print.language).text, agencyId: row.agency_id,
      periodKey: row.period_key, status: row.status as MeasureStatus, replyUntil: row.reply_until,
      daysLeft: Math.max(0, daysCounted(today, row.reply_until) - 1),
      state: replyState({ replyUntil: row.reply_until, repliedAt: null }, now), illustrative: row.illustrative,
    });
  }
  return due;
}
