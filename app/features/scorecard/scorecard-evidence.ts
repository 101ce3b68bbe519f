/** What the rates of a scorecard rest on, and how verdicts differ from what was suggested (rules 10 i and 16). Pure. */
import { isShown } from "~/domain/coverage";
import type { PartScore } from "~/domain/part-scores";
import { printedParts } from "~/domain/printing";
import type { GradeSplit } from "~/domain/verdict-counts";
import type { Words } from "~/i18n/words";
import { evidenceFormula } from "./other-formulas";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { printPart } from "./scorecard-words";

/** Parts of a rate that is withheld have counts alone. `showsDrafts`: to readers who see the drafts of every body. */
export function evidenceOf(answer: ScorecardAnswer, showsDrafts: boolean, words: Words) {
  const { t } = words;
  const { verdicts } = answer.scorecard.plan;
  const { total, above, below, aside } = verdicts.verdicts;
  const isJudged = total > 0;
  const splits = splitsOf(answer.scorecard.plan).map((split) => ({ ...split, title: t(`scorecard.restsOn.${split.figure}`, { count: split.of.documents + split.of.independent + split.of.word }) }));
  return {
    splits: !isJudged ? [] : splits.filter(({ of }) => of.documents + of.independent + of.word > 0).map(({ title, of, over, percents }) => ({ title, parts: gradeParts(of, over, percents, words), formula: evidenceFormula(answer, of, over, title, words) })),
    lines: [
      ...(isJudged ? [t("scorecard.differing", { above, below, total }), ...(aside > 0 ? [t("scorecard.differingAside", { count: aside })] : [])] : []),
      ...(showsDrafts && verdicts.drafts > 0 ? [t("scorecard.draftVerdicts", { count: verdicts.drafts })] : []),
    ],
  };
}

/** The rates that are split, each with its denominator and whether its percentages may be shown. */
export const splitsOf = ({ implementation: { counts, coverageState }, verdicts, achievedByGrade }: PartScore) => [
  { figure: "achieved", of: achievedByGrade, over: counts.due, percents: isShown(coverageState) },
  { figure: "fully", of: verdicts.fullyByGrade, over: verdicts.due, percents: isShown(verdicts.coverageState) },
  { figure: "fully_or_partly", of: verdicts.fullyOrPartlyByGrade, over: verdicts.due, percents: isShown(verdicts.coverageState) },
] as const;

/** In the order of the grades, then the rest of the denominator; null over nothing. */
export const gradePercents = ({ documents, independent, word }: GradeSplit, over: number) => printedParts([documents, independent, word, over - documents - independent - word], 1);

/** Parts of the rate over the same denominator, so that they add up to it and not to a hundred. */
function gradeParts({ documents, independent, word }: GradeSplit, over: number, percents: boolean, { t, print }: Words) {
  const listed = [{ grade: "documents", count: documents, tone: "done" }, { grade: "independent", count: independent, tone: "part" }, { grade: "word", count: word, tone: "todo" }] as const;
  const printed = gradePercents({ documents, independent, word }, over);
  return listed.map(({ grade, count, tone }, index) => ({ label: t(`scorecard.restsOn.grade.${grade}`), count, tone, percent: percents && printed?.[index] ? printPart(printed[index].text, print) : "" }));
}
