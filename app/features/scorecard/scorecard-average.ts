/** Reading (ii) of a scorecard in printed figures: average progress, never a rate of implementation (rule 10 ii). Pure. */
import type { RollupResult } from "~/domain/reading";
import { resultOf } from "~/domain/rollup";
import { isShown } from "~/domain/coverage";
import { bridgeTo } from "~/features/bridge/bridge-question";
import { nodePath } from "~/features/plan/addresses";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import { averageFigure } from "./figures";
import { averageFormula, type FormulaText } from "./formulas";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { goalsOf } from "./scorecard-tables";
import { titleOf } from "./scorecard-words";

interface AverageRow {
  key: string;
  title: string;
  href: string | null;
  figure: FigureReading;
  leaves: string;
  formula: FormulaText;
}

export function averageOf(answer: ScorecardAnswer, words: Words) {
  const { scorecard, plan } = answer;
  const { print, t } = words;
  const found: AverageRow[] = goalsOf(answer).flatMap((part) => {
    const result = resultOf(scorecard.averageProgress, part.nodeId);
    const fact = scorecard.tree.nodeById.get(part.nodeId ?? "")?.fact;
    if (result === null || fact === undefined) return [];
    return [{ key: fact.id, title: `${fact.code}. ${titleOf(fact.title, words)}`, href: nodePath(plan.code, fact.code) + answer.askedHere, figure: averageFigure(result), leaves: print.of(result.leavesKnown, result.leavesDue), formula: averageFormula(answer, result, fact.code, words) }];
  });
  const toEnd = scorecard.averageProgressToEnd;
  return {
    figure: averageFigure(scorecard.averageProgress),
    formula: averageFormula(answer, scorecard.averageProgress, t("scorecard.averageProgress"), words),
    bridgeHref: isShown(scorecard.averageProgress.coverageState) ? bridgeTo(answer.question, "average") : null,
    toEnd: averageFigure(toEnd),
    rows: found,
    partOf: onlyPart(scorecard.averageProgress, words),
  };
}

/** An average over some of what is due is said to be so, beside the figure. */
function onlyPart({ excluded, leavesDue }: RollupResult, { t, print }: Words): string | null {
  const without = excluded.not_computable ?? 0;
  if (without === 0) return null;
  return t("scorecard.averageOnly", { of: print.of(leavesDue, leavesDue + without), without: t("scorecard.averageNoneText", { count: without }) });
}
