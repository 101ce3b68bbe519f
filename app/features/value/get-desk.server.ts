import { DomainError } from "~/domain/errors";
import { comparePeriods, yearKey, yearOf } from "~/domain/periods";
import { can, type Actor } from "~/domain/permissions";
import { lastTarget, targetOfYear } from "~/domain/targets";
import { timeliness, type Timeliness } from "~/domain/timeliness";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import type { Db } from "~db/client.server";
import { recordRestrictedRead } from "../audit/record-restricted-read.server";
import { flowSpan } from "../indicator/figures";
import { printTarget } from "../indicator/print-content";
import type { Span } from "../indicator/print-within";
import { entrySeries } from "./entry-series";
import { visibleSeries } from "./get-value.server";
import { getQueue } from "../work-list/get-queue.server";
import { indicatorHead, type IndicatorHead } from "./indicator-head";
import { decisionsOn, latestOf, stateOf } from "./measurement-facts.server";
import { openMeasurement, type OpenMeasurement } from "./open-measurement.server";
import { printValue } from "./print-value";
import { readHistory, valueOf, type VersionView } from "./read-history.server";

export interface DeskView {
  id: string;
  head: IndicatorHead;
  measureTitle: string | null;
  agency: string;
  periodKey: string;
  dueOn: string;
  timeliness: Timeliness | null;
  claim: VersionView;
  earlier: VersionView[];
  facts: {
    baseline: string | null;
    target: { value: string; periodKey: string } | null;
    finalTarget: string | null;
    before: { value: string; on: string } | null;
    span: Span;
  };
  series: SeriesModel | null;
  /** why the actor cannot decide, as the refusal's code; null = can */
  refusal: string | null;
  decisionsSeen: number;
  isWaiting: boolean;
  /** place in the actor's queue; null when it is not in it */
  place: { no: number; of: number; previous: string | null; next: string | null } | null;
}

/** The evaluator's desk: claim and evidence on one side, the decision on the other. Throws not_found. */
export async function getDesk(db: Db, actor: Actor, now: string, measurementId: string, words: Words): Promise<DeskView> {
  const open = await openMeasurement(db, actor, now, measurementId, "view_value");
  const permission = can(actor, "verify_value", { ...open.subject, provisional: true });
  if (!permission.ok && (permission.reason === "role_lacks_action" || !permission.visible)) throw new DomainError("not_found");
  const versions = await readHistory(db, actor, open, words);
  const [claim, ...earlier] = versions;
  const latest = latestOf(open.facts);
  if (claim === undefined || latest === null) throw new DomainError("not_found");
  if (claim.access === "restricted") await recordRestrictedRead(db, actor, now, { measurementId });
  const { indicator, passport, measure } = open.context;
  const [obligation] = open.obligations;
  const target = targetOfYear(indicator, open.periodKey);
  const final = lastTarget(indicator);
  const baseline = indicator.baseline?.content ?? null;
  const head = indicatorHead(open.context, words);
  const series = await visibleSeries(db, actor, open);
  const state = stateOf(open.facts, obligation.excluded_reason);
  return {
    id: measurementId,
    head,
    measureTitle: measure === null ? null : (measure.title[words.print.language] ?? measure.title.uk ?? measure.title.en),
    agency: words.print.language === "uk" ? obligation.agency_name_uk : obligation.agency_name_en,
    periodKey: open.periodKey,
    dueOn: obligation.due_on,
    timeliness: timeliness({ dueOn: obligation.due_on, submittedAt: open.facts.submissions[0]?.submitted_at ?? null, excluded: obligation.excluded_reason !== null }, now),
    claim,
    earlier,
    facts: {
      baseline: baseline === null ? null : printValue(baseline, indicator, passport.unit, words),
      target: target === null ? null : { value: printTarget(target, indicator, passport.unit, words), periodKey: target.periodKey ?? yearKey(yearOf(open.periodKey)) },
      finalTarget: final === null || final === target ? null : printTarget(final, indicator, passport.unit, words),
      before: beforeOf(series, open, words),
      span: flowSpan(indicator, open.periodKey),
    },
    series: entrySeries(indicator, passport.unit, series, words),
    refusal: permission.ok ? null : permission.reason,
    decisionsSeen: decisionsOn(open.facts, latest.no).length,
    isWaiting: state === "submitted",
    place: placeIn(await getQueue(db, actor, now, words), measurementId),
  };
}

function beforeOf(series: Awaited<ReturnType<typeof visibleSeries>>, open: OpenMeasurement, words: Words): DeskView["facts"]["before"] {
  const row = series.filter((each) => comparePeriods(each.period_key, open.periodKey) < 0).at(-1);
  return row === undefined ? null : { value: valueOf(row, open, words), on: row.observed_on ?? row.ends_on };
}

function placeIn(queue: Awaited<ReturnType<typeof getQueue>>, measurementId: string): DeskView["place"] {
  const index = queue.findIndex((item) => item.measurementId === measurementId);
  if (index < 0) return null;
  return { no: index + 1, of: queue.length, previous: queue[index - 1]?.measurementId ?? null, next: queue[index + 1]?.measurementId ?? null };
}
