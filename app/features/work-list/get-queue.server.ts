import { daysCounted, kyivDateOf } from "~/domain/dates";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { describeWork, shown, type ShownItem } from "./describe-work.server";

export interface QueueItem extends ShownItem {
  measurementId: string;
  no: number;
  /** whole days since it came in */
  age: number;
}

/**
 * Submitted values that the actor may decide about, oldest first. What they wrote, what their body owes or executes and
 * what lies above their ceiling is not listed (case C16).
 */
export async function getQueue(db: Db, actor: Actor, now: string, words: Words): Promise<QueueItem[]> {
  if (visibleScope(actor).review === null) return [];
  const items = await describeWork(db, now, { states: ["submitted"], draftsOf: actor.userId }, words);
  const today = kyivDateOf(now);
  return items
    .filter((item) => can(actor, "verify_value", { ...item.subject, provisional: true }).ok)
    .flatMap((item) => {
      const { measurementId, no } = item;
      if (measurementId === null || no === null) return [];
      return [{ ...shown(item), measurementId, no, age: item.submittedAt === null ? 0 : daysCounted(kyivDateOf(item.submittedAt), today) - 1 }];
    })
    .sort((a, b) => b.age - a.age);
}
