import { kyivDateOf } from "~/domain/dates";
import type { Actor } from "~/domain/permissions";
import type { ReportTable } from "~/features/report/report-table";
import type { Translate } from "~/i18n/catalogue";
import { formatter } from "~/i18n/formatter";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { getPeople } from "./get-people.server";
import { peopleTable } from "./people-table";

/** The table of accounts for a page or a file: `?q=` is part of a name or login. */
export async function peopleOf(page: { db: Db; actor: Actor; now: string; url: URL; language: Language; t: Translate }): Promise<ReportTable> {
  const search = page.url.searchParams.get("q")?.trim().slice(0, 100) || undefined;
  const people = await getPeople(page.db, page.actor, page.now, { search });
  return peopleTable(people, kyivDateOf(page.now), page.t, formatter(page.language));
}
