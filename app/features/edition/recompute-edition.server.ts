import { differences, type Difference } from "~/domain/differences";
import type { EditionFigures } from "~/domain/edition-figures";
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
  /** figures that come out otherwise, those that others follow from first */
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
  const differing = byCause(differences(figures, read === null ? null : figuresOf(read)), figures);
  const isHash = read?.inputHash ?? null;
  return { id, code: release.code, planCode, periodKey, ceiling, no: release.no, inputHash: { was: inputHash, is: isHash }, differences: differing, isSame: isHash === inputHash && differing.length === 0 };
}

/** Parts whose figures other figures are made of. */
const CAUSES = ["indicators", "measures", "disruptions", "plan"];

/** Named by the code of the part, as it is printed in the plan. */
function byCause(differing: readonly Difference[], { indicators, measures, nodes }: EditionFigures): Difference[] {
  const parts: Record<string, Readonly<Record<string, { code: string | null }>>> = { indicators, measures, nodes };
  const rank = (path: string) => { const at = CAUSES.indexOf(path.split(".")[0] ?? ""); return at < 0 ? CAUSES.length : at; };
  return [...differing].sort((a, b) => rank(a.path) - rank(b.path)).map(({ path, ...rest }) => {
    const [group = "", id = "", ...below] = path.split(".");
    return { path: [group, parts[group]?.[id]?.code ?? id, ...below].filter((name) => name !== "").join("."), ...rest };
  });
}
