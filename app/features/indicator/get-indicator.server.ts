import { DomainError } from "~/domain/errors";
import type { Id, PeriodKey } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import { recordRestrictedRead } from "~/features/audit/record-restricted-read.server";
import { usualYear, type PlanReading } from "~/features/plan/plan-reading";
import type { ReadingQuestion } from "~/features/plan/reading-question";
import { findReading, readPlan } from "~/features/plan/read-plan.server";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { indicatorAnswer, type IndicatorAnswer } from "./indicator-view";
import { listSources } from "./list-sources.server";
import { readSeries } from "./read-series.server";

interface IndicatorQuestion {
  planCode: string;
  code: string;
  words: Words;
  /** the period of the pages around it: a basis is the basis of that one, and links lead back to it */
  period?: PeriodKey | null;
  question?: ReadingQuestion;
}

/** The page of one indicator, and all its values as a table. Reading a restricted one is recorded. Throws DomainError not_found. */
export async function getIndicator(db: Db, actor: Actor, now: string, { planCode, code, words, period = null, question = {} }: IndicatorQuestion): Promise<IndicatorAnswer & { changedSince: boolean }> {
  const reading = await readPlan(db, actor, now, planCode, { ...question, periodKey: period });
  const indicator = reading.tree.plan.indicators.find((each) => each.code === code);
  if (indicator === undefined) throw new DomainError("not_found");
  const series = await readSeries(db, actor, now, reading, indicator, words, question);
  const sources = await listSources(db, [indicator.id], reading.knownAt);
  const answer = indicatorAnswer(reading, indicator, { year: usualYear(reading), series, sources, words });
  if (answer.view.access === "restricted") await recordRestrictedRead(db, actor, now, { plan: reading.plan.code, indicator: indicator.code });
  const asItIs = reading.knownAt === now ? reading : await findReading(db, actor, now, planCode, { ...question, knownAt: undefined, periodKey: period });
  return { ...answer, changedSince: asItIs !== null && valuesSeen(asItIs, indicator.id) !== valuesSeen(reading, indicator.id) };
}

/** Which versions of its values the reader sees; what lies above the ceiling, or waits unseen, is in neither (rule 18). */
const valuesSeen = ({ values, showsProvisional }: PlanReading, indicatorId: Id): string =>
  values
    .filter((value) => value.indicatorId === indicatorId && (value.verified || showsProvisional(value.agencyId)))
    .map(({ measurementId, no, verified }) => `${measurementId}/${no}/${verified}`)
    .sort()
    .join(" ");
