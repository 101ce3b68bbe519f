import type { IndicatorFact } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import type { PlanReading } from "~/features/plan/plan-reading";
import type { ReadingQuestion } from "~/features/plan/reading-question";
import { findReading } from "~/features/plan/read-plan.server";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listEarlierSeries } from "~db/queries/value-history";
import { seriesFacts, type PlacedIndicator, type SeriesFacts } from "./series-facts";

/** The series of an indicator with those it continues, each plan known at the same day and cut to the ceiling on its own (rules 18 and 19). */
export async function readSeries(db: Db, actor: Actor, now: string, reading: PlanReading, indicator: IndicatorFact, words: Words, { knownAt, ceiling }: ReadingQuestion = {}): Promise<SeriesFacts> {
  const before: PlacedIndicator[] = [];
  for (const { planCode, indicatorId } of await listEarlierSeries(db, indicator.id)) {
    const earlier = await findReading(db, actor, now, planCode, { knownAt, ceiling });
    const found = earlier?.tree.indicatorById.get(indicatorId);
    if (earlier !== null && found !== undefined) before.unshift({ reading: earlier, indicator: found });
  }
  return seriesFacts(before, { reading, indicator }, words);
}
