import type { Actor } from "~/domain/permissions";
import { indicatorAnswer } from "~/features/indicator/indicator-view";
import { readSeries } from "~/features/indicator/read-series.server";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import type { Db } from "~db/client.server";
import type { OpenScoring } from "./open-scoring.server";

/** A small chart an indicator, as its own page draws it, under its name; none where there is nothing to draw. */
export async function seriesOf(db: Db, actor: Actor, now: string, { plan, scored }: OpenScoring, words: Words): Promise<SeriesModel[]> {
  const { reading, measure } = scored;
  const models: SeriesModel[] = [];
  for (const indicator of measure.indicators) {
    const series = await readSeries(db, actor, now, reading, indicator, words);
    const { view } = indicatorAnswer(reading, indicator, { year: plan.cycle.periodKey.slice(0, 4), series, sources: new Map(), words });
    const isDrawn = view.series.lines.some(({ points, targets }) => targets.length > 0 || points.some(({ value }) => value !== null));
    if (isDrawn) models.push({ ...view.series, title: view.title });
  }
  return models;
}
