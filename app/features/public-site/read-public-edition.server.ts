import { kyivDateOf } from "~/domain/dates";
import type { Id, IndicatorFact, PeriodKey } from "~/domain/facts";
import type { ReadingKind } from "~/domain/parts";
import type { Actor } from "~/domain/permissions";
import type { IndicatorReading } from "~/domain/reading";
import { getEditionReading } from "~/features/edition/get-edition-reading.server";
import { listSources } from "~/features/indicator/list-sources.server";
import type { PlacedIndicator } from "~/features/indicator/series-facts";
import { assemblePlanReading, versionOn, type PlanReading } from "~/features/plan/plan-reading";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { readVerdicts } from "~/features/scoring/read-verdicts.server";
import type { VerdictView } from "~/features/scoring/verdict-view";
import type { Language } from "~/i18n/language";
import { wordsOf } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { listComponents } from "~db/queries/components";
import { readTexts } from "~db/queries/content";
import { listSeries } from "~db/queries/editions";
import { findMeasureDetails, type MeasureDetails } from "~db/queries/measure-details";
import { getPlanFacts } from "~db/queries/plan-facts";
import { findPlan } from "~db/queries/plan-structure";
import { listVerdictsById } from "~db/queries/verdicts";
import { listEarlierSeries } from "~db/queries/value-history";
import type { PublicEdition } from "./public-edition";

/**
 * A released edition with every text its pages show, as known at its cut-off; a text that was removed under an act since is
 * not there. Throws DomainError not_found when there is no such edition.
 */
export async function readPublicEdition(db: Db, editionId: Id): Promise<PublicEdition> {
  const { edition: record, answer, reading } = await getEditionReading(db, editionId);
  const { tree, version } = reading;
  const indicatorIds = [...tree.indicatorById.keys()];
  const reasons = (record.release.changes?.indicators ?? []).map(({ reasonDigest }) => reasonDigest);
  const series = await listSeries(db, record);
  return {
    record,
    correctedBy: series.find(({ no }) => no === record.release.no + 1)?.no ?? null,
    answer,
    reading: { ...reading, read: once(reading) },
    components: await listComponents(db),
    details: await detailsOf(db, version.structure.planVersionId, [...tree.measureById.keys()], record.knownAt),
    before: await earlierSeries(db, indicatorIds, record.knownAt),
    sources: await listSources(db, indicatorIds, record.knownAt),
    verdicts: { uk: await verdictsIn("uk", db, answer, record.knownAt), en: await verdictsIn("en", db, answer, record.knownAt) },
    texts: await readTexts(db, [...reasons, record.foreword.uk, record.foreword.en]),
  };
}

/** Whoever opens the public site. */
const ANYBODY: Actor = { userId: "", grants: [{ role: "reader", agencyId: null }], ceiling: "public" };

async function verdictsIn(language: Language, db: Db, { scorecard, agencies, plan }: ScorecardAnswer, knownAt: string): Promise<Map<Id, VerdictView>> {
  const finals = [...scorecard.verdictOf.values()].flatMap(({ byExecutor }) => byExecutor.flatMap(({ final }) => final?.id ?? []));
  const views = await readVerdicts(db, ANYBODY, knownAt, await listVerdictsById(db, finals), { subject: {}, agencies, plan }, wordsOf(language));
  return new Map(views.map((view) => [view.id, view]));
}

/** Each indicator and period is asked for by many pages. */
function once(reading: PlanReading): PlanReading["read"] {
  const known = new Map<string, IndicatorReading | null>();
  return (indicator: IndicatorFact, periodKey: PeriodKey, kind: ReadingKind) => {
    const key = `${indicator.id} ${periodKey} ${kind}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const read = reading.read(indicator, periodKey, kind);
    known.set(key, read);
    return read;
  };
}

async function detailsOf(db: Db, planVersionId: Id, measureIds: readonly Id[], knownAt: string): Promise<Map<Id, MeasureDetails>> {
  const details = new Map<Id, MeasureDetails>();
  for (const id of measureIds) {
    const found = await findMeasureDetails(db, planVersionId, id, knownAt);
    if (found !== null) details.set(id, found);
  }
  return details;
}

/** What the series continue in other plans, each read openly at the same cut-off. */
async function earlierSeries(db: Db, indicatorIds: readonly Id[], knownAt: string): Promise<Map<Id, PlacedIndicator[]>> {
  const plans = new Map<string, PlanReading | null>();
  const before = new Map<Id, PlacedIndicator[]>();
  for (const id of indicatorIds) {
    const placed: PlacedIndicator[] = [];
    for (const { planCode, indicatorId } of await listEarlierSeries(db, id)) {
      const reading = plans.has(planCode) ? plans.get(planCode) : await readOpenly(db, planCode, knownAt);
      plans.set(planCode, reading ?? null);
      const indicator = reading?.tree.indicatorById.get(indicatorId);
      if (reading && indicator) placed.unshift({ reading, indicator });
    }
    if (placed.length > 0) before.set(id, placed);
  }
  return before;
}

async function readOpenly(db: Db, planCode: string, knownAt: string): Promise<PlanReading | null> {
  const plan = await findPlan(db, planCode, knownAt);
  const version = plan && versionOn(plan, kyivDateOf(knownAt));
  if (plan === null || version === null) return null;
  const facts = await getPlanFacts(db, plan.id, knownAt);
  return assemblePlanReading({ plan, version, facts, ceiling: "public", provisionalOf: [], knownAt, basis: "current", levelsOf: version.structure });
}
