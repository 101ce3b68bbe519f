/** Formula cards of the smaller figures: SIGMA points, fulfilment of outcome targets, what a rate rests on (rule 10). */
import { isShown } from "~/domain/coverage";
import { isAtLeast, isLess, ratio, type Exact } from "~/domain/exact";
import { printedPercent, printedPoints, SIGMA_RATES, SIGMA_SCALE } from "~/domain/printing";
import type { GradeSplit } from "~/domain/verdict-counts";
import type { Words } from "~/i18n/words";
import { provenance, readFrom, shareText, type FormulaText } from "./formulas";
import type { ScorecardAnswer } from "./get-scorecard.server";

/** Null where there are no points, or where the rate they are of is withheld. */
export function sigmaFormula(answer: ScorecardAnswer, words: Words): FormulaText | null {
  const { t, print } = words;
  const { sigmaBasis: { achieved, over, rate }, sigmaPoints, plan } = answer.scorecard;
  if (rate === null || sigmaPoints === null || !isShown(plan.implementation.coverageState)) return null;
  const [from, to, points] = [print.percent(SIGMA_SCALE.from), print.percent(SIGMA_SCALE.to), print.number(SIGMA_SCALE.points)];
  return {
    about: t("scorecard.sigma"),
    equation: sigmaEquation(rate, { from, to, points }, words),
    result: print.number(printedPoints(sigmaPoints)),
    items: [
      { label: t("scorecard.sigmaRate"), value: t("scorecard.sigmaRateOf", { of: print.of(achieved, over), percent: print.percent(printedPercent(rate)) }) },
      { label: t("scorecard.sigmaEnds"), value: t("scorecard.sigmaEndsText", { from, to, points }) },
      { label: t("formula.rounding"), value: t("scorecard.sigmaRounding") },
      ...readFrom(answer, words),
    ],
  };
}

/** Outside the scale nothing is divided: its end stands. */
function sigmaEquation(rate: Exact, { from, to, points }: { from: string; to: string; points: string }, words: Words): string {
  const share = shareText(rate, words);
  if (isLess(rate, SIGMA_RATES.from)) return `${share} < ${from} →`;
  return isAtLeast(rate, SIGMA_RATES.to) ? `${share} ≥ ${to} →` : `(${share} − ${from}) ÷ (${to} − ${from}) × ${points} =`;
}

/** Null where no outcome target fell due. */
export function fulfilmentFormula(answer: ScorecardAnswer, words: Words): FormulaText | null {
  const { t, print } = words;
  const { metOfDue, due, met, total, noDataOfDue } = answer.scorecard.plan.outcomes;
  const rate = ratio(metOfDue, due);
  if (rate === null) return null;
  return {
    about: t("scorecard.outcomes"),
    equation: `${t("scorecard.outcomesMetCount", { count: metOfDue })} ÷ ${t("scorecard.dueCount", { count: due, period: print.period(answer.scorecard.periodKey) })} =`,
    result: print.percent(printedPercent(rate)),
    items: [
      { label: t("scorecard.outcomesNotDue"), value: print.number(total - due) },
      ...(met > metOfDue ? [{ label: t("scorecard.outcomesMetEarly"), value: print.number(met - metOfDue) }] : []),
      ...(noDataOfDue > 0 ? [{ label: t("formula.missing"), value: print.number(noDataOfDue) }] : []),
      { label: t("formula.weights"), value: t("formula.noWeights") },
      ...provenance(answer, words),
    ],
  };
}

/** Parts of a rate by what it rests on: each over the same denominator, so that they add up to the rate. */
export function evidenceFormula(answer: ScorecardAnswer, { documents, independent, word }: GradeSplit, over: number, about: string, words: Words): FormulaText {
  const { t, print } = words;
  const counted = documents + independent + word;
  return {
    about,
    equation: `(${[documents, independent, word].map((count) => print.number(count)).join(" + ")}) ÷ ${print.number(over)} =`,
    result: print.of(counted, over),
    items: [
      { label: t("scorecard.restsOn.grade.documents"), value: t("scorecard.restsOn.means.documents") },
      { label: t("scorecard.restsOn.grade.independent"), value: t("scorecard.restsOn.means.independent") },
      { label: t("scorecard.restsOn.grade.word"), value: t("scorecard.restsOn.means.word") },
      { label: t("scorecard.restsOn.jointHead"), value: t("scorecard.restsOn.joint") },
      { label: t("formula.rounding"), value: t("scorecard.restsOn.rounding") },
      ...readFrom(answer, words),
    ],
  };
}
