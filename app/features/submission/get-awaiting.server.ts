import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { describeWork, shown, type ShownItem } from "../work-list/describe-work.server";

export interface AwaitingItem extends ShownItem {
  measurementId: string;
  no: number;
  /** why this person may not confirm it (their own), as the refusal's code; null = may */
  refusal: string | null;
}

/** Values that wait for the body's approver, by due date. One's own is listed with the reason why another confirms it. */
export async function getAwaiting(db: Db, actor: Actor, now: string, words: Words): Promise<AwaitingItem[]> {
  const { approvesFor } = visibleScope(actor);
  if (approvesFor.length === 0) return [];
  const items = await describeWork(db, now, { agencyIds: approvesFor, states: ["awaiting_approval"], draftsOf: actor.userId }, words);
  return items.flatMap((item) => {
    const permission = can(actor, "approve_submission", { ...item.subject, authorIds: item.writerIds, provisional: true });
    if (item.measurementId === null || item.no === null || (!permission.ok && !permission.visible)) return [];
    return [{ ...shown(item), measurementId: item.measurementId, no: item.no, refusal: permission.ok ? null : permission.reason }];
  });
}
