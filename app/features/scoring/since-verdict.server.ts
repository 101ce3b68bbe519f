import { isBy } from "~/domain/dates";
import type { MeasureChange } from "~/domain/measure-changes";
import type { Db } from "~db/client.server";
import { listVerdictBasis } from "~db/queries/verdicts";
import type { OpenScoring } from "./open-scoring.server";
import type { VerdictView } from "./verdict-view";

export interface SinceVerdict {
  /** what later amendments did to the measure */
  changes: MeasureChange[];
  /** codes of indicators whose values are others now */
  values: string[];
}

/** What the verdict stood on is kept with it; here is what has moved since. */
export async function sinceVerdict(db: Db, { scored, suggestion, rows }: OpenScoring, latest: VerdictView, changes: readonly MeasureChange[]): Promise<SinceVerdict> {
  const row = rows.find(({ id }) => id === latest.id);
  const draftedAt = rows.find(({ id }) => id === row?.draft_id)?.recorded_at ?? latest.at;
  const later = new Set(scored.reading.plan.versions.filter(({ acceptedAt }) => !isBy(acceptedAt, draftedAt)).map(({ structure }) => structure.planVersionId));
  const stood = await listVerdictBasis(db, row?.draft_id ?? latest.id);
  const keys = (basis: typeof stood) => new Set(basis.map(({ measurementId, no }) => `${measurementId}/${no}`));
  const [then, now] = [keys(stood), keys(suggestion.standsOn)];
  const moved = [...suggestion.standsOn.filter(({ measurementId, no }) => !then.has(`${measurementId}/${no}`)), ...stood.filter(({ measurementId, no }) => !now.has(`${measurementId}/${no}`))];
  const indicatorOf = new Map(scored.reading.values.map(({ measurementId, indicatorId }) => [measurementId, indicatorId]));
  const codes = moved.flatMap(({ measurementId }) => scored.reading.tree.indicatorById.get(indicatorOf.get(measurementId) ?? "")?.code ?? []);
  return { changes: changes.filter(({ planVersionId }) => later.has(planVersionId)), values: [...new Set(codes)].sort() };
}
