/** The page of one measure in words and tables, from a reading that is already cut to its reader. Pure. */
import { withEffect } from "~/domain/disruptions";
import type { AccessLevel, DisruptionEffect, LocalText, PeriodKey } from "~/domain/facts";
import { leadOf, nodePath, type TreeMeasure } from "~/domain/structure";
import type { ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { MeasureDetails } from "~db/queries/measure-details";
import { fundingTable } from "./funding-table";
import { indicatorsTable } from "./indicators-table";
import { crumbsTo } from "./plan-crumbs";
import type { PartHead } from "./part-head";
import { basisLabels, planBasis } from "./plan-labels";
import { readAll, type PlanReading } from "./plan-reading";
import { fullName, printRuns, withConsent } from "./print-measure";

export interface MeasureView extends PartHead {
  access: AccessLevel;
  period: PeriodKey;
  periods: PeriodKey[];
  lead: string | null;
  coExecutors: string[];
  runs: string | null;
  /** the plan's own wording of the date */
  dueText: string | null;
  fundingKind: FundingKind | null;
  fundingSaysNone: boolean;
  partOf: { label: string; title: LocalText; href: string } | null;
  note: LocalText | null;
  disruptions: { what: LocalText; legalBasis: string | null; from: string; to: string | null; effect: DisruptionEffect }[];
  crossrefs: { system: string; act: string | null; code: string; link: string | null }[];
  /** deciding or not, it has something to show */
  hasIndicators: boolean;
}

const FUNDING_KINDS = ["amount", "not_separately_funded", "within_budget", "donor", "budget_and_donor"] as const;
type FundingKind = (typeof FUNDING_KINDS)[number];

export interface MeasureAnswer {
  view: MeasureView;
  indicators: ReportTable;
  /** null where the plan names no sums */
  funding: ReportTable | null;
}

interface MeasurePageInput {
  details: MeasureDetails | null;
  period: PeriodKey;
  /** the periods to choose from */
  periods: PeriodKey[];
  words: Words;
}

export function measureAnswer(reading: PlanReading, measure: TreeMeasure, { details, period, periods, words }: MeasurePageInput): MeasureAnswer {
  const { plan } = reading;
  const basis = planBasis(reading, period);
  const lead = leadOf(measure.fact);
  const kind = FUNDING_KINDS.find((each) => each === details?.fundingKind) ?? null;
  const funding = details?.funding ?? [];
  const crumbs = crumbsTo(reading, measure.node, null, words);
  const above = crumbs.at(-1);
  const view: MeasureView = {
    code: measure.fact.code,
    title: chooseText(measure.fact.title, words.print.language).text,
    name: measure.fact.title,
    planCode: plan.code,
    illustrative: plan.illustrative,
    basis,
    crumbs: [...crumbs, { level: words.t("plan.measure"), label: measure.fact.code }],
    access: reading.levelOf("measure", measure.fact.id),
    period, periods,
    lead: lead === null ? null : withConsent(fullName(reading.agencies, lead.agencyId, words), lead, words),
    coExecutors: measure.fact.executors.filter(({ role }) => role === "co").map((executor) => withConsent(fullName(reading.agencies, executor.agencyId, words), executor, words)),
    runs: printRuns(measure.fact, words),
    dueText: details?.dueText ?? null,
    fundingKind: kind,
    fundingSaysNone: kind === "not_separately_funded" || funding.some((line) => line.kind === "not_separately_funded"),
    partOf: above?.href === undefined ? null : { label: [above.level, above.label].filter(Boolean).join(" "), title: measure.node.fact.title, href: above.href },
    note: details !== null && (details.note.uk ?? details.note.en) !== null ? details.note : null,
    disruptions: disruptionsOf(reading, measure),
    crossrefs: details?.crossrefs ?? [],
    hasIndicators: measure.indicators.length > 0,
  };
  const sums = funding.filter((line) => line.kind === "planned");
  return {
    view,
    indicators: indicatorsTable(measure.indicators, { reading, readings: readAll(reading, period), period, labels: basisLabels(basis, period, words.t), name: measure.fact.code }, words),
    funding: sums.length === 0 ? null : fundingTable(sums, { name: measure.fact.code, labels: basisLabels(basis, null, words.t) }, words),
  };
}

/** Interruptions of the measure, of what is above it, of its indicators and its bodies; each once. */
export function disruptionsOf({ disruptions }: Pick<PlanReading, "disruptions">, measure: TreeMeasure): MeasureView["disruptions"] {
  const subject = { indicatorId: null, measureId: measure.fact.id, nodePath: nodePath(measure.node), agencyIds: measure.fact.executors.map(({ agencyId }) => agencyId) };
  const effects = ["pause", "waive", "gap", "break", "target"] as const;
  const found = effects.flatMap((effect) => [
    ...withEffect(disruptions, subject, effect),
    ...measure.indicators.flatMap((indicator) => withEffect(disruptions, { ...subject, indicatorId: indicator.id, measureId: null, nodePath: [], agencyIds: [] }, effect)),
  ]);
  return [...new Map(found.map((each) => [`${each.id} ${each.effect}`, each])).values()]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ what, legalBasis, from, to, effect }) => ({ what, legalBasis, from, to, effect }));
}
