/** The formula cards of the two readings: the division as one would write it, then all that bears on it (rules 10–12). */
import { isShown } from "~/domain/coverage";
import type { Exact } from "~/domain/exact";
import { isDeciding } from "~/domain/structure";
import { printedPercent } from "~/domain/printing";
import type { CoverageState, Implementation, RollupResult } from "~/domain/reading";
import type { RateOver } from "~/domain/implementation";
import type { Words } from "~/i18n/words";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { unroundedShare, weightText } from "./figures";
import { excludedByReason, missingByName } from "./scorecard-words";

export interface FormulaText {
  about: string;
  /** null: nothing was divided; the items say why */
  equation: string | null;
  result: string | null;
  items: { label: string; value: string }[];
}

const item = (label: string, values: readonly (string | null)[], separator = "; ") => {
  const given = values.filter((value): value is string => value !== null && value !== "");
  return given.length === 0 ? [] : [{ label, value: given.join(separator) }];
};

/** "12 ÷ 79 = 0,15189… ="; without the quotient where the figure is not shown. */
function division(over: string, under: string, share: RateOver["rate"], shown: boolean, words: Words): string | null {
  if (share === null) return null;
  if (!shown) return `${over} ÷ ${under} =`;
  return `${over} ÷ ${under} = ${shareText(share, words)} =`;
}

/** "0,64556…": the share as it is, cut and not rounded. */
export function shareText(share: Exact, { print }: Words): string {
  const { decimal, goesOn } = unroundedShare(share);
  return `${print.number(decimal)}${goesOn ? "…" : ""}`;
}

/** The figure as printed, or the word that stands in its place (rule 11). */
function resultWords(share: RateOver["rate"], state: CoverageState, { t, print }: Words): string | null {
  if (share === null) return null;
  return isShown(state) ? print.percent(printedPercent(share)) : t(`statuses.coverage.${state}`);
}

export function implementationFormula(answer: ScorecardAnswer, part: Implementation, about: string, words: Words): FormulaText {
  const { t, print } = words;
  const { counts, rate, low, high, coverage, coverageState } = part;
  const shown = isShown(coverageState);
  const year = print.period(answer.scorecard.periodKey);
  const notDue = answer.scorecard.readings.filter(({ due, indicatorId }) => due === "not_due" && isDelivery(answer, indicatorId)).length;
  return {
    about,
    equation: division(t("scorecard.achievedCount", { count: counts.achieved }), t("scorecard.dueCount", { count: counts.due, period: year }), rate, shown, words),
    result: resultWords(rate, coverageState, words),
    items: [
      ...item(t("formula.low"), [low === null ? null : t("scorecard.lowWords", { percent: print.percent(printedPercent(low)) })]),
      ...item(t("formula.high"), [high === null ? null : t("scorecard.highWords", { achieved: counts.achieved, missing: counts.missing, due: counts.due, percent: print.percent(printedPercent(high)) })]),
      ...item(t("formula.missing"), missingByName(answer, part.missing, words), " · "),
      ...item(t("scorecard.coverageHead"), [coverage === null ? null : coverageWords(counts, print.percent(printedPercent(coverage)), words)]),
      ...item(t("formula.excluded"), [
        ...excludedByReason(counts.excluded, counts.notYetDue, words),
        notDue > 0 ? `${t("statuses.due.not_due")}: ${print.number(notDue)}` : null,
        counts.excluded.suspended ? null : t("scorecard.noneSuspended"),
      ]),
      ...item(t("scorecard.stageHead"), [counts.stageNotLast > 0 ? t("scorecard.stageNotLast", { count: counts.stageNotLast }) : null]),
      ...item(t("formula.weights"), [t("formula.noWeights")]),
      ...provenance(answer, words),
    ],
  };
}

function coverageWords(counts: Implementation["counts"], percent: string, { t, print }: Words): string {
  const { due, reported, verified, awaitingVerification } = counts;
  const known = t("scorecard.coverageWords", { of: print.of(due - counts.missing, due), percent });
  return [
    known,
    t("scorecard.reportedWords", { of: print.of(reported, due) }),
    t("scorecard.verifiedWords", { of: print.of(verified, due) }),
    awaitingVerification > 0 ? t("scorecard.awaitingWords", { count: awaitingVerification }) : null,
    counts.notAssessable > 0 ? t("scorecard.notAssessableWords", { count: counts.notAssessable }) : null,
  ].filter(Boolean).join("; ");
}

/** Children with their weights and values; the sum as it was taken. */
export function averageFormula(answer: ScorecardAnswer, result: RollupResult, about: string, words: Words): FormulaText {
  const { t, print } = words;
  const figures = result.children.flatMap((child) => (child.value === null || child.weight === null ? [] : [{ child, value: child.value, weight: child.weight }]));
  const terms = figures.map(({ value, weight }) => `${print.number(weightText(weight))} × ${print.percent(printedPercent(value))}`);
  const isEqual = figures.every(({ weight }) => weight.equals(figures[0]?.weight ?? weight));
  return {
    about,
    equation: result.value === null || terms.length === 0 ? null : `${isEqual && terms.length > 1 ? `(${figures.map(({ value }) => print.percent(printedPercent(value))).join(" + ")}) ÷ ${print.number(terms.length)}` : terms.join(" + ")} =`,
    result: resultWords(result.value, result.coverageState, words),
    items: [
      ...item(t("scorecard.childrenHead"), result.children.map((child) => childWords(codeOf(answer, child.id), child, words)), " · "),
      ...item(t("scorecard.errorHead"), [result.error === null ? null : t(`scorecard.error.${result.error.code}`, { names: result.error.childIds.map((id) => codeOf(answer, id)).join(", ") })]),
      ...item(t("scorecard.intervalHead"), [result.low === null || result.high === null ? null : print.percentRange(printedPercent(result.low), printedPercent(result.high))]),
      ...item(t("scorecard.coverageHead"), [result.coverage === null ? null : t("scorecard.averageCoverage", { percent: print.percent(printedPercent(result.coverage)), of: print.of(result.leavesKnown, result.leavesDue) })]),
      ...item(t("formula.missing"), missingByName(answer, result.missing, words), " · "),
      ...item(t("formula.excluded"), excludedByReason(result.excluded, result.notYetDue, words)),
      ...item(t("formula.weights"), [t(isEqual ? "scorecard.equalWeights" : "scorecard.planWeights")]),
      ...provenance(answer, words),
    ],
  };
}

function childWords(name: string, child: RollupResult, { t, print }: Words): string {
  if (child.value !== null) return `${name}: ${print.percent(printedPercent(child.value))}`;
  if (child.leavesDue > 0) return `${name}: ${t("statuses.coverage.no_data")}`;
  return `${name}: ${t(child.notYetDue > 0 ? "statuses.due.not_yet_due" : "scorecard.nothingCounted")}`;
}

const isDelivery = ({ scorecard: { tree } }: ScorecardAnswer, id: string) => {
  const indicator = tree.indicatorById.get(id);
  return indicator !== undefined && isDeciding(indicator);
};

/** The printed code of a node, measure or indicator. */
function codeOf({ scorecard: { tree } }: ScorecardAnswer, id: string): string {
  return tree.nodeById.get(id)?.fact.code ?? tree.measureById.get(id)?.fact.code ?? tree.indicatorById.get(id)?.code ?? id;
}

/** Rounding, plan version, rules version, data as of: the last lines of every card. */
export const provenance = (answer: ScorecardAnswer, words: Words): FormulaText["items"] =>
  [{ label: words.t("formula.rounding"), value: words.t("formula.roundedOnce") }, ...readFrom(answer, words)];

/** The same without rounding, where a card has its own. */
export function readFrom({ scorecard, version }: ScorecardAnswer, { t, print }: Words): FormulaText["items"] {
  const { label } = scorecard;
  return [
    {
      label: t("formula.planAndRules"),
      value: [
        t("formula.planVersion", { no: version.structure.versionNo, date: print.date(version.structure.inForceFrom) }),
        t("formula.rulesVersion", { no: label.rulesVersion }),
        t("formula.dataAt", { moment: print.moment(label.knownAt) }),
        t(`shell.reading.ceiling.${label.ceiling}`),
        t(label.includesProvisional ? "shell.reading.includingProvisional" : "shell.reading.official"),
      ].join(" · "),
    },
    ...(label.cutOff === null ? [] : [{ label: t("csv.label.cut_off"), value: print.date(label.cutOff) }]),
  ];
}
