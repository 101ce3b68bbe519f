/** The tables of a scorecard, for page and file alike: goals by reading (i), goals by reading (ii), what is behind a figure. */
import { goalParts } from "~/domain/scorecard";
import { isShown } from "~/domain/coverage";
import type { Exact } from "~/domain/exact";
import type { IndicatorFact } from "~/domain/facts";
import { answerableAgency, isDeciding, owingAgencies } from "~/domain/structure";
import { printedPercent } from "~/domain/printing";
import type { CoverageState, IndicatorReading, RollupResult } from "~/domain/reading";
import type { PartScore } from "~/domain/part-scores";
import { hasStatus, indicatorState, type StatusFilter } from "~/features/indicator/indicator-state";
import { printActual } from "~/features/indicator/print-actual";
import { plainContent, printTarget } from "~/features/indicator/print-content";
import { nameProgress, printProgress } from "~/features/indicator/progress-formula";
import { reasonWord, whyNoValue } from "~/features/indicator/why-missing";
import { indicatorPath, nodePath } from "~/features/plan/addresses";
import { abbreviation } from "~/features/plan/print-measure";
import { readingLabels } from "~/features/report/reading-labels";
import { column, fileNameOf, type ReportLabel, type ReportRow, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { AgencyLabel } from "~db/queries/plan-facts";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { titleOf } from "./scorecard-words";

const percentOrBlank = (share: Exact | null) => (share === null ? null : printedPercent(share));

export function labelsOf({ plan, version, scorecard }: ScorecardAnswer, { t }: Words): ReportLabel[] {
  const { label, periodKey } = scorecard;
  return readingLabels({ ...label, planCode: plan.code, versionNo: version.structure.versionNo, inForceFrom: version.structure.inForceFrom, periodKey }, t);
}

/** The parts an answer is read by. */
export const goalsOf = ({ scorecard }: ScorecardAnswer): PartScore[] => goalParts(scorecard);

/** A figure that the page withholds is withheld in the file (rule 11). */
const shownPercent = (share: Exact | null, state: CoverageState) => (isShown(state) ? percentOrBlank(share) : null);

function implementationCells({ implementation: { rate, low, high, coverage, coverageState, counts }, verdicts, outcomes }: PartScore): ReportRow {
  return {
    rate: shownPercent(rate, coverageState), low: percentOrBlank(low), high: percentOrBlank(high), coverage: percentOrBlank(coverage), state: coverageState,
    achieved: String(counts.achieved), under_way: String(counts.underWay), due: String(counts.due),
    missing: String(counts.missing), reported: String(counts.reported), verified: String(counts.verified),
    awaiting: String(counts.awaitingVerification), not_yet_due: String(counts.notYetDue),
    suspended: String(counts.excluded.suspended ?? 0), measures: String(counts.measuresDue),
    fully: String(verdicts.fully.achieved), fully_or_partly: String(verdicts.fullyOrPartly.achieved), not_evaluated: String(verdicts.notEvaluated),
    outcomes_met: String(outcomes.met), outcomes: String(outcomes.total),
  };
}

export function goalsTable(answer: ScorecardAnswer, words: Words): ReportTable {
  const { t } = words;
  const { tree, plan } = answer.scorecard;
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-implementation`,
    title: t("scorecard.byGoals"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("plan.goal")),
      column("rate", t("scorecard.ratePercent"), "percent"), column("low", t("scorecard.lowPercent"), "percent"), column("high", t("scorecard.highPercent"), "percent"),
      column("coverage", t("scorecard.coveragePercent"), "percent"), column("state", t("scorecard.stateHead"), "code"),
      column("achieved", t("scorecard.achieved"), "number"), column("under_way", t("scorecard.underWay"), "number"), column("due", t("scorecard.dueHead"), "number"),
      column("missing", t("scorecard.missingHead"), "number"), column("reported", t("scorecard.reported"), "number"), column("verified", t("scorecard.verifiedHead"), "number"),
      column("awaiting", t("scorecard.awaitingHead"), "number"), column("not_yet_due", t("scorecard.notYetDueHead"), "number"),
      column("suspended", t("scorecard.suspendedHead"), "number"), column("measures", t("scorecard.measuresHead"), "number"),
      column("fully", t("statuses.measure.implemented"), "number"), column("fully_or_partly", t("scorecard.fullyOrPartlyHead"), "number"),
      column("not_evaluated", t("statuses.notYetEvaluated"), "number"),
      column("outcomes_met", t("scorecard.outcomesMetHead"), "number"), column("outcomes", t("scorecard.outcomesHead"), "number"),
    ],
    rows: goalsOf(answer).map((part) => {
      const fact = tree.nodeById.get(part.nodeId ?? "")?.fact;
      return { code: fact?.code ?? "", title: { value: fact ? titleOf(fact.title, words) : "", href: fact && nodePath(answer.plan.code, fact.code) + answer.askedHere }, ...implementationCells(part) };
    }),
    total: { code: "", title: t("common.total"), ...implementationCells(plan) },
    notes: [],
    labels: labelsOf(answer, words),
  };
}

/** Every node and measure of reading (ii), parents first. */
export function averageTable(answer: ScorecardAnswer, words: Words): ReportTable {
  const { t } = words;
  const { tree, averageProgress } = answer.scorecard;
  const nameOf = (result: RollupResult) => {
    const fact = tree.nodeById.get(result.id)?.fact ?? tree.measureById.get(result.id)?.fact;
    const indicator = tree.indicatorById.get(result.id);
    if (fact) return { code: fact.code, title: titleOf(fact.title, words) };
    return indicator ? { code: indicator.code, title: titleOf(indicator.name, words) } : { code: "", title: t("common.total") };
  };
  const rowsOf = (result: RollupResult): ReportRow[] => [
    {
      ...nameOf(result), kind: result.kind, weight: result.weight === null ? null : printedPercent(result.weight),
      value: shownPercent(result.value, result.coverageState), low: percentOrBlank(result.low), high: percentOrBlank(result.high), coverage: percentOrBlank(result.coverage),
      state: result.coverageState, leaves_due: String(result.leavesDue), leaves_known: String(result.leavesKnown), error: result.error?.code ?? null,
    },
    ...result.children.flatMap(rowsOf),
  ];
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-average-progress`,
    title: t("scorecard.averageProgress"),
    columns: [
      column("code", t("common.code"), "code"), column("title", t("common.name")), column("kind", t("scorecard.levelHead"), "code"),
      column("weight", t("scorecard.weightPercent"), "percent"), column("value", t("scorecard.averagePercent"), "percent"),
      column("low", t("scorecard.lowPercent"), "percent"), column("high", t("scorecard.highPercent"), "percent"), column("coverage", t("scorecard.coveragePercent"), "percent"),
      column("state", t("scorecard.stateHead"), "code"), column("leaves_due", t("scorecard.leavesDue"), "number"), column("leaves_known", t("scorecard.leavesKnown"), "number"),
      column("error", t("scorecard.errorHead"), "code"),
    ],
    rows: rowsOf(averageProgress),
    notes: [],
    labels: labelsOf(answer, words),
  };
}

export type ListedKind = "delivery" | "outcome" | "context" | "all";
/** due: whatever its result, in the denominator of the period's rate */
export type ListedState = StatusFilter | "due" | "any";
export interface ListFilter {
  /** null: what is due, and where nothing is, everything */
  state: ListedState | null;
  /** printed code of a goal, or null */
  node: string | null;
  /** code of the body that answers for them */
  agency?: string | null;
  kind: ListedKind;
}

/** The indicators behind a figure, with the result of each: what an auditor counts over. */
export function indicatorsTable(answer: ScorecardAnswer, filter: ListFilter, words: Words): ReportTable {
  const { t } = words;
  const { scorecard } = answer;
  const state = filter.state ?? (scorecard.plan.implementation.counts.due > 0 ? "due" : "any");
  const within = filter.node === null ? null : nodesUnder(answer, filter.node);
  const listed = scorecard.readings.flatMap((reading) => {
    const indicator = scorecard.tree.indicatorById.get(reading.indicatorId);
    if (indicator === undefined || !isListed(indicator, filter.kind)) return [];
    const node = reading.nodeId ?? scorecard.tree.measureById.get(reading.measureId ?? "")?.fact.nodeId ?? "";
    if (within !== null && !within.has(node)) return [];
    if (filter.agency != null && answer.agencies.get(answerableAgencyOf(answer, indicator) ?? "")?.code !== filter.agency) return [];
    return state === "any" || (state === "due" ? reading.due === "due" : hasStatus(reading, state)) ? [{ reading, indicator }] : [];
  });
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(scorecard.periodKey)}-indicators`,
    title: t("scorecard.listTitle"),
    columns: [
      column("code", t("common.code"), "code", "file"), column("name", t("plan.indicator")), column("agency", t("common.agency"), "text", "file"),
      column("value", t("indicator.value"), "number"), column("target", t("indicator.target"), "number"), column("result", t("scorecard.resultHead"), "code"),
      column("progress", t("scorecard.progressHead"), "percent"), column("reason", t("common.reason"), "code", "file"), column("verified", t("scorecard.verifiedHead"), "code", "file"),
      column("pace", t("plan.pace"), "code", "file"), column("expected", t("scorecard.expectedPercent"), "percent", "file"),
    ],
    rows: listed.map((each) => indicatorRow(answer, each.reading, each.indicator, words)),
    notes: [],
    labels: labelsOf(answer, words),
  };
}

const answerableAgencyOf = ({ scorecard: { tree } }: ScorecardAnswer, indicator: IndicatorFact) =>
  answerableAgency(indicator, tree.measureById.get(indicator.measureId ?? "")?.fact ?? null);

/** Bodies that answer for an indicator of the plan, by which a list can be narrowed. */
export function answerableAgencies(answer: ScorecardAnswer): AgencyLabel[] {
  const ids = new Set([...answer.scorecard.tree.indicatorById.values()].map((indicator) => answerableAgencyOf(answer, indicator)));
  return [...answer.agencies.values()].filter(({ id }) => ids.has(id));
}

function isListed(indicator: IndicatorFact, kind: ListedKind): boolean {
  if (kind === "all") return true;
  if (kind === "delivery") return isDeciding(indicator);
  return indicator.kind === kind;
}

function nodesUnder({ scorecard: { tree } }: ScorecardAnswer, code: string): Set<string> {
  const ids = new Set<string>();
  for (const { fact } of tree.nodes) if (fact.code === code || (fact.parentId !== null && ids.has(fact.parentId))) ids.add(fact.id);
  return ids;
}

function indicatorRow(answer: ScorecardAnswer, reading: IndicatorReading, indicator: IndicatorFact, words: Words): ReportRow {
  const { t } = words;
  const { tree } = answer.scorecard;
  const measure = tree.measureById.get(indicator.measureId ?? "")?.fact ?? null;
  const bodies = owingAgencies(indicator, measure);
  const unit = answer.version.passports[indicator.id]?.unit ?? null;
  const { content } = reading.actual;
  const counted = content !== null && reading.actual.label !== "last_known";
  const state = indicatorState(reading);
  const reason = reasonOf(answer, reading, counted, t);
  const agency = bodies.map((id) => abbreviation(answer.agencies, id, words)).join(", ");
  const standing = reading.verified ? "A" : reading.awaitingVerification ? "P" : null;
  const printed = printActual(reading.actual, indicator, unit, words);
  return {
    code: indicator.code,
    name: {
      value: titleOf(indicator.name, words),
      href: indicatorPath(answer.plan.code, indicator.code) + answer.askedHere,
      detail: [indicator.code, agency, measure && titleOf(measure.title, words)].filter(Boolean).join(" · "),
    },
    agency,
    value: { value: counted ? plainContent(content, indicator).value : null, shown: printed.main ?? "—", detail: printed.beside.join("; ") || undefined },
    target: { value: reading.target?.content ? plainContent(reading.target.content, indicator).value : null, shown: reading.target === null ? "—" : printTarget(reading.target, indicator, unit, words) },
    result: { value: state, shown: t(`plan.state.${state}`), detail: [reason?.code === state ? null : reason?.word, standing === "P" && state !== "awaiting_verification" ? t("statuses.fact.provisional") : null].filter(Boolean).join(" · ") || undefined },
    progress: { value: percentOrBlank(reading.progress.raw), shown: printProgress(reading.progress, words), detail: reading.progress.raw === null ? undefined : nameProgress(reading.progress, words) },
    reason: reason?.code ?? null,
    verified: standing,
    pace: reading.pace?.light ?? null,
    expected: percentOrBlank(reading.pace?.expected ?? null),
  };
}

/** Why it is out of the count, or why it has no value; a code for a file and its word for a page. */
function reasonOf(answer: ScorecardAnswer, { exclusion, actual }: IndicatorReading, counted: boolean, t: Words["t"]): { code: string; word: string } | null {
  if (exclusion !== null) return { code: exclusion, word: t(`statuses.exclusion.${exclusion}`) };
  const why = counted ? null : whyNoValue(actual, answer.scorecard.label.includesProvisional);
  return why === null ? null : { code: why, word: reasonWord(why, t) };
}
