import type { Actor } from "~/domain/permissions";
import { obligationPath } from "~/features/value/addresses";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { getWorkList, type WorkListView } from "./get-work-list.server";

/** The one next thing a focal point should do: what was returned, then what is due first. */
export function nextTaskIn(list: Pick<WorkListView, "returned" | "toSubmit" | "overdue">): { href: string; title: string } | null {
  const next = list.returned[0] ?? list.toSubmit[0] ?? list.overdue[0];
  return next === undefined ? null : { href: obligationPath(next.obligationId), title: next.title };
}

export async function getNextTask(db: Db, actor: Actor, now: string, words: Words): Promise<{ href: string; title: string } | null> {
  const list = await getWorkList(db, actor, now, words);
  return list === null ? null : nextTaskIn(list);
}
