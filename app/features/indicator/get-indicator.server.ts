import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { recordRestrictedRead } from "~/features/audit/record-restricted-read.server";
import { usualYear } from "~/features/plan/plan-reading";
import type { ReadingQuestion } from "~/features/plan/reading-question";
import { readPlan } from "~/features/plan/read-plan.server";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { indicatorAnswer, type IndicatorAnswer } from "./indicator-view";
import { listSources } from "./list-sources.server";
import { readSeries } from "./read-series.server";

/** The page of one indicator, and all its values as a table. Reading a restricted one is recorded. Throws DomainError not_found. */
export async function getIndicator(db: Db, actor: Actor, now: string, input: { planCode: string; code: string; words: Words; question?: ReadingQuestion }): Promise<IndicatorAnswer> {
  const { words } = input;
  const reading = await readPlan(db, actor, now, input.planCode, input.question);
  const indicator = reading.tree.plan.indicators.find(({ code }) => code === input.code);
  if (indicator === undefined) throw new DomainError("not_found");
  const series = await readSeries(db, actor, now, reading, indicator, words);
  const sources = await listSources(db, [indicator.id], now);
  const answer = indicatorAnswer(reading, indicator, { year: usualYear(reading), series, sources, words });
  if (answer.view.access === "restricted") await recordRestrictedRead(db, actor, now, { plan: reading.plan.code, indicator: indicator.code });
  return answer;
}
