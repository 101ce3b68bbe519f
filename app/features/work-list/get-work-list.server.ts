import { kyivDateOf, daysCounted } from "~/domain/dates";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { readTexts } from "~db/queries/content";
import { describeWork, shown, type ShownItem, type WorkItem } from "./describe-work.server";

export interface WorkListItem extends ShownItem {
  /** what the evaluator, or the body's approver, asked for */
  reason: string | null;
  daysLeft: number;
}

export interface WorkListView {
  returned: WorkListItem[];
  toSubmit: WorkListItem[];
  /** left over from closed rounds, the latest first; can be sent as late corrections */
  overdue: WorkListItem[];
  awaitingApproval: WorkListItem[];
  submitted: WorkListItem[];
  verified: WorkListItem[];
  counts: { verified: number; waiting: number; left: number; overdue: number; excluded: number; all: number };
  /** earliest due date of what is left; null = nothing is left */
  dueOn: string | null;
  /** the one round that is being reported on; null when there are several */
  period: string | null;
  agencies: string[];
}

/** What a focal point's bodies owe in rounds that are open, and what is left over from closed ones. */
export async function getWorkList(db: Db, actor: Actor, now: string, words: Words): Promise<WorkListView | null> {
  const { reportsFor } = visibleScope(actor);
  if (reportsFor.length === 0) return null;
  const today = kyivDateOf(now);
  const all = await describeWork(db, now, { agencyIds: reportsFor, openedBy: today, draftsOf: actor.userId }, words);
  const visible = all.filter((item) => can(actor, "submit_value", item.subject).ok && isOfNow(item));
  const texts = await readTexts(db, visible.map((item) => item.reasonDigest));
  const items = visible.map((item): WorkListItem => {
    const text = item.reasonDigest === null ? undefined : texts.get(item.reasonDigest);
    return { ...shown(item), reason: text !== undefined && "text" in text ? text.text : null, daysLeft: Math.max(0, daysCounted(today, item.closesOn) - 1) };
  });
  const inState = (state: WorkItem["state"]) => items.filter((item) => item.state === state);
  const toSubmit = inState("open").filter((item) => item.entry === "round");
  const overdue = inState("open").filter((item) => item.entry === "late").reverse();
  const left = [...inState("returned"), ...toSubmit];
  return {
    returned: inState("returned"),
    toSubmit,
    overdue,
    awaitingApproval: inState("awaiting_approval"),
    submitted: inState("submitted"),
    verified: inState("verified"),
    counts: {
      verified: inState("verified").length,
      waiting: inState("submitted").length + inState("awaiting_approval").length,
      left: left.length,
      overdue: overdue.length,
      excluded: inState("excluded").length,
      all: items.length,
    },
    dueOn: toSubmit.map((item) => item.dueOn).sort()[0] ?? null,
    period: onlyOne(items.filter((item) => item.entry === "round").map((item) => item.cyclePeriod)),
    agencies: [...new Set(items.map((item) => item.agencyName))],
  };
}

function onlyOne(keys: readonly string[]): string | null {
  const different = [...new Set(keys)];
  return different.length === 1 ? (different[0] ?? null) : null;
}

/** Its round is open, or something is still to be done about it: a late value, an answer to a return, a wait. */
function isOfNow(item: WorkItem): boolean {
  if (item.entry === "round") return true;
  if (item.state === "submitted" || item.state === "awaiting_approval") return true;
  return item.entry === "late" && (item.state === "open" || item.state === "returned");
}
