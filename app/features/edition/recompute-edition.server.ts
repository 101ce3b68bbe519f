import { differences, type Difference } from "~/domain/differences";
import { DomainError } from "~/domain/errors";
import type { Db } from "~db/client.server";
import { findEdition, type EditionRecord } from "~db/queries/editions";
import { figuresOf } from "./draft-edition.server";
import { getEditionFacts, type EditionFacts } from "./edition-facts.server";

/** Whether an edition still comes out of the facts as it was released. */
export interface Recomputed {
  id: string;
  code: string;
  planCode: string;
  periodKey: string;
  ceiling: string;
  no: number;
  inputHash: { was: string; is: string | null };
  /** figures that come out otherwise */
  differences: Difference[];
  isSame: boolean;
}

/** Computes the edition anew from the facts at its cut-off, with the access levels of then. Throws not_found for no such edition. */
export async function recomputeEdition(db: Db, id: string): Promise<Recomputed> {
  const edition = await findEdition(db, { id });
  if (edition === null) throw new DomainError("not_found");
  return compareWith(edition, await recompute(db, edition));
}

/** A plan that is not there as it was is the greatest difference of all. */
async function recompute(db: Db, edition: EditionRecord): Promise<EditionFacts | null> {
  try {
    return await getEditionFacts(db, edition);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

export function compareWith(edition: EditionRecord, read: EditionFacts | null): Recomputed {
  const { id, planCode, periodKey, ceiling, inputHash, figures, release } = edition;
  const differing = differences(figures, read === null ? null : figuresOf(read));
  const isHash = read?.inputHash ?? null;
  return { id, code: release.code, planCode, periodKey, ceiling, no: release.no, inputHash: { was: inputHash, is: isHash }, differences: differing, isSame: isHash === inputHash && differing.length === 0 };
}
