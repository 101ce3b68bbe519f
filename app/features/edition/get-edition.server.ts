import { DomainError } from "~/domain/errors";
import { can, type Actor } from "~/domain/permissions";
import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { readTexts, type Text } from "~db/queries/content";
import { findEdition, listSeries, type EditionName, type EditionRecord } from "~db/queries/editions";
import type { ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { challengesTable } from "./challenges-table";
import { changesTable } from "./changes-table";
import { getEditionFacts } from "./edition-facts.server";
import { readingOfEdition } from "./get-edition-reading.server";
import { compareWith, type Recomputed } from "./recompute-edition.server";

export interface OpenEdition {
  edition: EditionRecord;
  /** names and places of its parts, cut to its ceiling; figures are the edition's own */
  answer: ScorecardAnswer;
  before: EditionRecord | null;
  /** the one in force, where this is not it */
  latest: EditionName | null;
  /** forewords and reasons of corrections, by digest */
  texts: ReadonlyMap<string, Text>;
  recomputed: Recomputed;
  seesChallenges: boolean;
}

/** One edition as its readers see it, held against the facts once more. Throws not_found for no such edition, or none for them. */
export async function getEdition(db: Db, actor: Actor, code: string): Promise<OpenEdition> {
  const edition = await findEdition(db, { code });
  if (edition === null || !can(actor, "view_edition", { access: edition.ceiling }).ok) throw new DomainError("not_found");
  const { changes } = edition.release;
  const facts = await getEditionFacts(db, edition);
  const latest = (await listSeries(db, edition)).at(-1);
  return {
    edition,
    before: changes && (await findEdition(db, { id: changes.since.id })),
    texts: await readTexts(db, [edition.foreword.uk, edition.foreword.en, ...(changes?.indicators ?? []).map(({ reasonDigest }) => reasonDigest)]),
    answer: readingOfEdition(edition, facts).answer,
    latest: latest === undefined || latest.id === edition.id ? null : latest,
    recomputed: compareWith(edition, facts),
    seesChallenges: can(actor, "view_preparation", { access: edition.ceiling }).ok,
  };
}

/** What it changed, as a table. Throws not_found for the first of its series too. */
export async function getEditionChanges(db: Db, actor: Actor, code: string, words: Words): Promise<ReportTable> {
  const { edition, answer, texts } = await getEdition(db, actor, code);
  const table = changesTable(edition, answer, texts, words);
  if (table === null) throw new DomainError("not_found");
  return table;
}

/** Its challenge sheet as a table, for those who may see preparations. */
export async function getEditionChallenges(db: Db, actor: Actor, code: string, words: Words): Promise<ReportTable> {
  const { edition, answer, seesChallenges } = await getEdition(db, actor, code);
  if (!seesChallenges) throw new DomainError("not_found");
  return challengesTable(edition, answer, words);
}
