/** The scorecard page in words and printed figures: every number of it comes from one assembled scorecard. */
import { isShown } from "~/domain/coverage";
import { dayEndedAt, kyivDateOf } from "~/domain/dates";
import type { RateOver } from "~/domain/implementation";
import { ratio } from "~/domain/exact";
import { printedParts, printedPercent, printedPoints } from "~/domain/printing";
import type { Light } from "~/domain/reading";
import type { PartScore } from "~/domain/part-scores";
import { basisDate } from "~/domain/scorecard";
import { isDeciding } from "~/domain/structure";
import { bridgeTo } from "~/features/bridge/bridge-question";
import { nodePath, scorecardPath } from "~/features/plan/addresses";
import { knownAtWords } from "~/features/report/known-at";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import { implementationFigure } from "./figures";
import { implementationFormula } from "./formulas";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { goalsOf } from "./scorecard-tables";
import { fulfilmentFormula, sigmaFormula } from "./other-formulas";
import { averageOf } from "./scorecard-average";
import { evidenceOf } from "./scorecard-evidence";
import { printPart, titleOf } from "./scorecard-words";
import { timelinessCard } from "./timeliness-card";
import { verdictCard } from "./verdict-card";

export interface ScorecardRow {
  key: string;
  title: string;
  href: string | null;
  figure: FigureReading;
  achieved: string;
  underWay: string;
  due: string;
  reported: string;
  measures: string;
  /** fully implemented of those due; those with partial ones apart */
  verdicts: { fully: string; withPartial: string | null };
  /** outcome targets of the goal, never blended with what is delivered */
  outcomes: string;
}

interface CountedPart {
  label: string;
  count: number;
  percent: string;
}

/** Everything the page shows, printed in one language. `showsDrafts`: that drafts of verdicts wait, to those who see them. */
export function scorecardPage(answer: ScorecardAnswer, words: Words, { showsDrafts = false } = {}) {
  const { t, print } = words;
  const { scorecard, plan, version, asked } = answer;
  const { counts } = scorecard.plan.implementation;
  const periodWords = print.period(scorecard.periodKey);
  const path = scorecardPath(plan.code, scorecard.periodKey);
  const share = parts2(counts.achieved, counts.underWay);
  // where the headline is withheld, no other percentage of the same numerator gives it away
  const shown = isShown(scorecard.plan.implementation.coverageState);
  const delivery = scorecard.readings.filter(({ indicatorId }) => isCounted(answer, indicatorId));
  return {
    planCode: plan.code,
    planTitle: titleOf(version.title, words),
    title: t("scorecard.titleOf", { period: periodWords }),
    illustrative: plan.illustrative,
    reading: readingOf(answer, words),
    footNote: footNoteOf(answer, words),
    headline: {
      figure: implementationFigure(scorecard.plan.implementation),
      achievedLine: counts.due === 0 ? null : t("scorecard.achievedLine", { of: print.of(counts.achieved, counts.due) }),
      underWayLine: counts.due === 0 ? null : t("scorecard.underWayLine", { count: counts.underWay, percent: shown ? ` (${print.percent(share[1])})` : "", missing: t("scorecard.ofWhichMissing", { count: counts.missing }) }),
      notDueLine: counts.notYetDue > 0 ? t("scorecard.notYetDueLine", { count: counts.notYetDue }) : null,
      counts: { achieved: counts.achieved, missing: counts.missing, known: counts.due - counts.achieved - counts.missing, reported: counts.reported, due: counts.due },
      formula: implementationFormula(answer, scorecard.plan.implementation, t("scorecard.implementation"), words),
      listHref: `${path}/indicators${asked}`,
      bridgeHref: shown ? bridgeTo(answer.question, "achieved") : null,
      listWords: t("scorecard.toList", { count: counts.due > 0 ? counts.due : delivery.length }),
    },
    totals: [
      { value: print.number(counts.measuresDue), label: t("scorecard.measuresDue") },
      { value: print.number(counts.due), label: t("scorecard.indicatorsDue") },
      { value: print.number(counts.achieved), label: t("scorecard.achievedLow") },
      { value: print.number(counts.underWay), label: t("scorecard.underWayLow") },
    ],
    nextLines: nextLinesOf(answer, words),
    goals: goalsOf(answer).map((part) => rowOf(answer, part, words)),
    total: rowOf(answer, scorecard.plan, words),
    measures: measuresByIndicators(scorecard.plan, words),
    backlog: backlogOf(answer, words),
    sigma: scorecard.sigmaPoints === null || !shown ? null : t("scorecard.sigmaLine", { points: print.number(printedPoints(scorecard.sigmaPoints)), of: `${scorecard.sigmaBasis.achieved}/${scorecard.sigmaBasis.over}` }),
    sigmaFormula: sigmaFormula(answer, words),
    timeliness: timelinessCard(answer, words),
    average: averageOf(answer, words),
    outcomes: outcomesOf(answer, words),
    evidence: evidenceOf(answer, showsDrafts, words),
    evaluated: verdictCard({ answer, interim: null }, words),
    // a year that is over has its result; its pace would say the same twice
    pace: counts.notYetDue > 0 ? paceOf(answer) : null,
    csv: { goals: `${path}/goals.csv${asked}`, average: `${path}/average.csv${asked}`, outcomes: `${path}/outcomes.csv${asked}`, measures: `${path}/measures.csv${asked}`, indicators: `${path}/indicators.csv${asked}`, evidence: `${path}/evidence.csv${asked}` },
  };
}

export type ScorecardPage = ReturnType<typeof scorecardPage>;

/** What the figures are read from, for the line under a title. */
export function readingOf(answer: ScorecardAnswer, words: Words) {
  const { basis, includesProvisional, ceiling, knownAt } = answer.scorecard.label;
  return {
    basis, includesProvisional, ceiling,
    basisDate: basisDate({ basis, periodKey: answer.scorecard.periodKey, today: kyivDateOf(knownAt) }, answer.version.structure),
    more: [knownAtWords(knownAt, dayEndedAt(knownAt), words)],
  };
}

export const footNoteOf = ({ version: { structure }, scorecard: { label } }: ScorecardAnswer, { t, print }: Words): string =>
  `${t("formula.planVersion", { no: structure.versionNo, date: print.date(structure.inForceFrom) })} · ${t("formula.rulesVersion", { no: label.rulesVersion })}`;

/** The same numerator over other denominators (rule 10 i). */
export function nextLinesOf({ scorecard: { nextLine, currentPlan, plan } }: ScorecardAnswer, words: Words): string[] {
  const { t } = words;
  const shown = isShown(plan.implementation.coverageState);
  return [
    overWords(t("scorecard.overWithSuspended"), nextLine.withSuspended, shown, words),
    overWords(t("scorecard.overAsAdopted"), nextLine.asFirstAdopted, shown, words),
    ...(currentPlan === null ? [] : [overWords(t("scorecard.overCurrent"), currentPlan, shown, words)]),
  ];
}

const isCounted = ({ scorecard: { tree } }: ScorecardAnswer, id: string) => {
  const indicator = tree.indicatorById.get(id);
  return indicator !== undefined && isDeciding(indicator);
};

/** Achieved and under way as parts of 100 (rule 13). */
const parts2 = (a: number, b: number): [string, string] => {
  const printed = printedParts([a, b], 1);
  return [printed?.[0]?.text ?? "0.0", printed?.[1]?.text ?? "0.0"];
};

function overWords(label: string, { achieved, over, rate }: RateOver, shown: boolean, { t, print }: Words): string {
  if (rate === null) return `${label}: ${t("scorecard.nothingDue")}`;
  return `${label}: ${print.of(achieved, over)}${shown ? `, ${print.percent(printedPercent(rate))}` : ""}`;
}

function rowOf(answer: ScorecardAnswer, part: PartScore, words: Words): ScorecardRow {
  const { print, t } = words;
  const fact = answer.scorecard.tree.nodeById.get(part.nodeId ?? "")?.fact;
  const { counts } = part.implementation;
  return {
    key: part.nodeId ?? "plan",
    title: fact ? `${fact.code}. ${titleOf(fact.title, words)}` : t("common.total"),
    href: fact ? nodePath(answer.plan.code, fact.code) + answer.askedHere : null,
    figure: implementationFigure(part.implementation),
    achieved: print.number(counts.achieved),
    underWay: print.number(counts.underWay),
    due: print.number(counts.due),
    reported: print.of(counts.reported, counts.due),
    measures: print.number(counts.measuresDue),
    verdicts: verdictsOf(part, words),
    outcomes: part.outcomes.total === 0 ? "" : print.of(part.outcomes.met, part.outcomes.total),
  };
}

function verdictsOf({ verdicts: { due, verdicts, fully, fullyOrPartly } }: PartScore, { t, print }: Words): ScorecardRow["verdicts"] {
  if (due === 0 || verdicts.total === 0) return { fully: "—", withPartial: null };
  return { fully: print.of(fully.achieved, due), withPartial: t("scorecard.withPartial", { count: fullyOrPartly.achieved }) };
}

function measuresByIndicators({ measures, implementation: { coverageState } }: PartScore, { t, print }: Words): CountedPart[] {
  const listed = [
    { label: t("scorecard.allAchieved"), count: measures.all },
    { label: t("scorecard.someAchieved"), count: measures.some },
    { label: t("scorecard.noneAchieved"), count: measures.none },
    ...(measures.withoutIndicators > 0 ? [{ label: t("scorecard.withoutIndicators"), count: measures.withoutIndicators }] : []),
  ];
  const printed = isShown(coverageState) ? printedParts(listed.map(({ count }) => count), 1) : null;
  return listed.map((each, index) => ({ ...each, percent: printed?.[index] ? printPart(printed[index].text, print) : "" }));
}

export function backlogOf({ scorecard: { backlog } }: ScorecardAnswer, { t, print }: Words) {
  if (backlog === null || backlog.due + backlog.carriedIn === 0) return null;
  const { carriedIn, cleared, dropped, suspended, added, carriedOut, cumulativeAchieved, cumulativeDue, cumulativeRate } = backlog;
  return {
    line: { carriedIn, cleared, dropped, suspended, notAchieved: added, carriedOut },
    cumulative: cumulativeRate === null ? null : t("scorecard.backlog.cumulative", { of: print.of(cumulativeAchieved, cumulativeDue), percent: print.percent(printedPercent(cumulativeRate)) }),
  };
}

function outcomesOf(answer: ScorecardAnswer, words: Words) {
  const { scorecard, plan } = answer;
  const rows = [...goalsOf(answer), scorecard.plan].map((part) => {
    const fact = scorecard.tree.nodeById.get(part.nodeId ?? "")?.fact;
    const { met, onTrack, behind, regressing, noData, total } = part.outcomes;
    return { key: part.nodeId ?? "plan", title: fact ? `${fact.code}. ${titleOf(fact.title, words)}` : words.t("common.total"), href: fact ? nodePath(plan.code, fact.code) + answer.askedHere : null, met, onTrack, behind, regressing, noData, total };
  });
  const { metOfDue, due, total } = scorecard.plan.outcomes;
  if (total === 0) return null;
  const rate = ratio(metOfDue, due);
  const fulfilled = rate === null ? words.t("scorecard.outcomesNoneDue") : words.t("scorecard.outcomesFulfilled", { of: words.print.of(metOfDue, due), percent: words.print.percent(printedPercent(rate)) });
  return { rows: rows.slice(0, -1), total: rows.at(-1) ?? null, fulfilled, formula: fulfilmentFormula(answer, words) };
}

/** How many of the counted indicators run on time; those without a pace are said to be without one (rule 14). */
export function paceOf(answer: ScorecardAnswer) {
  const counted = answer.scorecard.readings.filter(({ indicatorId, due }) => isCounted(answer, indicatorId) && due !== "excluded" && due !== "after_plan_date" && due !== "not_due");
  const of = (light: Light) => counted.filter(({ pace }) => pace?.light === light).length;
  return { onTrack: of("on_track"), behind: of("behind"), atRisk: of("at_risk"), none: counted.filter(({ pace }) => pace === null).length, total: counted.length };
}
