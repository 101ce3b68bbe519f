import { kyivDateOf } from "~/domain/dates";
import type { Actor } from "~/domain/permissions";
import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { getPeople } from "./get-people.server";
import { peopleTable } from "./people-table";

/** The table of accounts for a page or a file; `search` is part of a name or login, blank for everybody. */
export async function peopleOf(db: Db, actor: Actor, now: string, { search, words }: { search: string | null; words: Words }): Promise<ReportTable> {
  const people = await getPeople(db, actor, now, { search: search?.trim().slice(0, 100) || undefined });
  return peopleTable(people, kyivDateOf(now), words);
}
