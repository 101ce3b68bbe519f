import { isWithinCeiling } from "~/domain/access";
import { DomainError } from "~/domain/errors";
import { can, may, visibleScope, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { listPreparations, type PreparationSummary } from "~db/queries/editions";
import { listPlans } from "~db/queries/plan-structure";
import { EDITION_CEILINGS } from "./edition.schema";

export type ListedEdition = PreparationSummary & { release: NonNullable<PreparationSummary["release"]> };

interface EditionList {
  released: ListedEdition[];
  /** empty for who may not see what is prepared */
  waiting: PreparationSummary[];
  /** plans an edition can be prepared of */
  plans: string[];
}

/** Editions within the reader's ceiling, latest first. Throws the refusal. */
export async function getEditions(db: Db, actor: Actor, now: string): Promise<EditionList> {
  const permission = can(actor, "view_edition");
  if (!permission.ok) throw new DomainError(permission.reason);
  const { ceiling } = visibleScope(actor);
  const all = await listPreparations(db, EDITION_CEILINGS.filter((level) => ceiling !== null && isWithinCeiling(level, ceiling)));
  return {
    released: all.flatMap(({ release, ...rest }) => (release === null ? [] : [{ ...rest, release }])),
    waiting: may(actor, "view_preparation") ? all.filter(({ release }) => release === null) : [],
    plans: may(actor, "prepare_edition") ? (await listPlans(db, now)).map(({ code }) => code) : [],
  };
}
